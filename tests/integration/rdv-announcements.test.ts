import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { present } from '#src/kernel';
import type { Hub } from '../../main/hub/hub.ts';
import { rdvOverHttp } from '../../main/hub/rdv-service-public/http-client.ts';
import { rdvPlan } from '../../main/hub/storage/schema.ts';
import { openReferableCall } from '../support/calls-at-desk.ts';
import { onBothDatabases } from '../support/databases.ts';
import { desksOn } from '../support/desks.ts';
import { openTestHub, origin } from '../support/hub.ts';
import { type RdvStandIn, rdvStandIn } from '../support/rdv-stand-in.ts';
import { putVenueSet } from '../support/venue-sets.ts';
import { someVenue } from '../support/venues.ts';

const there = 'lieu-sur-rdv';

onBothDatabases('BO-65 what RDV Service Public announces', (database) => {
  const getRig = desksOn(database);
  const opened: { site: RdvStandIn; hub: Hub; without: Hub }[] = [];
  const get = () => present(opened[0], 'they are opened before the first test');
  const draft = 1;
  let referralId: string;

  beforeAll(async () => {
    const rig = getRig();
    const site = await rdvStandIn();
    const hub = await openTestHub(database(), { config: { rdvServicePublic: site.settings } });
    opened.push({ site, hub, without: await openTestHub(database()) });
    await database().transaction((tx) =>
      putVenueSet(
        tx,
        [someVenue({ id: there, bookingUrl: 'https://rdv.anct.gouv.fr/prendre/12' })],
        rig.now(),
      ),
    );
    const callId = await openReferableCall(rig, rig.lucie);
    referralId = v7();
    const sent = { referralId, callId, venueId: there };
    expect(await rig.act(rig.lucie, 'referral.plan', sent)).toBe('applied');
    const rdv = rdvOverHttp(site.settings, rig.now);
    const rose = { firstName: 'Rose', lastName: 'Blanc', email: null, phone: null, address: null };
    expect((await rdv.createPlan(rose, origin)).ok).toBe(true);
    await database()
      .db.update(rdvPlan)
      .set({
        state: 'open',
        planId: draft,
        url: `${site.settings.address}/agents/rdv_plans/${draft}`,
        userId: 6000 + draft,
        askedAt: rig.now(),
      });
  });
  afterAll(async () => {
    const { site, hub, without } = get();
    await hub.close();
    await without.close();
    await site.close();
  });

  const announce = (hub: Hub, body: string, signature: string | null) =>
    hub.fetch(
      new Request(`${origin}/api/rdv-service-public/webhook`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(signature === null ? {} : { 'x-lapin-signature': signature }),
        },
        body,
      }),
    );
  const looks = () => get().site.asked.filter((path) => path.includes('/rdv_plans/')).length;

  it('is not heard without its signature, with another, over another body, or where it is off', async () => {
    const { site, hub, without } = get();
    const { body, signature } = site.announce(draft);
    const other = `${signature.startsWith('0') ? '1' : '0'}${signature.slice(1)}`;
    for (const wrong of [null, '', 'a', other, signature.slice(0, 40)]) {
      expect((await announce(hub, body, wrong)).status).toBe(403);
    }
    expect((await announce(hub, body.replace('excused', 'seen'), signature)).status).toBe(403);
    expect((await announce(hub, `${body} `, signature)).status).toBe(403);
    expect((await announce(without, body, signature)).status).toBe(404);
    expect(looks()).toBe(0);
  });

  it('is heard signed, once or again, and asks the site what is so', async () => {
    const { site, hub } = get();
    const { body, signature } = site.announce(draft);
    expect((await announce(hub, body, signature)).status).toBe(204);
    expect((await announce(hub, body, signature)).status).toBe(204);
    expect(looks()).toBe(2);
  });

  it('is answered alike where it is of nobody known here, or of something else', async () => {
    const { site, hub } = get();
    const before = looks();
    const unknown = site.announce(draft, { rdvId: 77_777, userId: 88_888 });
    expect((await announce(hub, unknown.body, unknown.signature)).status).toBe(204);
    for (const body of ['{"meta":{"model":"lieu"},"data":{"id":12}}', 'not json']) {
      expect((await announce(hub, body, site.sign(body))).status).toBe(204);
    }
    expect(looks()).toBe(before);
  });
});
