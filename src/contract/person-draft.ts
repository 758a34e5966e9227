import { err, ok, type PhoneRegion, parsePhone, type Result } from '#src/kernel';
import { type PersonDetails, personDetails } from './operations.ts';

/** A person as typed: everything is text until it is saved. */
export type PersonDraft = {
  readonly personId: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
};

/** What is wrong with each field of a person as typed. */
export type PersonProblems = {
  readonly name?: 'missing';
  readonly phone?: 'not-a-phone-number' | 'short-code';
  readonly email?: 'not-an-email';
};

/**
 * The person that the draft says, or everything that is to be corrected in it; a field left empty is not known.
 * `region`: whose numbers are dialled without a country code.
 */
export function readPerson(
  draft: PersonDraft,
  region: PhoneRegion,
): Result<PersonDetails, PersonProblems> {
  const phone = draft.phone.trim() === '' ? null : parsePhone(draft.phone, region);
  const parsed = personDetails.safeParse({
    personId: draft.personId,
    name: draft.name,
    phone: phone?.ok === true ? phone.value.e164 : null,
    email: draft.email.trim() === '' ? null : draft.email.trim(),
    address: draft.address.trim() === '' ? null : draft.address,
  });
  if (parsed.success && phone?.ok !== false) return ok(parsed.data);
  const wrong = new Set(parsed.error?.issues.map(({ path }) => path[0]));
  return err({
    ...(wrong.has('name') ? { name: 'missing' as const } : {}),
    ...(phone?.ok === false ? { phone: phone.error.code } : {}),
    ...(wrong.has('email') ? { email: 'not-an-email' as const } : {}),
  });
}
