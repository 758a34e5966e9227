import { parseTime } from '@internationalized/date';
import { useMemo } from 'react';
import { DateInput, DateSegment, TimeField } from 'react-aria-components';
import { v7 as uuidv7 } from 'uuid';
import type { DiaryView } from '#src/contract';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { useDesk, useEntities } from '../../storage/desk.tsx';
import { type Draft, useDraft } from '../../storage/draft.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { EmptyState, LoadingState } from '../../ui/states.tsx';
import {
  type DraftRange,
  dayProblem,
  nextRange,
  slotsAWeek,
  type Week,
  week,
  weekdays,
} from './week.ts';
import './availability.css';

const lengths = ['15', '20', '30', '45', '60', '90', '120'] as const;

/** The weekly ranges in which advisers may book at the mediator's venue. */
export function AvailabilityPage() {
  const { session } = useDesk();
  const { app } = useMessages();
  const diaries = useEntities('diary');
  const { venueId } = session.account;
  if (diaries === undefined) return <LoadingState />;
  if (venueId === null) return <EmptyState title={app.noFeature} />;
  const diary = diaries.find((candidate) => candidate.venueId === venueId) ?? null;
  return <KeptWeek diary={diary} venueId={venueId} />;
}

/** What is edited and not saved yet is kept on this desk. */
function KeptWeek(props: { readonly diary: DiaryView | null; readonly venueId: string }) {
  const draft = useDraft(`availability:${props.venueId}`, week);
  return draft === undefined ? <LoadingState /> : <WeekEditor {...props} draft={draft} />;
}

function WeekEditor(props: {
  readonly diary: DiaryView | null;
  readonly venueId: string;
  readonly draft: Draft<Week>;
}) {
  const { referrals: words } = useMessages();
  const format = useFormat();
  const { act } = useDesk();
  const { diary, venueId, draft } = props;
  const saved = useMemo(() => weekOf(diary), [diary]);
  const { ranges, minutes } = draft.value ?? saved;
  const change = (part: Partial<Week>) =>
    void draft.write((before) => ({ ...(before ?? saved), ...part }));
  const perDay = Map.groupBy(ranges, ({ weekday }) => weekday);
  const isWrong = [...perDay.values()].some((day) => dayProblem(day) !== null);

  function save() {
    if (isWrong) return;
    void act('diary.set', {
      diaryId: diary?.id ?? uuidv7(),
      venueId,
      slotMinutes: minutes,
      ranges: ranges.map(({ weekday, from, to }) => ({ weekday, from, to })),
    });
    void draft.forget();
    announce(words.availabilitySaved);
  }

  return (
    <div className="availability">
      <header className="availability-head">
        <div>
          <h1>{words.availabilityTitle}</h1>
          <p className="quiet">{words.availabilityHelp}</p>
        </div>
        <Button
          variant="primary"
          size="call"
          icon="check"
          shortcut="Ctrl+Enter"
          isDisabled={isWrong}
          onPress={save}
        >
          {words.save}
        </Button>
      </header>
      <Panel className="availability-week">
        <div className="availability-length">
          <Select
            label={words.slotMinutes}
            options={lengths.map((id) => ({ id, label: words.minutes(Number(id)) }))}
            value={lengths.find((id) => Number(id) === minutes) ?? null}
            onChange={(id) => change({ minutes: Number(id) })}
          />
          <p className="quiet">
            {words.perWeek(slotsAWeek(ranges, minutes))}
            {diary === null ? null : `, ${words.clockOf(format.placeOfZone(diary.zone))}`}
          </p>
        </div>
        {weekdays.map((weekday) => (
          <Day
            key={weekday}
            weekday={weekday}
            ranges={perDay.get(weekday) ?? []}
            onChange={(day) =>
              change({ ranges: [...ranges.filter((r) => r.weekday !== weekday), ...day] })
            }
          />
        ))}
      </Panel>
    </div>
  );
}

/** The hub's diary as it is edited; an hour at a time where there is none yet. */
function weekOf(diary: DiaryView | null): Week {
  const ranges = (diary?.ranges ?? []).map((range) => ({ ...range, key: uuidv7() }));
  return {
    minutes: diary?.slotMinutes ?? 60,
    ranges: ranges.sort((a, b) => a.weekday - b.weekday || a.from.localeCompare(b.from)),
  };
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
          onPress={() => onChange([...ranges, { key: uuidv7(), weekday, ...nextRange(ranges) }])}
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

/** A time on the venue's clock, `HH:mm`; empty while one of its parts is missing. */
function TimeInput(props: {
  readonly label: string;
  readonly value: string;
  readonly isWrong: boolean;
  readonly onChange: (value: string) => void;
}) {
  return (
    <TimeField
      aria-label={props.label}
      isInvalid={props.isWrong}
      hourCycle={24}
      shouldForceLeadingZeros
      value={props.value === '' ? null : parseTime(props.value)}
      onChange={(time) => props.onChange(time === null ? '' : time.toString().slice(0, 5))}
    >
      <DateInput className="input availability-time">
        {(segment) => <DateSegment segment={segment} />}
      </DateInput>
    </TimeField>
  );
}
