import { useState } from 'react';
import { type HalfDay, halfDays } from '#src/booking';
import type { ReferralView } from '#src/contract';
import { useFormat, useMessages } from '../i18n/messages.tsx';
import { useDesk } from '../storage/desk.tsx';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/choice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import './wait-list.css';

const weekdays = [1, 2, 3, 4, 5, 6] as const;
const usualDays: readonly number[] = [1, 2, 3, 4, 5];

/** BO-70: whether the person would come earlier, and when they can. */
export function WaitDialog(props: {
  readonly referral: ReferralView;
  readonly onClose: () => void;
}) {
  const { common, waitList: words } = useMessages();
  const format = useFormat();
  const { act } = useDesk();
  const { referral, onClose } = props;
  const { waiting, summary, id: referralId } = referral;
  const [days, setDays] = useState<readonly number[]>(waiting?.suits.weekdays ?? usualDays);
  const [halves, setHalves] = useState<readonly HalfDay[]>(waiting?.suits.halves ?? halfDays);
  const { name } = summary.person;

  function join() {
    const suits = { weekdays: [...days], halves: [...halves] };
    void act('wait.join', { referralId, suits });
    announce(words.joined(name));
    onClose();
  }

  function leave() {
    void act('wait.leave', { referralId });
    announce(words.left(name));
    onClose();
  }

  return (
    <Dialog
      title={words.title(name)}
      onClose={onClose}
      actions={
        <>
          {waiting === null ? (
            <Button onPress={onClose}>{common.cancel}</Button>
          ) : (
            <Button onPress={leave}>{words.leave}</Button>
          )}
          <Button
            variant="primary"
            shortcut="Ctrl+Enter"
            isDisabled={days.length === 0 || halves.length === 0}
            onPress={join}
          >
            {waiting === null ? words.join : words.change}
          </Button>
        </>
      }
    >
      <p className="quiet">{words.help}</p>
      <fieldset className="wait-choices">
        <legend>{words.days}</legend>
        {weekdays.map((day) => (
          <Checkbox
            key={day}
            isSelected={days.includes(day)}
            onChange={(isOn) => setDays(toggled(days, day, isOn))}
          >
            {format.weekday(day)}
          </Checkbox>
        ))}
      </fieldset>
      <fieldset className="wait-choices">
        <legend>{words.halves}</legend>
        {halfDays.map((half) => (
          <Checkbox
            key={half}
            isSelected={halves.includes(half)}
            onChange={(isOn) => setHalves(toggled(halves, half, isOn))}
          >
            {words.half[half]}
          </Checkbox>
        ))}
      </fieldset>
    </Dialog>
  );
}

function toggled<Value>(values: readonly Value[], value: Value, isOn: boolean): readonly Value[] {
  const others = values.filter((other) => other !== value);
  return isOn ? [...others, value] : others;
}
