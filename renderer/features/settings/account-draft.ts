import type { Role } from '#src/access';
import { type AccountRequest, accountRequest } from '#src/contract';
import { err, ok, type Result } from '#src/kernel';

/** The form as typed. */
export type AccountDraft = {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly territoryIds: readonly string[];
  readonly venueId: string | null;
  readonly password: string;
};

export type AccountDraftErrors = Partial<Record<keyof AccountDraft, 'missing' | 'wrong'>>;

/** An administrator sees every territory; the others need theirs named. */
export function needsTerritories(role: Role): boolean {
  return role !== 'administrator';
}

/** The request that the form makes, or which fields are missing or wrong. */
export function readAccountDraft(draft: AccountDraft): Result<AccountRequest, AccountDraftErrors> {
  const errors: AccountDraftErrors = {
    ...(draft.role === 'mediator' && draft.venueId === null ? { venueId: 'missing' } : {}),
    ...(needsTerritories(draft.role) && draft.territoryIds.length === 0
      ? { territoryIds: 'missing' }
      : {}),
  };
  const read = accountRequest.safeParse({
    ...draft,
    email: draft.email.trim(),
    territoryIds: needsTerritories(draft.role) ? draft.territoryIds : [],
    venueId: draft.role === 'mediator' ? draft.venueId : null,
  });
  if (read.success && Object.keys(errors).length === 0) return ok(read.data);
  const wrong = new Set((read.error?.issues ?? []).map(({ path }) => path[0]));
  return err({
    ...(wrong.has('name') ? { name: 'missing' } : {}),
    ...(wrong.has('email') ? { email: 'wrong' } : {}),
    ...(wrong.has('password') ? { password: 'wrong' } : {}),
    ...errors,
  });
}
