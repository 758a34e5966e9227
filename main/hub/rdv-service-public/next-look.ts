import { Temporal } from 'temporal-polyfill';

/** Minutes after which a draft is looked at again, by how often it was since it last changed. */
const firstDelays = [1, 2, 5, 10, 20, 40];
const hourly = { minutes: 60, untilLook: 30 };
const thereafterMinutes = 360;

const keptDays = 60;

/**
 * BO-67: when to look at a draft again, where nothing is announced by itself. `null`: not any more, sixty days after it was made or
 * after its appointment.
 */
export function nextLook(
  draft: { readonly looks: number; readonly askedAt: string; readonly start: string | null },
  now: string,
): string | null {
  const next = Temporal.Instant.from(now).add({ minutes: delayMinutes(draft.looks) });
  const from = draft.start ?? draft.askedAt;
  const last = Temporal.Instant.from(from).add({ hours: keptDays * 24 });
  return Temporal.Instant.compare(next, last) <= 0 ? next.toString() : null;
}

function delayMinutes(looks: number): number {
  return firstDelays[looks] ?? (looks < hourly.untilLook ? hourly.minutes : thereafterMinutes);
}
