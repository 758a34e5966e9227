import { memo, useState } from 'react';
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import { foldText } from '#src/kernel';
import type { Finding } from '#src/script';
import { type Messages, useMessages } from '../../i18n/messages.tsx';
import { Icon } from '../../ui/icon.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { EditedNode, EditedScript } from './edited/edited-script.ts';
import { nodeName } from './node-names.ts';
import { useKept } from './use-kept.ts';

const whole = '/';

type ListProps = {
  readonly script: EditedScript;
  readonly findings: readonly Finding[];
  readonly selected: string | null;
  readonly onSelect: (id: string | null) => void;
  readonly onOpen: (id: string | null) => void;
};

/** Every step by section, found by any of its words; the arrows go through them, Enter goes to the form. */
export function StepList(props: ListProps) {
  const messages = useMessages();
  const { workshop } = messages.scripts;
  const { script, findings, selected, onSelect, onOpen } = props;
  const [typed, setTyped] = useState('');
  const groups = useKept(groupsOf(script, foldText(typed).trim(), messages));
  const count = groups.reduce((sum, { steps }) => sum + steps.length, 0);
  return (
    <div className="step-list">
      <TextField
        label={workshop.find}
        placeholder={workshop.find}
        type="search"
        value={typed}
        onChange={setTyped}
      />
      <Steps
        groups={groups}
        findings={findings}
        selected={selected}
        onSelect={onSelect}
        onOpen={onOpen}
      />
      <p className="small quiet step-count" role="status">
        {count === 0 ? workshop.nothingFound : workshop.found(count)}
      </p>
    </div>
  );
}

type Group = {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly {
    readonly id: string;
    readonly name: string;
    readonly isStart: boolean;
  }[];
};

/** The steps that hold the wanted words, in the order of the sections; last those that stand in none. */
function groupsOf(script: EditedScript, wanted: string, messages: Messages): readonly Group[] {
  const { workshop } = messages.scripts;
  const ids = Object.entries(script.nodes).flatMap(([id, node]) =>
    wanted === '' || wordsOf(id, node).includes(wanted) ? [id] : [],
  );
  const sections = script.sections.map(({ id, title }) => ({ id, title: title ?? id }));
  return [...sections, { id: whole, title: workshop.withoutSection }].flatMap(({ id, title }) => {
    const steps = ids
      .filter((step) => sectionOf(script, step) === id)
      .map((step) => ({
        id: step,
        name: nodeName(script, step, messages),
        isStart: script.start === step,
      }));
    return steps.length === 0 ? [] : [{ id, title, steps }];
  });
}

/** Of two hundred rows none is made again while words are typed into the form. */
const Steps = memo(function Steps(
  props: Omit<ListProps, 'script'> & { readonly groups: readonly Group[] },
) {
  const { workshop } = useMessages().scripts;
  const severities = severityByNode(props.findings);
  const toId = (key: string) => (key === whole ? null : key);
  return (
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
      {props.groups.map((group) => (
        <ListBoxSection key={group.id} id={`section:${group.id}`} className="step-group">
          <Header className="eyebrow">{group.title}</Header>
          {group.steps.map(({ id, name, isStart }) => (
            <ListBoxItem key={id} id={id} textValue={name} className="step">
              <span>{name}</span>
              {isStart ? <small>{workshop.start}</small> : null}
              <StepMark severity={severities.get(id)} />
            </ListBoxItem>
          ))}
        </ListBoxSection>
      ))}
    </ListBox>
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

/** The section of a step, where it has one that is there. */
function sectionOf(script: EditedScript, id: string): string {
  const section = script.nodes[id]?.section;
  return script.sections.find((known) => known.id === section)?.id ?? whole;
}

/** All that a step says, to search in. */
function wordsOf(id: string, { title, say, help, options = [] }: EditedNode): string {
  return foldText([id, title, say, help, ...options.map(({ label }) => label)].join(' '));
}
