import { useState } from 'react';
import type { ScriptVersionView } from '#src/contract';
import { useFormat, useMessages } from '../../../i18n/messages.tsx';
import { Select } from '../../../ui/select.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Tag } from '../../../ui/tag.tsx';
import type { SideProps } from '../workshop-props.ts';
import { Comparison } from './comparison.tsx';
import './publish.css';

const draft = 'draft';

/** The versions of the script, and what is between two of them. */
export function VersionsPanel(props: SideProps) {
  const { versions: words } = useMessages().scripts;
  const { versions } = props.entry;
  const [preset] = useState(() => firstComparison(props));
  const [before, setBefore] = useState(preset.before);
  const [after, setAfter] = useState(preset.after);
  if (before === null) return <EmptyState title={words.none}>{words.noneHelp}</EmptyState>;
  const options = versions.map(({ hash, version }) => ({ id: hash, label: version }));
  return (
    <>
      <ul className="version-list">
        {versions.map((version) => (
          <VersionRow key={version.hash} version={version} />
        ))}
      </ul>
      <h3>{words.compare}</h3>
      <div className="compare-fields">
        <Select label={words.before} options={options} value={before} onChange={setBefore} />
        <Select
          label={words.after}
          options={[{ id: draft, label: words.draft }, ...options]}
          value={after}
          onChange={setAfter}
        />
      </div>
      <Comparison
        {...props}
        key={`${before} ${after}`}
        before={before}
        after={after === draft ? null : after}
      />
    </>
  );
}

/** The draft against what runs; where it says nothing else, what runs against what ran before it. */
function firstComparison({ entry, editing }: SideProps) {
  const { versions } = entry;
  const runs = Math.max(
    0,
    versions.findIndex(({ state }) => state === 'published'),
  );
  const [now, earlier] = versions.slice(runs, runs + 2);
  const isDraft = editing.revision > 0 || editing.canUndo || earlier === undefined;
  return isDraft
    ? { before: now?.hash ?? null, after: draft }
    : { before: earlier.hash, after: now?.hash ?? draft };
}

function VersionRow({ version }: { readonly version: ScriptVersionView }) {
  const { versions: words, list } = useMessages().scripts;
  const format = useFormat();
  const { state, author, publishedAt, reason, openCalls } = version;
  return (
    <li className="version-row">
      <div className="version-head">
        <strong>{version.version}</strong>
        <Tag tone={state === 'published' ? 'brand' : state === 'finalizing' ? 'signal' : 'plain'}>
          {words.states[state]}
        </Tag>
        {state === 'finalizing' ? (
          <span className="small quiet">{words.openCalls(openCalls)}</span>
        ) : null}
      </div>
      <p className="small quiet">
        {author === null
          ? list.shipped
          : list.publishedBy(author, publishedAt === null ? '' : format.date(publishedAt))}
      </p>
      {reason === null ? null : <p className="small">{reason}</p>}
    </li>
  );
}
