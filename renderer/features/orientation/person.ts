import { type PersonDetails, personDetails } from '#src/contract';
import { err, ok, type PhoneRegion, parsePhone, type Result } from '#src/kernel';
import type { OrientationDraft } from './draft.ts';

/** What is wrong with the person as typed. */
export type PersonProblems = {
  readonly name?: 'missing';
  readonly callerName?: 'missing';
  readonly phone?: 'not-a-phone-number' | 'short-code';
};

/** Who is on the line and for whom, as `people.identify` wants it. */
type People = { readonly caller: PersonDetails; readonly beneficiary: PersonDetails | null };

/**
 * Reads the person typed beside a booking: the one who is helped, and the one who phones where the
 * script says that they differ. The telephone is that of the person who can be reached: the helped one.
 */
export function readPeople(
  draft: Pick<OrientationDraft, 'name' | 'callerName' | 'phone'>,
  about: {
    readonly isForOther: boolean;
    readonly number: string | null;
    readonly region: PhoneRegion;
    readonly newId: () => string;
  },
): Result<People, PersonProblems> {
  const phone = readPhone(draft.phone, about);
  const helped = personOf(about.newId(), draft.name, phone.ok ? phone.value : null);
  const caller = about.isForOther
    ? personOf(about.newId(), draft.callerName, about.number)
    : helped;
  if (phone.ok && helped !== null && caller !== null) {
    return ok({ caller, beneficiary: about.isForOther ? helped : null });
  }
  return err({
    ...(helped === null ? { name: 'missing' as const } : {}),
    ...(about.isForOther && caller === null ? { callerName: 'missing' as const } : {}),
    ...(phone.ok ? {} : { phone: phone.error.code }),
  });
}

function readPhone(
  typed: string | null,
  about: {
    readonly isForOther: boolean;
    readonly number: string | null;
    readonly region: PhoneRegion;
  },
): Result<string | null, { readonly code: 'not-a-phone-number' | 'short-code' }> {
  if (typed === null) return ok(about.isForOther ? null : about.number);
  if (typed.trim() === '') return ok(null);
  const phone = parsePhone(typed, about.region);
  return phone.ok ? ok(phone.value.e164) : phone;
}

function personOf(personId: string, name: string, phone: string | null): PersonDetails | null {
  const parsed = personDetails.safeParse({ personId, name, phone, email: null, address: null });
  return parsed.success ? parsed.data : null;
}

/** The number at which the person can be reached, as far as it is known or typed; `null`: none. */
export function reachableAt(
  people: { readonly caller: PersonDetails | null; readonly beneficiary: PersonDetails | null },
  draft: Pick<OrientationDraft, 'phone'>,
  about: {
    readonly isForOther: boolean;
    readonly number: string | null;
    readonly region: PhoneRegion;
  },
): string | null {
  const helped = people.beneficiary ?? people.caller;
  if (helped !== null) return helped.phone ?? about.number;
  const typed = readPhone(draft.phone, about);
  return typed.ok ? typed.value : null;
}
