import { useState } from 'react';
import { conversationStart, wasCalled } from '#src/calls';
import type { LineView } from '#src/contract';
import type { HoursPlace } from '#src/hours';
import { useFormat, useMessages } from '../../../i18n/messages.tsx';
import type { LocalCall } from '../../../storage/desk.tsx';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { CallBackDialog } from './call-back-dialog.tsx';
import { numberOfCall } from './number-of-call.ts';
import { useCallBack } from './use-call-back.ts';
import './call-back.css';

/** The first moment of a call back: the number, the first words, and what if nobody answers. Gone with the next answer. */
export function CallingBack(props: {
  readonly local: LocalCall;
  readonly line: LineView | null;
  readonly place: HoursPlace;
  readonly flushNote: () => Promise<void>;
}) {
  const { callBack: words } = useMessages();
  const format = useFormat();
  const { local, line, place } = props;
  const { call } = local;
  const [isUnanswered, setUnanswered] = useState(false);
  const { noAnswer } = useCallBack(call.id, place.zone, props.flushNote);
  const number = numberOfCall(call);
  if (!isBeginning(local)) return null;
  return (
    <section className="panel call-back-begin" aria-label={words.live.label}>
      <p>
        <Icon name="phone" />
        {number === null ? null : <a href={`tel:${number}`}>{format.phone(number)}</a>}
        {line === null ? null : <q>{words.live.say(line.name)}</q>}
      </p>
      <Button shortcut="Alt+V" onPress={() => setUnanswered(true)}>
        {words.live.noAnswer}
      </Button>
      {isUnanswered ? (
        <CallBackDialog
          call={call}
          place={place}
          isAlone
          onChoose={noAnswer}
          onClose={() => setUnanswered(false)}
        />
      ) : null}
    </section>
  );
}

/** They were called, and nothing was answered since; their telephone may have ended it by itself. */
function isBeginning({ call, answers }: LocalCall): boolean {
  const { state, openedAt } = call;
  const last = answers.at(-1)?.at ?? openedAt;
  const start = conversationStart(call) ?? openedAt;
  const mayEnd = state === 'live' || state === 'wrap-up';
  return mayEnd && wasCalled(call) && Date.parse(last) <= Date.parse(start);
}
