import { afterEach, describe, expect, it } from 'vitest';
import { rdvOverHttp } from '../../main/hub/rdv-service-public/http-client.ts';
import type { PlannedPerson } from '../../main/hub/rdv-service-public/rdv-service-public.port.ts';
import { readRdvSettings } from '../../main/hub/rdv-service-public/settings.ts';
import { isSignedBy } from '../../main/hub/rdv-service-public/signature.ts';
import { type Fault, type RdvStandIn, rdvStandIn } from '../support/rdv-stand-in.ts';

const rose: PlannedPerson = {
  firstName: 'Rose',
  lastName: 'Blanc',
  email: null,
  phone: '+33465710012',
  address: null,
};
const back = 'https://aide.exemple.invalid/suivi';
const patience = { readMs: 10_000, createMs: 3000 };
const noon = '2026-01-12T11:00:00Z';

describe('RDV Service Public over HTTP', () => {
  const opened: RdvStandIn[] = [];
  const open = async (now: () => string = () => noon) => {
    const site = await rdvStandIn();
    opened.push(site);
    return { site, rdv: rdvOverHttp(site.settings, now, patience) };
  };
  afterEach(async () => {
    for (const site of opened.splice(0)) await site.close();
  });

  it('makes a draft for the person, and reads it until a time is chosen and told', async () => {
    const { site, rdv } = await open();
    const url = `${site.settings.address}/agents/rdv_plans/1`;
    const draft = { id: 1, url, userId: 6001, rdv: null };
    expect(await rdv.createPlan(rose, back)).toEqual({ ok: true, value: draft });
    expect(site.bodies).toEqual([
      {
        user: { first_name: 'Rose', last_name: 'Blanc', phone_number: '+33465710012' },
        return_url: back,
      },
    ]);
    site.choose(1, '2026-01-14T10:00:00+01:00');
    const chosen = { id: 901, status: 'unknown', start: '2026-01-14T09:00:00Z' };
    expect(await rdv.readPlan(1)).toEqual({ ok: true, value: { ...draft, rdv: chosen } });
    site.say(1, 'noshow');
    expect(await rdv.readPlan(1)).toMatchObject({ value: { rdv: { status: 'noshow' } } });
  });

  it('signs in once a day, and again where the session ended before its time', async () => {
    let now = noon;
    const { site, rdv } = await open(() => now);
    const signIns = () => site.asked.filter((path) => path.endsWith('sign_in')).length;
    await rdv.createPlan(rose, back);
    now = '2026-01-13T09:59:00Z';
    expect((await rdv.readPlan(1)).ok).toBe(true);
    expect(signIns()).toBe(1);
    now = '2026-01-13T10:00:00Z';
    expect((await rdv.readPlan(1)).ok).toBe(true);
    expect(signIns()).toBe(2);
    site.endSessions();
    expect((await rdv.readPlan(1)).ok).toBe(true);
    expect(signIns()).toBe(3);
  });

  it.each<[Fault, unknown]>([
    ['too-many', { code: 'too-many', retryAfterS: 120 }],
    ['rejected', { code: 'rejected', said: 'Nom de famille doit être rempli' }],
    ['broken', { code: 'unreachable' }],
    ['gateway', { code: 'no-answer' }],
    ['late', { code: 'no-answer' }],
    ['elsewhere', { code: 'not-understood', detail: 'url' }],
  ])('says what came of a draft where it answers: %s', async (fault, failure) => {
    const { site, rdv } = await open();
    site.failNext(fault);
    expect(await rdv.createPlan(rose, back)).toEqual({ ok: false, error: failure });
    expect((await rdv.createPlan(rose, back)).ok).toBe(true);
  });

  it('says where it is away, knows no such draft, or does not let the account in', async () => {
    const { site, rdv } = await open();
    expect(await rdv.readPlan(7)).toEqual({ ok: false, error: { code: 'gone' } });
    const stranger = rdvOverHttp({ ...site.settings, password: 'un autre' }, () => noon, patience);
    const notLetIn = { ok: false, error: { code: 'not-let-in' } };
    expect(await stranger.createPlan(rose, back)).toEqual(notLetIn);
    await site.close();
    opened.length = 0;
    const away = { ok: false, error: { code: 'unreachable' } };
    expect(await rdv.readPlan(1)).toEqual(away);
    expect(await stranger.createPlan(rose, back)).toEqual(away);
  });

  it('BO-65 knows its signature, and no other', async () => {
    const { site } = await open();
    const { webhookSecret } = site.settings;
    const { body, signature } = site.announce(1);
    const bytes = new TextEncoder().encode(body);
    expect(isSignedBy(webhookSecret, bytes, signature)).toBe(true);
    expect(isSignedBy(webhookSecret, bytes, signature.toUpperCase())).toBe(true);
    expect(isSignedBy(`${webhookSecret}.`, bytes, signature)).toBe(false);
    expect(isSignedBy(webhookSecret, bytes.slice(1), signature)).toBe(false);
    for (const wrong of ['', signature.slice(2), `${signature}00`, 'é'.repeat(64)]) {
      expect(isSignedBy(webhookSecret, bytes, wrong)).toBe(false);
    }
  });
});

describe('BO-61 the settings of RDV Service Public', () => {
  const all = {
    AIGUILLAGE_RDV_URL: 'https://rdv.anct.gouv.fr/',
    AIGUILLAGE_RDV_EMAIL: 'agent@exemple.invalid',
    AIGUILLAGE_RDV_PASSWORD: 'un mot de passe',
    AIGUILLAGE_RDV_WEBHOOK_SECRET: 'seize caractères ou plus',
  };

  it('are none without an address, and complete with one', () => {
    expect(readRdvSettings({})).toEqual({ ok: true, value: null });
    expect(readRdvSettings({ ...all, AIGUILLAGE_RDV_URL: '' })).toEqual({ ok: true, value: null });
    expect(readRdvSettings(all)).toEqual({
      ok: true,
      value: {
        address: 'https://rdv.anct.gouv.fr',
        email: 'agent@exemple.invalid',
        password: 'un mot de passe',
        webhookSecret: 'seize caractères ou plus',
      },
    });
  });

  it.each([
    ['AIGUILLAGE_RDV_URL', 'http://rdv.anct.gouv.fr'],
    ['AIGUILLAGE_RDV_URL', 'rdv.anct.gouv.fr'],
    ['AIGUILLAGE_RDV_EMAIL', 'agent'],
    ['AIGUILLAGE_RDV_PASSWORD', undefined],
    ['AIGUILLAGE_RDV_WEBHOOK_SECRET', 'court'],
  ])('are refused with the name of what is wrong: %s %s', (name, value) => {
    expect(readRdvSettings({ ...all, [name]: value })).toEqual({
      ok: false,
      error: expect.stringContaining(name),
    });
  });
});
