import { describe, expect, it } from 'vitest';
import type { Role } from '#src/access';
import { sipAccess } from '#src/contract';
import { freshDatabase } from '../support/databases.ts';
import { addAccount, openDesk, openTestHub, testHub } from '../support/hub.ts';

const path = '/api/telephony/sip';
/** Ports of the system's own choice: nobody speaks there. */
const network = {
  domain: 'sip.exemple.invalid',
  socket: 'wss://aide.exemple.invalid/sip',
  proxy: '127.0.0.1:9',
  listen: '127.0.0.1:0',
  media: 'http://127.0.0.1:9',
  keys: '127.0.0.1:0',
  secret: 'a-secret-of-the-tests-of-forty-characters',
  relay: null,
};

describe('what lets a softphone in on the operator’s own network', () => {
  const database = freshDatabase('PGlite');
  const hub = testHub(database, { config: { sip: network } });
  const ask = async (role: Role) => {
    const account = await addAccount(database(), role);
    return { account, answer: await (await openDesk(hub(), account)).get(path) };
  };

  it('SI-3 is of the session’s own account, and kept nowhere', async () => {
    const { account, answer } = await ask('adviser');
    const access = sipAccess.parse(await answer.json());
    expect(access.address).toBe(`sip:${account.id}@${network.domain}`);
    expect(access.user).toMatch(new RegExp(`^\\d+:${account.id}$`));
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('SI-3 is given to who takes calls alone', async () => {
    for (const [role, status] of [
      ['adviser', 200],
      ['supervisor', 200],
      ['mediator', 403],
      ['authority', 403],
      ['administrator', 403],
    ] as const) {
      expect([role, (await ask(role)).answer.status]).toEqual([role, status]);
    }
    expect((await (await openDesk(hub(), null)).get(path)).status).toBe(401);
  });

  it('SI-1 is nothing where the operator has no network', async () => {
    const account = await addAccount(database(), 'adviser');
    const without = await openTestHub(database());
    expect((await (await openDesk(without, account)).get(path)).status).toBe(404);
    await without.close();
  });
});
