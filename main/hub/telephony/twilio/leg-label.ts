/** Whose end of a call it is. An adviser and a listener are named by their account; a party by its own id. */
export type LegOwner =
  | { readonly role: 'caller' }
  | { readonly role: 'adviser' | 'listener'; readonly accountId: string }
  | {
      readonly role: 'party';
      readonly partyId: string;
      /** A colleague, who may come to hold the call; `null`: a telephone number. */
      readonly accountId: string | null;
    };

const uuid = '[0-9a-f]{8}(?:_[0-9a-f]{4}){3}_[0-9a-f]{12}';
const deskLabel = new RegExp(`^(adviser|listener)_(${uuid})$`);
const partyLabel = new RegExp(`^party_(${uuid})(?:_(${uuid}))?$`);
const identity = new RegExp(`^account_(${uuid})$`);

const underscored = (id: string) => id.replaceAll('-', '_');
const hyphenated = (id: string) => id.replaceAll('_', '-');

/**
 * TW-50: an account's name at Twilio, which takes letters, figures and underscores. It says nothing of who it is, since it stands
 * in Twilio's own logs.
 */
export function clientIdentity(accountId: string): string {
  return `account_${underscored(accountId)}`;
}

/** The account of a name, or of an address `client:name`; `null`: not one of ours. */
export function accountOfIdentity(address: string): string | null {
  const found = identity.exec(address.replace(/^client:/, ''))?.[1];
  return found === undefined ? null : hyphenated(found);
}

/**
 * TW-51: the label under which an end stands in its call's conference. With the conference's name, the call's id, it finds any end
 * again by itself, whichever hub made it.
 */
export function legLabel(owner: LegOwner): string {
  switch (owner.role) {
    case 'caller':
      return 'caller';
    case 'adviser':
    case 'listener':
      return `${owner.role}_${underscored(owner.accountId)}`;
    case 'party': {
      const party = `party_${underscored(owner.partyId)}`;
      return owner.accountId === null ? party : `${party}_${underscored(owner.accountId)}`;
    }
  }
}

/** Whose a label is; `null`: not one of ours. */
export function readLegLabel(text: string): LegOwner | null {
  if (text === 'caller') return { role: 'caller' };
  const [, role, accountId] = deskLabel.exec(text) ?? [];
  if (accountId !== undefined) {
    return {
      role: role === 'adviser' ? 'adviser' : 'listener',
      accountId: hyphenated(accountId),
    };
  }
  const [, partyId, colleague] = partyLabel.exec(text) ?? [];
  if (partyId === undefined) return null;
  return {
    role: 'party',
    partyId: hyphenated(partyId),
    accountId: colleague === undefined ? null : hyphenated(colleague),
  };
}
