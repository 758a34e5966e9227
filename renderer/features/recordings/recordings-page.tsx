import { type ReactNode, useState } from 'react';
import { type ListedRecording, recordingList } from '#src/contract';
import type { RecordingKind } from '#src/routing';
import { useMessages } from '../../i18n/messages.tsx';
import { useLiveRead } from '../../storage/use-live-read.ts';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState, StaleBadge } from '../../ui/states.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { RecordingRow } from './recording-row.tsx';
import './recordings.css';

/** TW-75: what carriers keep of voices, as far as the account may hear or delete it. */
export function RecordingsPage() {
  const { recordings: words, failures } = useMessages();
  const { value, failure, readAgain } = useLiveRead('/api/recordings', recordingList);
  const [erasing, setErasing] = useState<ListedRecording | null>(null);
  const list = (kind: RecordingKind) =>
    (value?.recordings ?? []).filter((recording) => recording.kind === kind);
  return (
    <div className="recordings-page">
      <header className="recordings-head">
        <h1>{words.title}</h1>
        {value !== null && failure !== null ? <StaleBadge since={value.now} /> : null}
      </header>
      <p className="quiet">{words.lead}</p>
      {value === null && failure === null ? <LoadingState /> : null}
      {value === null && failure !== null ? (
        <ErrorState
          title={words.readFailed}
          safe={words.readFailedSafe}
          next={failures.apiErrors[failure.code]}
          onRetry={readAgain}
        />
      ) : null}
      {value === null ? null : (
        <>
          <Panel title={words.words}>
            <Recordings of={list('voicemail')} now={value.now} onErase={setErasing}>
              <EmptyState title={words.noWords}>{words.noWordsHelp}</EmptyState>
            </Recordings>
          </Panel>
          <Panel title={words.conversations}>
            <Recordings of={list('conversation')} now={value.now} onErase={setErasing}>
              <EmptyState title={words.noConversations}>{words.noConversationsHelp}</EmptyState>
            </Recordings>
          </Panel>
        </>
      )}
      {erasing === null ? null : (
        <EraseDialog recording={erasing} onErased={readAgain} onClose={() => setErasing(null)} />
      )}
    </div>
  );
}

function Recordings(props: {
  readonly of: readonly ListedRecording[];
  readonly now: string;
  readonly onErase: (recording: ListedRecording) => void;
  /** Where there are none. */
  readonly children: ReactNode;
}) {
  if (props.of.length === 0) return props.children;
  return (
    <ul className="recordings-list">
      {props.of.map((recording) => (
        <RecordingRow
          key={recording.id}
          recording={recording}
          now={props.now}
          onErase={props.onErase}
        />
      ))}
    </ul>
  );
}
