import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import type { DraftKind } from './diary-draft.ts';
import { TimeInput } from './time-input.tsx';
import { always, type DraftRange, dayProblem, nextRange, slotsAWeek, weekdays } from './week.ts';
import { WeekGrid } from './week-grid.tsx';

const any = 'any';

/** The weekly ranges, drawn on the week or typed in the list that says the same. */
export function WeekRanges(props: {
  readonly kinds: readonly DraftKind[];
  readonly ranges: readonly DraftRange[];
  readonly zone: string | null;
  readonly onChange: (ranges: readonly DraftRange[]) => void;
}) {
  const { availability, referrals: words } = useMessages();
  const format = useFormat();
  const { kinds, ranges, zone, onChange } = props;
  const [forKind, setForKind] = useState<string>(any);
  const [first] = kinds;
  const nameOfKind = (kindId: string) => kinds.find(({ id }) => id === kindId)?.name ?? '';
  return (
    <Panel className="availability-week">
      <div className="availability-length">
        <Select
          label={availability.drawFor}
          options={[
            { id: any, label: availability.anyKind },
            ...kinds.map(({ id, name }) => ({ id, label: name })),
          ]}
          value={forKind}
          onChange={setForKind}
        />
        <p className="quiet">
          {first === undefined ? null : words.perWeek(slotsAWeek(ranges, first))}
          {zone === null ? null : `, ${words.clockOf(format.placeOfZone(zone))}`}
        </p>
      </div>
      <WeekGrid
        ranges={ranges}
        kindId={forKind === any ? null : forKind}
        nameOfKind={nameOfKind}
        onChange={onChange}
      />
      <details className="availability-list">
        <summary>{availability.list}</summary>
        {weekdays.map((weekday) => (
          <Day
            key={weekday}
            weekday={weekday}
            ranges={ranges.filter((range) => range.weekday === weekday)}
            onChange={(day) =>
              onChange([...ranges.filter((range) => range.weekday !== weekday), ...day])
            }
          />
        ))}
      </details>
    </Panel>
  );
}

function Day(props: {
  readonly weekday: number;
  readonly ranges: readonly DraftRange[];
  readonly onChange: (ranges: readonly DraftRange[]) => void;
}) {
  const { referrals: words } = useMessages();
  const format = useFormat();
  const { weekday, ranges, onChange } = props;
  const name = format.weekday(weekday);
  const problem = dayProblem(ranges);

  function change(key: string, edit: Partial<DraftRange>) {
    onChange(ranges.map((range) => (range.key === key ? { ...range, ...edit } : range)));
  }

  return (
    <fieldset className="availability-day">
      <legend>{name}</legend>
      <div className="availability-ranges">
        {ranges.length === 0 ? <span className="quiet">{words.noRange}</span> : null}
        {ranges.map((range) => (
          <span key={range.key} className="availability-range">
            <TimeInput
              label={`${name}, ${words.rangeFrom}`}
              value={range.from}
              isWrong={problem !== null}
              onChange={(from) => change(range.key, { from })}
            />
            <span aria-hidden="true">{words.rangeTo}</span>
            <TimeInput
              label={`${name}, ${words.rangeTo}`}
              value={range.to}
              isWrong={problem !== null}
              onChange={(to) => change(range.key, { to })}
            />
            <IconButton
              icon="close"
              label={words.removeRange(name, range.from, range.to)}
              onPress={() => onChange(ranges.filter(({ key }) => key !== range.key))}
            />
          </span>
        ))}
        <IconButton
          icon="plus"
          label={words.addRange(name)}
          onPress={() =>
            onChange([...ranges, { key: uuidv7(), weekday, ...always, ...nextRange(ranges) }])
          }
        />
      </div>
      {problem === null ? null : (
        <p className="field-error" role="alert">
          {problem === 'overlap' ? words.overlap : words.wrongRange}
        </p>
      )}
    </fieldset>
  );
}
