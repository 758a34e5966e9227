import { type FormEvent, useState } from 'react';
import { type HoursPlace, wallClock } from '#src/hours';
import { useFormat, useMessages } from '../../../i18n/messages.tsx';
import { Button } from '../../../ui/button.tsx';
import { RadioGroup } from '../../../ui/choice.tsx';
import { NativeField } from '../../../ui/native-field.tsx';
import { type OwnTimeDraft, readOwnTime } from './call-back-draft.ts';

/** A day, and a part of it or a time, on the clock of the person's place. */
export function OwnTime(props: {
  readonly place: HoursPlace;
  readonly onChoose: (at: string) => void;
}) {
  const { callBack: words } = useMessages();
  const format = useFormat();
  const { zone } = props.place;
  const [today] = useState(() => wallClock(new Date().toISOString(), zone).day);
  const [draft, setDraft] = useState<OwnTimeDraft>({ day: '', part: 'morning', time: '' });
  const [isRefused, setRefused] = useState(false);
  const change = (changed: Partial<OwnTimeDraft>) => {
    setDraft({ ...draft, ...changed });
    setRefused(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readOwnTime(draft, zone, new Date().toISOString());
    setRefused(!read.ok);
    if (read.ok) props.onChoose(read.value);
  };
  return (
    <form className="call-back-own" noValidate onSubmit={submit}>
      <NativeField
        label={words.choose.day}
        type="date"
        min={today}
        value={draft.day}
        onChange={(day) => change({ day })}
        help={words.choose.clockOf(format.placeOfZone(zone))}
        error={isRefused ? words.choose.badTime : undefined}
        autoFocus
      />
      <RadioGroup
        label={words.choose.part}
        value={draft.part}
        onChange={(part) => change({ part })}
        inRow
        options={[
          { id: 'morning', label: words.choose.parts.morning },
          { id: 'afternoon', label: words.choose.parts.afternoon },
          { id: 'time', label: words.choose.parts.time },
        ]}
      />
      {draft.part === 'time' ? (
        <NativeField
          label={words.choose.time}
          type="time"
          value={draft.time}
          onChange={(time) => change({ time })}
          help={words.choose.clockOf(format.placeOfZone(zone))}
          error={isRefused ? words.choose.badTime : undefined}
        />
      ) : null}
      <div className="actions">
        <Button variant="primary" size="call" type="submit">
          {words.choose.save}
        </Button>
      </div>
    </form>
  );
}
