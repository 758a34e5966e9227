import type { ScriptVersionView } from '#src/contract';
import { useFormat, useMessages } from '../../../i18n/messages.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Tag } from '../../../ui/tag.tsx';
import type { SideProps } from '../side-pane.tsx';

/** The versions of the script, and what is between two of them. */
export function VersionsPanel(props: SideProps) {
  const { versions: words } = useMessages().scripts;
  const { versions } = props.entry;
  if (versions.length === 0) return <EmptyState title={words.none}>{words.noneHelp}</EmptyState>;
  return (
    <>
      <ul className="version-list">
        {versions.map((version) => (
          <VersionRow key={version.hash} version={version} />
        ))}
      </ul>
    </>
  );
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
