import { useState } from 'react';
import { z } from 'zod';
import type { RecordingView } from '#src/contract';
import { useFormat, useMessages } from '../i18n/messages.tsx';
import { type ApiFailure, request } from '../storage/api.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useNow } from '../ui/timer.tsx';
import './recordings.css';

/** TW-71: a recording that can be heard, or why it cannot. Nothing is fetched before it is asked for. */
export function RecordingPlayer({ recording }: { readonly recording: RecordingView }) {
  const { recordings: words } = useMessages();
  const format = useFormat();
  const now = useNow(30);
  const { deletedAt, deleteAfter, seconds } = recording;
  if (deletedAt !== null) {
    const when = words.when(format.date(deletedAt), format.clock(deletedAt));
    return <p className="quiet">{words.deleted(when)}</p>;
  }
  if (deleteAfter <= now) return <p className="quiet">{words.beingDeleted}</p>;
  if (seconds === null) return <p className="quiet">{words.goesOn}</p>;
  if (seconds === 0) return <p className="quiet">{words.nothingSaid}</p>;
  return <Sound recording={recording} seconds={seconds} />;
}

type Playing = 'silent' | 'open' | ApiFailure;

function Sound(props: { readonly recording: RecordingView; readonly seconds: number }) {
  const { recordings: words, failures } = useMessages();
  const format = useFormat();
  const { id, kind, beganAt } = props.recording;
  const path = `/api/recordings/${id}/audio`;
  const [playing, setPlaying] = useState<Playing>('silent');
  const length = words.length(Math.floor(props.seconds / 60), props.seconds % 60);
  const about = words.about(
    words.kinds[kind],
    words.when(format.date(beganAt), format.clock(beganAt)),
    length,
  );
  const open = () => setPlaying('open');
  /** The player does not say why it has no sound; the hub does. */
  const ask = async () => {
    const answer = await request(path, z.null());
    if (!answer.ok) setPlaying(answer.error);
  };
  if (playing === 'silent') {
    return (
      <Button icon="voice" description={about} onPress={open}>
        {words.listen(format.stopwatch(props.seconds))}
      </Button>
    );
  }
  if (playing === 'open') {
    return (
      // biome-ignore lint/a11y/useMediaCaption: nobody has written down what a person said.
      <audio
        className="recording-sound"
        ref={(player) => player?.focus()}
        src={path}
        aria-label={about}
        controls
        autoPlay
        onError={() => void ask()}
      />
    );
  }
  const isDeleted = playing.where === 'deleted';
  return (
    <Notice
      tone="warning"
      title={words.notHeard}
      next={isDeleted ? words.wasDeleted : failures.apiErrors[playing.code]}
      actions={
        isDeleted ? undefined : (
          <Button icon="reload" onPress={open}>
            {words.again}
          </Button>
        )
      }
    />
  );
}
