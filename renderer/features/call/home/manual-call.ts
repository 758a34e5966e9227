import { err, ok, type PhoneRegion, parsePhone, type Result } from '#src/kernel';

/** A call as it is entered by hand. */
export type ManualCallDraft = {
  readonly number: string;
  readonly mode: 'live' | 'afterwards';
  /** Local date and time, as the field gives it: `2026-11-21T14:30`. */
  readonly time: string;
};
/** `number` is `null` where it was withheld; `openedAt` an instant, ISO 8601. */
export type ManualCall = { readonly number: string | null; readonly openedAt: string };
export type ManualCallProblems = {
  readonly number?: 'not-a-phone-number' | 'short-code';
  readonly time?: 'not-in-the-past';
};

/** The number (absent where it was withheld) and the instant, or what to correct. */
export function readManualCall(
  draft: ManualCallDraft,
  region: PhoneRegion,
  now: string,
): Result<ManualCall, ManualCallProblems> {
  const phone = draft.number.trim() === '' ? null : parsePhone(draft.number, region);
  const openedAt = draft.mode === 'live' ? now : pastInstant(draft.time, now);
  if (phone?.ok !== false && openedAt !== null) {
    return ok({ number: phone?.value.e164 ?? null, openedAt });
  }
  return err({
    ...(phone?.ok === false ? { number: phone.error.code } : {}),
    ...(openedAt === null ? { time: 'not-in-the-past' as const } : {}),
  });
}

function pastInstant(localTime: string, now: string): string | null {
  const instant = Date.parse(localTime);
  return Number.isNaN(instant) || instant > Date.parse(now)
    ? null
    : new Date(instant).toISOString();
}
