import { describe, expect, test } from 'vitest';
import {
  type AccountDraft,
  readAccountDraft,
} from '../../renderer/features/settings/account-draft.ts';

const territory = '01a20052-9f32-72f9-b180-036c99e8daa2';
const adviser: AccountDraft = {
  name: 'Lucie Rey',
  email: ' lucie.rey@exemple.invalid ',
  role: 'adviser',
  territoryIds: [territory],
  venueId: null,
  password: 'douze caractères',
};

describe('the form of an account', () => {
  test('an adviser works for territories', () => {
    expect(readAccountDraft(adviser)).toEqual({
      ok: true,
      value: { ...adviser, email: 'lucie.rey@exemple.invalid' },
    });
    expect(readAccountDraft({ ...adviser, territoryIds: [] })).toEqual({
      ok: false,
      error: { territoryIds: 'missing' },
    });
  });

  test('a mediator needs a venue, and a venue chosen before the role was changed is left out', () => {
    const mediator: AccountDraft = { ...adviser, role: 'mediator' };
    expect(readAccountDraft(mediator)).toEqual({ ok: false, error: { venueId: 'missing' } });
    const changed = readAccountDraft({ ...adviser, venueId: 'france-services--1' });
    expect(changed.ok && changed.value.venueId).toBeNull();
  });

  test('an administrator has every territory, so none is sent', () => {
    const read = readAccountDraft({ ...adviser, role: 'administrator' });
    expect(read.ok && read.value.territoryIds).toEqual([]);
  });

  test('each field that is missing or wrong is named', () => {
    expect(readAccountDraft({ ...adviser, name: ' ', email: 'lucie', password: 'court' })).toEqual({
      ok: false,
      error: { name: 'missing', email: 'wrong', password: 'wrong' },
    });
  });
});
