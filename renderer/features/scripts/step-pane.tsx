import { memo, useMemo, useState } from 'react';
import type { Finding } from '#src/script';
import { useMessages } from '../../i18n/messages.tsx';
import { Button, ToggleButton } from '../../ui/button.tsx';
import type { EditedScript } from './edited/edited-script.ts';
import { drawnScript, type GraphMark } from './graph/drawn-script.ts';
import { ScriptGraph } from './graph/script-graph.tsx';
import { StepList, severityByNode } from './step-list.tsx';
import { useKept } from './use-kept.ts';
import type { GoneNodes, ShownMarks } from './workshop-props.ts';

type StepPaneProps = {
  readonly script: EditedScript;
  readonly findings: readonly Finding[];
  readonly selected: string | null;
  readonly marks: ShownMarks;
  readonly gone: GoneNodes;
  readonly onSelect: (id: string | null) => void;
  readonly onOpen: (id: string | null) => void;
  /** After the chosen step. */
  readonly onAdd: () => void;
};

/** The steps, as a list or as a graph. */
export const StepPane = memo(function StepPane(props: StepPaneProps) {
  const { workshop } = useMessages().scripts;
  const [view, setView] = useState<'list' | 'graph'>('list');
  return (
    <section className={`panel step-pane step-pane-${view}`} aria-label={workshop.steps}>
      <div className="step-views">
        <ToggleButton isSelected={view === 'list'} onChange={() => setView('list')}>
          {workshop.asList}
        </ToggleButton>
        <ToggleButton isSelected={view === 'graph'} onChange={() => setView('graph')}>
          {workshop.asGraph}
        </ToggleButton>
        <Button icon="plus" onPress={props.onAdd}>
          {workshop.addStep}
        </Button>
      </div>
      {view === 'list' ? <StepList {...props} /> : <StepGraph {...props} />}
    </section>
  );
});

function StepGraph(props: StepPaneProps) {
  const { script, gone, findings, selected, marks, onSelect, onOpen } = props;
  const messages = useMessages();
  const all = { ...script, nodes: { ...gone, ...script.nodes } };
  const drawn = useKept(drawnScript(all, messages));
  const shown = useMemo(() => withFindings(marks, findings), [marks, findings]);
  return (
    <ScriptGraph
      script={drawn}
      selected={selected}
      onSelect={onSelect}
      onOpen={onOpen}
      marks={shown}
    />
  );
}

function withFindings(marks: ShownMarks, findings: readonly Finding[]): ShownMarks {
  const all = new Map<string, readonly GraphMark[]>(marks);
  for (const [id, severity] of severityByNode(findings)) {
    if (id !== null) all.set(id, [...(all.get(id) ?? []), severity]);
  }
  return all;
}
