import { Temporal } from 'temporal-polyfill';
import type { PersonMessageKind } from './facts.ts';

/** What happened, of which a person is told. */
export type MessageEvent = 'booked' | 'moved' | 'cancelled' | 'proposed' | 'offered';

/** A message that is to leave, at an instant (ISO 8601 in UTC). */
export type PlannedMessage = { readonly kind: PersonMessageKind; readonly sendAt: string };

/** Reminders leave from this hour to that one, both included, on the person's clock. */
const firstHour = 8;
const lastHour = 20;

const toldAtOnce = {
  booked: 'confirmation',
  moved: 'moved',
  cancelled: 'cancelled',
  proposed: 'proposal',
  offered: 'earlier-offer',
} as const satisfies Record<MessageEvent, PersonMessageKind>;

/**
 * ME-9, ME-10: what leaves because of an event, in order of time. What happened is told at once; an appointment that was booked
 * or moved has its reminders too. Whoever keeps messages takes back those of before the event that have not left.
 */
export function planned(input: {
  readonly event: MessageEvent;
  /** When the appointment begins: the new one of what was moved. ISO 8601. */
  readonly start: string;
  readonly now: string;
  /** IANA zone: the person's clock. */
  readonly personZone: string;
}): readonly PlannedMessage[] {
  const { event, start, now, personZone } = input;
  const told: PlannedMessage = {
    kind: toldAtOnce[event],
    sendAt: Temporal.Instant.from(now).toString(),
  };
  if (event !== 'booked' && event !== 'moved') return [told];
  const begin = Temporal.Instant.from(start).toZonedDateTimeISO(personZone);
  const reminders = [
    { kind: 'reminder-two-days', due: begin.subtract({ days: 2 }) },
    { kind: 'reminder-two-hours', due: begin.subtract({ hours: 2 }) },
  ] as const;
  return [
    told,
    ...reminders
      .map(({ kind, due }) => ({ kind, sendAt: inDaytime(due).toInstant() }))
      .filter(({ sendAt }) => Temporal.Instant.compare(sendAt, now) > 0)
      .map(({ kind, sendAt }) => ({ kind, sendAt: sendAt.toString() })),
  ];
}

/** ME-10: a reminder that falls in the night leaves before it, at eight in the evening: after it, it might come too late. */
function inDaytime(due: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  if (isDaytime(due)) return due;
  const evening = due.hour < firstHour ? due.subtract({ days: 1 }) : due;
  return evening.withPlainTime({ hour: lastHour });
}

function isDaytime(moment: Temporal.ZonedDateTime): boolean {
  const time = moment.toPlainTime();
  return (
    Temporal.PlainTime.compare(time, { hour: firstHour }) >= 0 &&
    Temporal.PlainTime.compare(time, { hour: lastHour }) <= 0
  );
}

/** What is not told at night. */
const byDay: readonly PersonMessageKind[] = [
  'reminder-two-days',
  'reminder-two-hours',
  'earlier-offer',
];

/** What to do with a message whose time has come. */
export type Departure =
  | { readonly code: 'send' }
  /** Not before this instant, ISO 8601 in UTC. */
  | { readonly code: 'wait'; readonly until: string }
  | { readonly code: 'drop' };

/**
 * ME-11: whether a message may leave now, whenever the sender wakes up. A reminder never leaves at night nor once the appointment
 * has begun, nor does an earlier time, which is kept for hours of the day; of an appointment that has begun, nothing is told but
 * that it is cancelled.
 */
export function departure(
  message: PlannedMessage,
  at: { readonly start: string; readonly now: string; readonly personZone: string },
): Departure {
  const { start, now, personZone } = at;
  if (Temporal.Instant.compare(message.sendAt, now) > 0) {
    return { code: 'wait', until: message.sendAt };
  }
  if (message.kind === 'cancelled') return { code: 'send' };
  if (Temporal.Instant.compare(now, start) >= 0) return { code: 'drop' };
  const here = Temporal.Instant.from(now).toZonedDateTimeISO(personZone);
  if (!byDay.includes(message.kind) || isDaytime(here)) return { code: 'send' };
  const morning = (here.hour < firstHour ? here : here.add({ days: 1 })).withPlainTime({
    hour: firstHour,
  });
  return Temporal.Instant.compare(morning.toInstant(), start) < 0
    ? { code: 'wait', until: morning.toInstant().toString() }
    : { code: 'drop' };
}
