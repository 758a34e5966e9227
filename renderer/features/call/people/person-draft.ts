import { type PersonDetails, personDetails } from '#src/contract';
import { describePhone, err, ok, type PhoneRegion, parsePhone, type Result } from '#src/kernel';

/** A person as typed: everything is text until it is saved. */
export type PersonDraft = {
  readonly personId: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
};

/** What is wrong with each field. */
export type PersonProblems = {
  readonly name?: 'missing';
  readonly phone?: 'not-a-phone-number' | 'short-code';
  readonly email?: 'not-an-email';
};

/** The draft of somebody who is known already, or of nobody yet: then only the number that phones is. */
export function draftOf(
  person: PersonDetails | null,
  personId: string,
  phone: string | null,
): PersonDraft {
  if (person === null) {
    return { personId, name: '', phone: nationalOf(phone), email: '', address: '' };
  }
  return {
    personId: person.personId,
    name: person.name,
    phone: nationalOf(person.phone),
    email: person.email ?? '',
    address: person.address ?? '',
  };
}

function nationalOf(e164: string | null): string {
  return e164 === null ? '' : (describePhone(e164)?.national ?? e164);
}

/** The person that the draft says, or what to correct. `region`: whose numbers are dialled without a country code. */
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

/** Those who called before from this number, newest first, each once. "Maybe": a number can be shared. */
export function maybePeople(
  earlier: readonly { readonly person: PersonDetails | null }[],
): readonly PersonDetails[] {
  const byId = new Map<string, PersonDetails>();
  for (const { person } of earlier) {
    if (person !== null && !byId.has(person.personId)) byId.set(person.personId, person);
  }
  return [...byId.values()];
}
