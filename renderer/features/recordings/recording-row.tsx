import type { ListedRecording } from '#src/contract';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { RecordingPlayer } from '../../recordings/recording-player.tsx';
import { Button } from '../../ui/button.tsx';
import { Tag } from '../../ui/tag.tsx';
import { isKept, isUnheard } from './kept.ts';

/** On which line, when, what becomes of who spoke, and the sound itself. Who phoned is for whoever calls back. */
export function RecordingRow(props: {
  readonly recording: ListedRecording;
  /** When the list was read. */
  readonly now: string;
  readonly onErase: (recording: ListedRecording) => void;
}) {
  const { recordings: words } = useMessages();
  const format = useFormat();
  const { recording } = props;
  const { kind, beganAt, deleteAfter, lineName, callState } = recording;
  const isThere = isKept(recording, props.now);
  const when = words.when(format.date(beganAt), format.clock(beganAt));
  return (
    <li>
      <div>
        <p>
          <b>{lineName}</b>{' '}
          {isUnheard(recording, props.now) ? <Tag tone="signal">{words.isNew}</Tag> : null}
        </p>
        <p className="small quiet">
          {when}
          {isThere ? `, ${words.keptUntil(format.shortDate(deleteAfter))}` : null}
        </p>
        {kind === 'voicemail' ? <p className="small">{words.callStates[callState]}</p> : null}
      </div>
      <div>{recording.mayHear || !isThere ? <RecordingPlayer recording={recording} /> : null}</div>
      <div className="recordings-acts">
        {isThere && recording.mayDelete && recording.seconds !== null ? (
          <Button
            variant="quiet"
            description={`${lineName}, ${when}`}
            onPress={() => props.onErase(recording)}
          >
            {words.erase}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
