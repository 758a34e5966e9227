import { memo, useState } from 'react';
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import { foldText } from '#src/kernel';
import type { Finding } from '#src/script';
import { useMessages } from '../../i18n/messages.tsx';
import { Icon } from '../../ui/icon.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { EditedNode, EditedScript } from './edited/edited-script.ts';
import { nodeName } from './node-names.ts';

const whole = '/';

/** Every step by section, found by any of its words; the arrows go through them, Enter goes to the form. */
export const StepList = memo(function StepList(props: {
  readonly script: EditedScript;
  readonly findings: readonly Finding[];
  readonly selected: string | null;
  readonly onSelect: (id: string | null) => void;
  readonly onOpen: (id: string | null) => void;
}) {
  const messages = useMessages();
  const { workshop } = messages.scripts;
  const { script, findings } = props;
  const [typed, setTyped] = useState('');
  const wanted = foldText(typed).trim();
  const ids = Object.entries(script.nodes).flatMap(([id, node]) =>
    wanted === '' || wordsOf(id, node).includes(wanted) ? [id] : [],
  );
  const severities = severityByNode(findings);
  const groups = [
    ...script.sections.map(({ id, title }) => ({ id, title: title ?? id })),
    { id: null, title: workshop.withoutSection },
  ].flatMap(({ id, title }) => {
    const steps = ids.filter((step) => sectionOf(script, step) === id);
    return steps.length === 0 ? [] : [{ id: id ?? whole, title, steps }];
  });
  const toId = (key: string) => (key === whole ? null : key);
  return (
    <div className="step-list">
      <TextField
        label={workshop.find}
        placeholder={workshop.find}
        type="search"
        value={typed}
        onChange={setTyped}
      />
      <ListBox
        aria-label={workshop.steps}
        className="steps"
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={[props.selected ?? whole]}
        onSelectionChange={(keys) => {
          if (keys === 'all') return;
          for (const key of keys) props.onSelect(toId(String(key)));
        }}
        onAction={(key) => props.onOpen(toId(String(key)))}
      >
        <ListBoxItem id={whole} textValue={workshop.wholeScript} className="step step-whole">
          <span>{workshop.wholeScript}</span>
          <small>{workshop.wholeScriptHint}</small>
          <StepMark severity={severities.get(null)} />
        </ListBoxItem>
        {groups.map((group) => (
          <ListBoxSection key={group.id} id={`section:${group.id}`} className="step-group">
            <Header className="eyebrow">{group.title}</Header>
            {group.steps.map((id) => {
              const name = nodeName(script, id, messages);
              return (
                <ListBoxItem key={id} id={id} textValue={name} className="step">
                  <span>{name}</span>
                  {script.start === id ? <small>{workshop.start}</small> : null}
                  <StepMark severity={severities.get(id)} />
                </ListBoxItem>
              );
            })}
          </ListBoxSection>
        ))}
      </ListBox>
      <p className="small quiet step-count" role="status">
        {ids.length === 0 ? workshop.nothingFound : workshop.found(ids.length)}
      </p>
    </div>
  );
});

function StepMark({ severity }: { readonly severity: Finding['severity'] | undefined }) {
  const { findings } = useMessages().scripts;
  if (severity === undefined) return null;
  return (
    <span className={`step-mark step-mark-${severity}`}>
      <Icon name={severity === 'error' ? 'alert' : 'info'} />
      <span className="visually-hidden">{findings[severity]}</span>
    </span>
  );
}

/** The worst that was found at each step. */
export function severityByNode(
  findings: readonly Finding[],
): ReadonlyMap<string | null, Finding['severity']> {
  const warned = findings.map(({ node, severity }) => [node, severity] as const);
  return new Map([
    ...warned.filter(([, severity]) => severity === 'warning'),
    ...warned.filter(([, severity]) => severity === 'error'),
  ]);
}

/** The section of a step; `null` where it has none that is there. */
function sectionOf(script: EditedScript, id: string): string | null {
  const section = script.nodes[id]?.section;
  return script.sections.some((known) => known.id === section) ? (section ?? null) : null;
}

/** All that a step says, to search in. */
function wordsOf(id: string, { title, say, help, options = [] }: EditedNode): string {
  return foldText([id, title, say, help, ...options.map(({ label }) => label)].join(' '));
}
