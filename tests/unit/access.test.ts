import { describe, expect, it } from 'vitest';
import { type Actor, can, mayEver } from '#src/access';

const lozere = 'territory-48';
const aveyron = 'territory-12';

const adviser: Actor = {
  role: 'adviser',
  accountId: 'lucie',
  territories: [lozere],
  venueId: null,
};
const mediator: Actor = {
  role: 'mediator',
  accountId: 'ines',
  territories: [lozere],
  venueId: 'venue-mende',
};
const supervisor: Actor = {
  role: 'supervisor',
  accountId: 'sarah',
  territories: [lozere],
  venueId: null,
};
const authority: Actor = {
  role: 'authority',
  accountId: 'marc',
  territories: [lozere],
  venueId: null,
};
const administrator: Actor = {
  role: 'administrator',
  accountId: 'paul',
  territories: 'all',
  venueId: null,
};

describe('who may do what', () => {
  it('lets an adviser read and write their own call, and no colleague’s', () => {
    const own = { territoryId: lozere, adviserId: 'lucie' };
    const other = { territoryId: lozere, adviserId: 'sarah' };
    for (const action of ['call.read', 'call.write', 'slot.book', 'referral.send'] as const) {
      expect(can(adviser, action, own)).toBe(true);
      expect(can(adviser, action, other)).toBe(false);
      expect(can(adviser, action, { ...own, adviserId: null })).toBe(false);
    }
  });

  it('lets a supervisor read the calls of their territory, and write only their own', () => {
    expect(can(supervisor, 'call.read', { territoryId: lozere, adviserId: 'lucie' })).toBe(true);
    expect(can(supervisor, 'call.read', { territoryId: aveyron, adviserId: 'lucie' })).toBe(false);
    expect(can(supervisor, 'call.write', { territoryId: lozere, adviserId: 'lucie' })).toBe(false);
  });

  it('lets a mediator see and decide what came to their venue', () => {
    for (const action of ['referral.read', 'referral.decide', 'diary.write'] as const) {
      expect(can(mediator, action, { territoryId: aveyron, venueId: 'venue-mende' })).toBe(true);
      expect(can(mediator, action, { territoryId: lozere, venueId: 'venue-florac' })).toBe(false);
      expect(can({ ...mediator, venueId: null }, action, {})).toBe(false);
    }
    expect(can(mediator, 'call.read', { territoryId: lozere, adviserId: 'ines' })).toBe(false);
  });

  it('BO-23 lets a referral be cancelled by its venue, its adviser and their supervisor', () => {
    const sent = { territoryId: lozere, venueId: 'venue-mende', adviserId: 'lucie' };
    for (const teller of [mediator, adviser, supervisor]) {
      expect(can(teller, 'referral.cancel', sent)).toBe(true);
    }
    const elsewhere = { territoryId: aveyron, venueId: 'venue-florac', adviserId: 'ines' };
    for (const other of [mediator, adviser, supervisor, authority, administrator]) {
      expect(can(other, 'referral.cancel', elsewhere)).toBe(false);
    }
  });

  it('keeps an authority to the figures of its territory', () => {
    expect(can(authority, 'statistics.read', { territoryId: lozere })).toBe(true);
    expect(can(authority, 'statistics.read', { territoryId: aveyron })).toBe(false);
    for (const action of ['call.read', 'referral.read', 'presence.read', 'script.read'] as const) {
      expect(mayEver('authority', action)).toBe(false);
    }
  });

  it('gives the administrator the installation and nobody’s calls', () => {
    expect(can(administrator, 'account.manage')).toBe(true);
    expect(can(administrator, 'statistics.read', { territoryId: aveyron })).toBe(true);
    expect(can(administrator, 'call.read', { territoryId: lozere, adviserId: 'paul' })).toBe(false);
    expect(can(administrator, 'referral.read', { territoryId: lozere })).toBe(false);
  });
});
