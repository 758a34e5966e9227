import { useState } from 'react';
import { Link } from 'wouter';
import { mayEver } from '#src/access';
import { type ScriptEntry, type ScriptLibrary, scriptLibrary } from '#src/contract';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { useDesk } from '../../storage/desk.tsx';
import { useRead } from '../../storage/use-read.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { LineScripts } from './line-scripts.tsx';
import { NewScriptDialog } from './new-script-dialog.tsx';
import './scripts.css';

/** Every script: what is in use, what is being written, and which lines run it. */
export function ScriptsPage() {
  const { scripts, failures } = useMessages();
  const { list } = scripts;
  const { value, failure, readAgain } = useRead('/api/scripts', scriptLibrary);
  const [isNew, setNew] = useState(false);
  return (
    <div className="scripts">
      <header className="scripts-head">
        <h1>{list.title}</h1>
        <p className="quiet">{list.lead}</p>
        {value === null ? null : (
          <Button variant="primary" icon="plus" onPress={() => setNew(true)}>
            {list.new}
          </Button>
        )}
      </header>
      {failure === null ? null : (
        <ErrorState
          title={list.failed}
          safe={list.failedSafe}
          next={failures.apiErrors[failure.code]}
          onRetry={readAgain}
        />
      )}
      {value === null && failure === null ? <LoadingState /> : null}
      {value === null ? null : <Library library={value} onChanged={readAgain} />}
      {isNew && value !== null ? (
        <NewScriptDialog entries={value.scripts} onClose={() => setNew(false)} />
      ) : null}
    </div>
  );
}

function Library(props: { readonly library: ScriptLibrary; readonly onChanged: () => void }) {
  const { list } = useMessages().scripts;
  const { session } = useDesk();
  const { library, onChanged } = props;
  return (
    <>
      <Panel>
        <table className="script-table">
          <thead>
            <tr>
              <th scope="col">{list.script}</th>
              <th scope="col">{list.inUse}</th>
              <th scope="col">{list.draft}</th>
              <th scope="col">{list.lines}</th>
            </tr>
          </thead>
          <tbody>
            {library.scripts.map((entry) => (
              <ScriptRow key={entry.id} entry={entry} />
            ))}
          </tbody>
        </table>
      </Panel>
      {mayEver(session.account.role, 'script.publish') ? (
        <LineScripts library={library} onChanged={onChanged} />
      ) : null}
    </>
  );
}

function ScriptRow({ entry }: { readonly entry: ScriptEntry }) {
  const { list } = useMessages().scripts;
  const { versions, lines } = entry;
  return (
    <tr>
      <th scope="row">
        <Link href={`/scripts/${entry.id}`}>{entry.title}</Link>
        <RunBy entry={entry} />
      </th>
      <td>
        <InUse entry={entry} />
        {versions
          .filter(({ state }) => state === 'finalizing')
          .map(({ hash, version, openCalls }) => (
            <p key={hash} className="small warn">
              {list.finalizing(version, openCalls)}
            </p>
          ))}
      </td>
      <td>
        <DraftFacts entry={entry} />
      </td>
      <td>
        {lines.length === 0 ? (
          <span className="quiet">{list.noLine}</span>
        ) : (
          lines.map(({ name }) => name).join(' · ')
        )}
      </td>
    </tr>
  );
}

/** The scripts in which this one runs, and those that still say what it said before. */
function RunBy({ entry: { runBy } }: { readonly entry: ScriptEntry }) {
  const { list } = useMessages().scripts;
  const format = useFormat();
  if (runBy.length === 0) return null;
  const behind = runBy.filter(({ isBehind }) => isBehind);
  const titles = (scripts: typeof runBy) => format.list(scripts.map(({ title }) => title));
  return (
    <>
      <p className="small quiet">{list.runBy(titles(runBy))}</p>
      {behind.length === 0 ? null : <p className="small warn">{list.behind(titles(behind))}</p>}
    </>
  );
}

function InUse({ entry }: { readonly entry: ScriptEntry }) {
  const { list } = useMessages().scripts;
  const format = useFormat();
  const published = entry.versions.find(({ state }) => state === 'published');
  if (published === undefined) return <span className="quiet">{list.never}</span>;
  const { version, author, publishedAt, reason } = published;
  return (
    <>
      <Tag tone="brand">{version}</Tag>{' '}
      <span className="small quiet">
        {author === null || publishedAt === null
          ? list.shipped
          : list.publishedBy(author, format.date(publishedAt))}
      </span>
      {reason === null ? null : <p className="small">{reason}</p>}
    </>
  );
}

function DraftFacts({ entry: { draft } }: { readonly entry: ScriptEntry }) {
  const { list } = useMessages().scripts;
  const format = useFormat();
  if (draft === null) return <span className="quiet">{list.noDraft}</span>;
  const when = list.when(format.date(draft.savedAt), format.clock(draft.savedAt));
  return <span className="small">{list.draftBy(draft.savedBy, when)}</span>;
}
