import type { EarlierCall, PersonDetails, PersonDraft } from '#src/contract';
import { describePhone } from '#src/kernel';

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

/** Who may be on the line, and for whom; `beneficiary: null`: for themselves. */
export type MaybePeople = {
  readonly caller: PersonDetails;
  readonly beneficiary: PersonDetails | null;
};

/**
 * Who this call may be for, after the earlier ones: for somebody else, those of earlier calls with who phoned for them; else who
 * phoned, then who was phoned for, since they may call themselves from the same number.
 */
export function maybeHelped(
  earlier: readonly Pick<EarlierCall, 'person' | 'beneficiary'>[],
  isForOther: boolean,
): readonly MaybePeople[] {
  if (!isForOther) {
    const people = [...earlier, ...earlier.map(({ beneficiary }) => ({ person: beneficiary }))];
    return maybePeople(people).map((caller) => ({ caller, beneficiary: null }));
  }
  const pairs = earlier.flatMap(({ person, beneficiary }) =>
    person === null || beneficiary === null ? [] : [{ caller: person, beneficiary }],
  );
  const byHelped = new Map(pairs.toReversed().map((pair) => [pair.beneficiary.personId, pair]));
  return pairs.filter((pair) => byHelped.get(pair.beneficiary.personId) === pair);
}
