import { useMemo } from 'react';
import { type ScriptChange, type ScriptDocument, scriptDifference } from '#src/script';
import { useMessages } from '../../../i18n/messages.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { nodeName } from '../node-names.ts';
import { type Compared, changeWords } from './change-words.ts';
import { wordDifference } from './word-difference.ts';
import './difference.css';

/** What changed from one version to another: the whole first, then step by step in the order of the script. */
export function DifferenceList(props: {
  readonly before: ScriptDocument;
  readonly after: ScriptDocument;
  /** A step that is in the later version was pressed. */
  readonly onSelect: (node: string) => void;
}) {
  const messages = useMessages();
  const { before, after, onSelect } = props;
  const { difference } = messages.scriptsDifference;
  const { groups, examples } = useMemo(
    () => grouped(scriptDifference(before, after)),
    [before, after],
  );
  if (groups.length + examples.length === 0) {
    return <EmptyState title={difference.none}>{difference.noneHelp}</EmptyState>;
  }
  const compared = { before, after, messages };
  return (
    <ul className="difference">
      {groups.map(([node, changes]) => (
        <li key={node ?? ''}>
          {node === null ? (
            <p className="difference-where">{difference.whole}</p>
          ) : (
            <NodeHead node={node} changes={changes} compared={compared} onSelect={onSelect} />
          )}
          <Changes changes={changes} compared={compared} />
        </li>
      ))}
      {examples.length === 0 ? null : (
        <li>
          <p className="difference-where">{difference.examples}</p>
          <Changes changes={examples} compared={compared} />
        </li>
      )}
    </ul>
  );
}

/** By step; what examples say is of less weight, and comes last. */
function grouped(changes: readonly ScriptChange[]) {
  const isExample = ({ change }: ScriptChange) => change.startsWith('example-');
  const others = changes.filter((change) => !isExample(change));
  return {
    groups: [...Map.groupBy(others, ({ node }) => node)],
    examples: changes.filter(isExample),
  };
}

/** The step that changes: one that is still there can be gone to. */
function NodeHead(props: {
  readonly node: string;
  readonly changes: readonly ScriptChange[];
  readonly compared: Compared;
  readonly onSelect: (node: string) => void;
}) {
  const { node, changes, compared, onSelect } = props;
  const { difference } = compared.messages.scriptsDifference;
  const [first] = changes;
  if (first?.change === 'node-removed') {
    return (
      <p className="difference-where">
        <del>{nodeName(compared.before, node, compared.messages)}</del>
        <Tag>{difference.removed}</Tag>
      </p>
    );
  }
  return (
    <p className="difference-where">
      <Button variant="quiet" onPress={() => onSelect(node)}>
        {nodeName(compared.after, node, compared.messages)}
      </Button>
      {first?.change === 'node-added' ? <Tag tone="brand">{difference.added}</Tag> : null}
    </p>
  );
}

function Changes(props: {
  readonly changes: readonly ScriptChange[];
  readonly compared: Compared;
}) {
  const { changes, compared } = props;
  return (
    <ul className="difference-changes">
      {changes.map((change) => (
        <li key={JSON.stringify(change)}>
          <OneChange change={change} compared={compared} />
        </li>
      ))}
    </ul>
  );
}

function OneChange(props: { readonly change: ScriptChange; readonly compared: Compared }) {
  const { change, compared } = props;
  const { says, turned } = changeWords(change, compared);
  return (
    <>
      {says}
      {turned === undefined ? null : <TurnedWords {...turned} />}
      {change.change === 'sub-script-changed' ? (
        <InsideChanges {...change} compared={compared} />
      ) : null}
    </>
  );
}

/** Those in a script that runs inside, whose steps have names of their own. */
function InsideChanges(props: {
  readonly script: string;
  readonly changes: readonly ScriptChange[];
  readonly compared: Compared;
}) {
  const { script, changes, compared } = props;
  const before = compared.before.scripts?.[script];
  const after = compared.after.scripts?.[script];
  if (before === undefined || after === undefined) return null;
  return <Changes changes={changes} compared={{ ...compared, before, after }} />;
}

/** Words of both versions in one: what went is struck out, what came is underlined, and each is said so. */
function TurnedWords(props: { readonly before: string; readonly after: string }) {
  const { difference } = useMessages().scriptsDifference;
  return (
    <span className="difference-words" dir="auto">
      {wordDifference(props.before, props.after).map(({ kind, words }, index) => {
        const key = `${index} ${kind}`;
        if (kind === 'kept') return <span key={key}>{words}</span>;
        const Turned = kind === 'gone' ? 'del' : 'ins';
        return (
          <Turned key={key}>
            <span className="visually-hidden">
              {kind === 'gone' ? difference.gone : difference.come}
            </span>
            {words}
          </Turned>
        );
      })}
    </span>
  );
}
