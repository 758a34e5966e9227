import { useFormat, useMessages } from '../i18n/messages.tsx';
import { clocksDiffer } from '../search/clock-time.ts';
import { type DeskFilters, deskZone, placeOfOrigin } from '../search/desk-filters.ts';
import { type Option, Select } from '../ui/select.tsx';
import { useNow } from '../ui/timer.tsx';
import { openChoices } from './open-choices.ts';

const anyTime = 'any';
const rightNow = 'now';
const otherTime = 'other';

/** When the venue must be open, in the words of somebody on the telephone: now, or a part of a day. */
export function OpenChip(props: {
  readonly desk: DeskFilters;
  /** The clock on which a time is meant. */
  readonly zone: string;
  readonly onChange: (desk: DeskFilters) => void;
  /** A day and a time that are not among those offered. */
  readonly onOther?: () => void;
}) {
  const { desk, zone, onChange } = props;
  const { search, venues } = useMessages();
  const { open } = search;
  const format = useFormat();
  const now = useNow(60);
  const { openAt } = desk.filters;
  const place = placeOfOrigin(desk.origin);
  const offered: readonly Option<string>[] = openChoices(now, zone).map(
    ({ instant, weekday, part }) => ({
      id: instant,
      label: weekday === null ? open.today[part] : open.onWeekday[part](format.weekday(weekday)),
      hint: `${format.shortDate(instant, zone)}, ${format.clock(instant, zone)}`,
    }),
  );
  const isOffered = openAt === null || offered.some(({ id }) => id === openAt);
  const chosen = isOffered
    ? []
    : [{ id: openAt, label: open.at(format.date(openAt, zone), format.clock(openAt, zone)) }];
  const choose = (id: string) => {
    if (id === otherTime) props.onOther?.();
    else {
      const instant = id === anyTime || id === rightNow ? null : id;
      const filters = { ...desk.filters, openAt: instant };
      onChange({ ...desk, filters, isOpenNow: id === rightNow });
    }
  };
  return (
    <>
      <span aria-hidden="true">{open.open}</span>
      <Select
        label={open.label}
        shortcut="O"
        options={[
          { id: anyTime, label: open.any },
          { id: rightNow, label: open.now },
          ...chosen,
          ...offered,
          ...(props.onOther === undefined ? [] : [{ id: otherTime, label: open.other }]),
        ]}
        value={desk.isOpenNow ? rightNow : (openAt ?? anyTime)}
        onChange={choose}
      />
      {openAt !== null && place !== null && clocksDiffer(openAt, zone, deskZone()) ? (
        <span className="small">{open.clockOf(venues.hours.territories[place.territory])}</span>
      ) : null}
    </>
  );
}
