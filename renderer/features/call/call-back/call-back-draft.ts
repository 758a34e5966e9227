import { instantOn, type PartOfDay, partsOfDay } from '#src/calls';
import { err, ok, type PhoneRegion, parsePhone, type Result } from '#src/kernel';

/** When to call back, in words of one's own: a day, and a part of it or a time. */
export type OwnTimeDraft = {
  /** `YYYY-MM-DD`; empty while nothing is chosen. */
  readonly day: string;
  readonly part: PartOfDay | 'time';
  /** `HH:mm`; empty while nothing is chosen. */
  readonly time: string;
};

/** Nobody agrees on a time that is farther off: a year was mistyped, where a field takes six digits of one. */
const latestMs = 366 * 24 * 60 * 60 * 1000;

/** The instant meant, on the clock of `zone`: one to come within a year, on a day and at a time that are given. */
export function readOwnTime(
  { day, part, time }: OwnTimeDraft,
  zone: string,
  now: string,
): Result<string, 'not-to-come'> {
  const clock = part === 'time' ? time : partsOfDay[part];
  if (!/^\d{4}-/.test(day) || clock === '') return err('not-to-come');
  const instant = instantOn(day, clock, zone);
  const ahead = Date.parse(instant) - Date.parse(now);
  return ahead > 0 && ahead < latestMs ? ok(instant) : err('not-to-come');
}

export type NumberProblem = 'missing' | 'not-a-phone-number' | 'short-code';

/** The number typed; `null` where none is, and another is known already. */
export function readCallBackNumber(
  typed: string,
  known: string | null,
  region: PhoneRegion,
): Result<string | null, NumberProblem> {
  if (typed.trim() === '') return known === null ? err('missing') : ok(null);
  const phone = parsePhone(typed, region);
  return phone.ok ? ok(phone.value.e164) : err(phone.error.code);
}
