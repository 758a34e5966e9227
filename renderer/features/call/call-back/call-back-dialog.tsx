import { type FormEvent, useRef, useState } from 'react';
import { callBackMoments, instantOfMoment } from '#src/calls';
import type { CallView } from '#src/contract';
import { type HoursPlace, wallClock } from '#src/hours';
import { useFormat, useMessages } from '../../../i18n/messages.tsx';
import { sentence } from '../../../map/venue-words.ts';
import { useDesk } from '../../../storage/desk.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useNow } from '../../../ui/timer.tsx';
import { phoneRegionOfLine } from '../phone-region.ts';
import { Exit } from '../workspace/exit.tsx';
import { type NumberProblem, readCallBackNumber } from './call-back-draft.ts';
import { numberOfCall } from './number-of-call.ts';
import { OwnTime } from './own-time.tsx';
import type { CallBackChoice } from './use-call-back.ts';
import './call-back.css';

type Props = {
  readonly call: CallView;
  readonly place: HoursPlace;
  /** Nobody is there to be asked: neither words to say nor another number. */
  readonly isAlone?: boolean;
  readonly onChoose: (choice: CallBackChoice) => Promise<void>;
  readonly onClose: () => void;
};

/** When to call the person back: what is usual in one key, else a day and a time of their own. */
export function CallBackDialog(props: Props) {
  const { callBack: words, common } = useMessages();
  const { session } = useDesk();
  const { call, place, isAlone = false } = props;
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<NumberProblem | null>(null);
  const [isOwnTime, setOwnTime] = useState(false);
  const line = session.lines.find(({ id }) => id === call.lineId) ?? null;
  const known = numberOfCall(call);
  const choices = useRef<HTMLDivElement>(null);

  const choose = (at: string | null) => {
    const number = readCallBackNumber(typed, known, phoneRegionOfLine(line, session.territories));
    setProblem(number.ok ? null : number.error);
    if (!number.ok) return;
    props.onClose();
    void props.onChoose({ at, number: number.value });
  };

  return (
    <Dialog
      title={isAlone ? words.choose.again : words.choose.title}
      onClose={props.onClose}
      actions={
        <Button onPress={isOwnTime ? () => setOwnTime(false) : props.onClose}>
          {isOwnTime ? words.choose.back : common.cancel}
        </Button>
      }
    >
      {isAlone ? null : (
        <>
          <p className="call-back-words">
            <q>{known === null ? words.choose.askNumber : words.choose.ask}</q>
          </p>
          <NumberField
            known={known}
            typed={typed}
            problem={problem}
            onChange={(text) => {
              setTyped(text);
              setProblem(null);
            }}
            onDone={() => choices.current?.querySelector('button')?.focus()}
          />
        </>
      )}
      <div ref={choices}>
        {isOwnTime ? (
          <OwnTime place={place} onChoose={choose} />
        ) : (
          <Moments place={place} onChoose={choose} onOwnTime={() => setOwnTime(true)} />
        )}
      </div>
      <p className="small quiet">
        {call.state === 'live' ? words.choose.hangsUp : words.choose.keeps}
      </p>
    </Dialog>
  );
}

function NumberField(props: {
  readonly known: string | null;
  readonly typed: string;
  readonly problem: NumberProblem | null;
  readonly onChange: (typed: string) => void;
  /** Enter: on to the moments, whose keys are digits too. */
  readonly onDone: () => void;
}) {
  const { callBack: words, call } = useMessages();
  const format = useFormat();
  const { known, problem } = props;
  const problems: Record<NumberProblem, string> = {
    missing: words.choose.numberFirst,
    'not-a-phone-number': call.open.badNumber,
    'short-code': call.open.shortCode,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onDone();
  };
  return (
    <form onSubmit={submit}>
      <TextField
        label={words.choose.number}
        help={
          known === null
            ? words.choose.numberMissing
            : words.choose.numberUsual(format.phone(known))
        }
        type="tel"
        value={props.typed}
        onChange={props.onChange}
        error={problem === null ? undefined : problems[problem]}
        autoFocus={known === null}
      />
    </form>
  );
}

function Moments(props: {
  readonly place: HoursPlace;
  readonly onChoose: (at: string | null) => void;
  readonly onOwnTime: () => void;
}) {
  const { callBack: words } = useMessages();
  const format = useFormat();
  const now = useNow(30);
  const { place } = props;
  const offered = callBackMoments.flatMap((moment, index) => {
    const at = instantOfMoment(moment, now, place);
    if (at === null) return [];
    const isTomorrow = wallClock(at, place.zone).weekday === tomorrow(now, place);
    const name = words.choose.moments[moment](
      isTomorrow ? null : sentence(format.weekday(wallClock(at, place.zone).weekday)),
    );
    const [date, clock] = [format.date(at, place.zone), format.clock(at, place.zone)];
    const said = moment === 'in-an-hour' ? words.choose.at : words.choose.from;
    return [{ moment, digit: index + 1, at, name, says: said(date, clock) }];
  });
  return (
    <ul className="exit-list">
      {offered.map(({ moment, digit, at, name, says }) => (
        <li key={moment}>
          <Exit digit={digit} name={name} says={says} onPress={() => props.onChoose(at)} />
        </li>
      ))}
      <li>
        <Exit
          digit={callBackMoments.length + 1}
          name={words.choose.other}
          says={null}
          onPress={props.onOwnTime}
        />
      </li>
      <li>
        <Exit
          digit={0}
          name={words.choose.none}
          says={words.choose.noneSays}
          onPress={() => props.onChoose(null)}
        />
      </li>
    </ul>
  );
}

/** Of the next working day the weekday says whether it is tomorrow: it is never a week away. */
function tomorrow(now: string, { zone }: HoursPlace): number {
  return (wallClock(now, zone).weekday % 7) + 1;
}
