import type { LegRole } from '#src/routing';

/** Whose end of a call it is. `id`: the account of an adviser or a listener, the id of a party; a call has one caller. */
export type LegOwner =
  | { readonly role: 'caller' }
  | { readonly role: Exclude<LegRole, 'caller'>; readonly id: string };

const uuid = '[0-9a-f]{8}(?:_[0-9a-f]{4}){3}_[0-9a-f]{12}';
const label = new RegExp(`^(adviser|party|listener)_(${uuid})$`);
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
  return owner.role === 'caller' ? 'caller' : `${owner.role}_${underscored(owner.id)}`;
}

/** Whose a label is; `null`: not one of ours. */
export function readLegLabel(text: string): LegOwner | null {
  if (text === 'caller') return { role: 'caller' };
  const [, role, id] = label.exec(text) ?? [];
  if (id === undefined || (role !== 'adviser' && role !== 'party' && role !== 'listener')) {
    return null;
  }
  return { role, id: hyphenated(id) };
}
