import { Temporal } from 'temporal-polyfill';
import { hoursPlaceOf, nextDays, readHours, type WeeklyHours, weekOf } from '#src/hours';
import type { Venue } from '#src/venues';
import { useFormat, useMessages } from '../i18n/messages.tsx';
import { openNowLine, periodsLine, rangesLine } from './hours-words.ts';
import { useHoursView } from './use-hours-view.ts';
import { weekRows } from './week-rows.ts';
import './venue-week.css';

/**
 * The hours of a venue: whether it is open, its usual week as a table with today marked, and the
 * holidays of the days to come. Weeks that differ are shown by their next days; a text that cannot be
 * trusted is shown as it is written.
 */
export function VenueWeek({ venue }: { readonly venue: Venue }) {
  const { venues } = useMessages();
  const words = { venues, format: useFormat() };
  const view = useHoursView();
  const { hoursText } = venue;
  if (hoursText === null) return <span className="warn">{venues.card.unknownHours}</span>;
  const hours = readHours(hoursText);
  if (!hours.trusted) {
    return (
      <span className="warn">
        {venues.card.rawHours} <q>{hoursText}</q>
      </span>
    );
  }
  const place = hoursPlaceOf(venue.communeCode, venue.postcode);
  const today = Temporal.Instant.from(view.now).toZonedDateTimeISO(place.zone).toPlainDate();
  const week = weekOf(hours);
  const days = nextDays(hours, place, today.toString(), view.disputed).map(({ day, opening }) => ({
    day,
    name: words.format.shortDay(day),
    weekday: words.format.weekday(Temporal.PlainDate.from(day).dayOfWeek, 'short'),
    isToday: today.equals(day),
    isHoliday: opening.known ? opening.onHoliday : opening.reason.startsWith('holiday'),
    text: periodsLine(opening, words),
  }));
  const now = openNowLine(venue, view, words);
  return (
    <div className="venue-week">
      <p className={now.kind === 'doubt' ? 'warn' : 'venue-week-now'}>{now.text}</p>
      {week.understood ? (
        <>
          <UsualWeek week={week.week} today={today.dayOfWeek} />
          <Holidays openOn={week.openOnHolidays} />
          {days
            .filter(({ isHoliday }) => isHoliday)
            .map(({ day, name, text }) => (
              <p key={day} className="warn">
                {venues.hours.holidayComing(name, text)}
              </p>
            ))}
        </>
      ) : (
        <>
          <p className="small quiet">{venues.card.nextDays}</p>
          <Table
            rows={days.map(({ day, weekday, name, isToday, text }) => ({
              id: day,
              name: `${weekday} ${name}`,
              isToday,
              text,
            }))}
          />
        </>
      )}
    </div>
  );
}

function UsualWeek(props: {
  readonly week: Extract<WeeklyHours, { readonly understood: true }>['week'];
  readonly today: number;
}) {
  const { venues } = useMessages();
  const format = useFormat();
  return (
    <Table
      rows={weekRows(props.week).map(({ weekday, ranges }) => ({
        id: String(weekday),
        name: format.weekday(weekday),
        isToday: weekday === props.today,
        text:
          ranges.length === 0
            ? venues.hours.state.closedDay
            : rangesLine(ranges, { venues, format }),
      }))}
    />
  );
}

function Table(props: {
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly isToday: boolean;
    readonly text: string;
  }[];
}) {
  const { venues } = useMessages();
  return (
    <table>
      <tbody>
        {props.rows.map(({ id, name, isToday, text }) => (
          <tr key={id} className={isToday ? 'venue-week-today' : undefined}>
            <th scope="row">
              {name}
              {isToday ? <span className="visually-hidden"> ({venues.hours.today})</span> : null}
            </th>
            <td>{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Holidays({ openOn }: { readonly openOn: boolean | null }) {
  const { holidays } = useMessages().venues.hours;
  return (
    <p className="small quiet">
      {openOn === null ? holidays.unknown : openOn ? holidays.open : holidays.closed}
    </p>
  );
}
