import { eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { callIdentity, consent, person } from '../../main/hub/storage/schema.ts';
import { cutOff, details, openCall, say } from '../support/calls-at-desk.ts';
import { onBothDatabases } from '../support/databases.ts';
import { desksOn } from '../support/desks.ts';

onBothDatabases('the people on a call', (database) => {
  const getRig = desksOn(database);

  it('PR-1 PR-2 are named only with consent, and no more once it is withdrawn', async () => {
    const rig = getRig();
    const callId = await openCall(rig, rig.lucie);
    const people = { callId, caller: details('Rose Blanc'), beneficiary: details('Émile Blanc') };
    const identify = () => rig.act(rig.lucie, 'people.identify', people);
    expect(await identify()).toBe('consent-missing');
    await say(rig, rig.lucie, callId, 'consent', 'no');
    expect(await identify()).toBe('consent-missing');
    await say(rig, rig.lucie, callId, 'consent', 'yes');
    expect(await identify()).toBe('applied');
    const record = (await rig.see(rig.lucie, 'call', callId))?.record;
    expect(record?.caller?.name).toBe('Rose Blanc');
    expect(record?.beneficiary?.name).toBe('Émile Blanc');

    await say(rig, rig.lucie, callId, 'consent', 'no');
    const wish = { referralId: v7(), callId, venueId: rig.venueId, wishes: ['Mardi matin'] };
    expect(await rig.act(rig.lucie, 'referral.request', wish)).toBe('consent-missing');

    await rig.act(rig.lucie, 'call.close', { callId, ending: cutOff });
    const [identity] = await database()
      .db.select()
      .from(callIdentity)
      .where(eq(callIdentity.callId, callId));
    expect(identity).toMatchObject({ callerId: null, beneficiaryId: null });
    const rows = await database().db.select({ name: person.name }).from(person);
    expect(rows.map(({ name }) => name)).not.toContain('Rose Blanc');
  });

  it('PR-3 leave a trace of what they agreed to', async () => {
    const rig = getRig();
    const callId = await openCall(rig, rig.lucie);
    for (const value of ['nsp', 'yes', 'no']) await say(rig, rig.lucie, callId, 'consent', value);
    const trace = await database().db.select().from(consent).where(eq(consent.callId, callId));
    expect(trace.map(({ given }) => given).sort()).toEqual([false, false, true]);
    expect(new Set(trace.map(({ scriptHash }) => scriptHash))).toEqual(new Set([rig.script.hash]));
    expect(new Set(trace.map(({ question }) => question))).toEqual(new Set(['consent']));
  });

  it('PR-5 are recognised from the number, maybe, and named again only where they were shown', async () => {
    const rig = getRig();
    const from = '+33466490055';
    const known = details('Odette Roux');
    const first = await openCall(rig, rig.lucie, 'afterwards', from);
    await say(rig, rig.lucie, first, 'consent', 'yes');
    await rig.act(rig.lucie, 'people.identify', {
      callId: first,
      caller: known,
      beneficiary: null,
    });
    await rig.act(rig.lucie, 'call.close', { callId: first, ending: cutOff });

    rig.pass(60);
    const again = await openCall(rig, rig.karim, 'afterwards', from);
    const seen = await rig.see(rig.karim, 'call', again);
    expect(seen?.earlier).toMatchObject([{ callId: first, person: { name: 'Odette Roux' } }]);
    await say(rig, rig.karim, again, 'consent', 'yes');
    const moved = { ...known, address: '3 place du Foirail' };
    const confirm = (callId: string) =>
      rig.act(rig.karim, 'people.identify', { callId, caller: moved, beneficiary: null });
    expect(await confirm(again)).toBe('applied');

    const elsewhere = await openCall(rig, rig.karim, 'afterwards', '+33466490056');
    await say(rig, rig.karim, elsewhere, 'consent', 'yes');
    expect(await confirm(elsewhere)).toBe('unknown-person');
  });

  it('PR-4 are never recognised from a withheld number', async () => {
    const rig = getRig();
    const first = await openCall(rig, rig.lucie, 'afterwards', null);
    await rig.act(rig.lucie, 'call.close', { callId: first, ending: cutOff });
    rig.pass(60);
    const again = await openCall(rig, rig.lucie, 'afterwards', null);
    expect((await rig.see(rig.lucie, 'call', again))?.earlier).toEqual([]);
  });
});
