import type { CallView } from '#src/contract';
import { useFormat, useMessages } from '../i18n/messages.tsx';
import { Panel } from '../ui/panel.tsx';
import { RecordingPlayer } from './recording-player.tsx';

/** What was said before this call, or in it, and is kept: for who holds it. Nothing where nothing is. */
export function RecordingsOfCall({ call }: { readonly call: CallView }) {
  const { recordings: words } = useMessages();
  const format = useFormat();
  if (call.recordings.length === 0) return null;
  return (
    <Panel title={words.title}>
      <ul className="recordings-of-call">
        {call.recordings.map((recording) => (
          <li key={recording.id}>
            <p>
              <b>{words.kinds[recording.kind]}</b>{' '}
              <span className="small quiet">
                {words.when(format.date(recording.beganAt), format.clock(recording.beganAt))}
              </span>
            </p>
            <RecordingPlayer recording={recording} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
