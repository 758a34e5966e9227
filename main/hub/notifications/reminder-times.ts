import { Temporal } from 'temporal-polyfill';

/** ME-21: nobody is reminded before eight in the morning or after eight in the evening, on their own clock. */
const firstHour = 8;
const lastHour = 20;

const leads = {
  'reminder-two-days': { days: 2 },
  'reminder-two-hours': { hours: 2 },
} as const;

/** A message that says again what is to come. */
export type ReminderKind = keyof typeof leads;
export const reminderKinds = Object.keys(leads).filter(isReminder);

/** Whether a message of this kind waits for the hours at which people are reminded. */
export function isReminder(kind: string): kind is ReminderKind {
  return kind in leads;
}

/** ME-21: when the reminder leaves; `null` where that would be past already, or not before the appointment. */
export function reminderTime(
  kind: ReminderKind,
  appointment: { readonly start: string },
  zone: string,
  now: string,
): string | null {
  const start = Temporal.Instant.from(appointment.start);
  const due = inHours(start.toZonedDateTimeISO(zone).subtract(leads[kind])).toInstant();
  const isTimely =
    Temporal.Instant.compare(now, due) < 0 && Temporal.Instant.compare(due, start) < 0;
  return isTimely ? due.toString() : null;
}

/** When a reminder that is due at `now` may leave: now, or as soon as it is eight again. */
export function nextReminderHour(now: string, zone: string): string {
  const here = Temporal.Instant.from(now).toZonedDateTimeISO(zone);
  if (Temporal.ZonedDateTime.compare(here, inHours(here)) === 0) return now;
  const day = here.hour < firstHour ? here : here.add({ days: 1 });
  return atHour(day, firstHour).toInstant().toString();
}

/** The nearest moment of the same day at which somebody may be reminded. */
function inHours(moment: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const [first, last] = [atHour(moment, firstHour), atHour(moment, lastHour)];
  if (Temporal.ZonedDateTime.compare(moment, first) < 0) return first;
  return Temporal.ZonedDateTime.compare(moment, last) > 0 ? last : moment;
}

function atHour(moment: Temporal.ZonedDateTime, hour: number): Temporal.ZonedDateTime {
  return moment.toPlainDate().toZonedDateTime({
    timeZone: moment.timeZoneId,
    plainTime: new Temporal.PlainTime(hour),
  });
}
