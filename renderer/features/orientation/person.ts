import { type PersonDetails, type PersonProblems, readPerson } from '#src/contract';
import { err, ok, type PhoneRegion, parsePhone, type Result } from '#src/kernel';
import type { OrientationDraft } from './draft.ts';

/** What is wrong with the people as typed. */
export type PeopleProblems = PersonProblems & { readonly callerName?: 'missing' };

/** Who is on the line and for whom, as `people.identify` wants it. */
export type People = { readonly caller: PersonDetails; readonly beneficiary: PersonDetails | null };

type CallKnows = {
  readonly isForOther: boolean;
  readonly number: string | null;
  readonly region: PhoneRegion;
};

/**
 * Reads the people typed beside a booking: the one who is helped, and the one who phones where the
 * script says that they differ. The telephone is that of the person who can be reached: the helped one.
 */
export function readPeople(
  draft: Pick<OrientationDraft, 'name' | 'callerName' | 'phone'>,
  about: CallKnows & { readonly newId: () => string },
): Result<People, PeopleProblems> {
  const { isForOther, number, region, newId } = about;
  const read = (name: string, phone: string) =>
    readPerson({ personId: newId(), name, phone, email: '', address: '' }, region);
  const helped = read(draft.name, draft.phone ?? '');
  const caller = isForOther ? read(draft.callerName, '') : helped;
  if (!helped.ok || !caller.ok) {
    return err({
      ...(helped.ok ? {} : helped.error),
      ...(isForOther && !caller.ok ? { callerName: 'missing' } : {}),
    });
  }
  if (isForOther)
    return ok({ caller: { ...caller.value, phone: number }, beneficiary: helped.value });
  const phone = draft.phone === null ? number : caller.value.phone;
  return ok({ caller: { ...caller.value, phone }, beneficiary: null });
}

/**
 * The number at which the person can be reached, as far as it is known or typed; `null`: none. As messages take it (ME-20): the
 * number that phoned is that of who phoned for themselves.
 */
export function reachableAt(
  people: { readonly caller: PersonDetails | null; readonly beneficiary: PersonDetails | null },
  draft: Pick<OrientationDraft, 'phone'>,
  about: CallKnows,
): string | null {
  const { caller, beneficiary } = people;
  if (beneficiary !== null) return beneficiary.phone ?? caller?.phone ?? null;
  if (caller !== null) return caller.phone ?? about.number;
  if (draft.phone === null) return about.isForOther ? null : about.number;
  const typed = parsePhone(draft.phone, about.region);
  return typed.ok ? typed.value.e164 : null;
}

/** The same people, who is helped with these addresses; the very same where nothing is new. */
export function withAddresses(
  people: People,
  { email, address }: Pick<PersonDetails, 'email' | 'address'>,
): People {
  const helped = people.beneficiary ?? people.caller;
  if (helped.email === email && helped.address === address) return people;
  const known = { ...helped, email, address };
  return people.beneficiary === null
    ? { ...people, caller: known }
    : { ...people, beneficiary: known };
}
