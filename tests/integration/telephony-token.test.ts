import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Role } from '#src/access';
import { telephonyAccess } from '#src/contract';
import { clientIdentity } from '../../main/hub/telephony/twilio/leg-label.ts';
import { freshDatabase } from '../support/databases.ts';
import { addAccount, openDesk, openTestHub, testHub } from '../support/hub.ts';
import { readAccessToken } from '../support/twilio/access-token.ts';
import { testVoice } from '../support/twilio-account.ts';

const twelveHours = 12 * 60 * 60;
const claims = z.object({
  grants: z.object({ identity: z.string(), voice: z.record(z.string(), z.unknown()) }),
});

describe('what lets a softphone in', () => {
  const database = freshDatabase('PGlite');
  const hub = testHub(database, { config: { twilioVoice: testVoice } });
  const ask = async (role: Role) => {
    const account = await addAccount(database(), role);
    const desk = await openDesk(hub(), account);
    return { account, answer: await desk.get('/api/telephony/token') };
  };

  it('TW-52 is a token of the session’s own account, for a shift, that takes calls and begins none', async () => {
    const { account, answer } = await ask('adviser');
    const { twilio: access } = telephonyAccess.parse(await answer.json());
    const token = access?.token ?? '';
    expect(readAccessToken(token, testVoice.apiSecret)).toMatchObject({
      identity: clientIdentity(account.id),
    });
    const [, payload = ''] = token.split('.');
    const { grants } = claims.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
    expect(grants.voice).toEqual({ incoming: { allow: true } });
    const left = Date.parse(access?.expiresAt ?? '') - Date.now();
    expect(Math.abs(left / 1000 - twelveHours)).toBeLessThan(60);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('TW-52 is given to who takes calls alone', async () => {
    for (const [role, status] of [
      ['adviser', 200],
      ['supervisor', 200],
      ['mediator', 403],
      ['authority', 403],
      ['administrator', 403],
    ] as const) {
      expect([role, (await ask(role)).answer.status]).toEqual([role, status]);
    }
    const nobody = await openDesk(hub(), null);
    expect((await nobody.get('/api/telephony/token')).status).toBe(401);
  });

  it('TW-1 is nothing where the operator has no account', async () => {
    const account = await addAccount(database(), 'adviser');
    const without = await openTestHub(database());
    const answer = await (await openDesk(without, account)).get('/api/telephony/token');
    expect(telephonyAccess.parse(await answer.json())).toEqual({ twilio: null });
    await without.close();
  });
});
