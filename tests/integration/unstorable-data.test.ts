import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { openCall } from '../support/calls-at-desk.ts';
import { onBothDatabases } from '../support/databases.ts';
import { desksOn } from '../support/desks.ts';
import { addAccount, openDesk, origin, testHub } from '../support/hub.ts';

// What JSON can say and PostgreSQL cannot keep: it would fail as often as it is sent.

onBothDatabases('data that no database keeps', (database) => {
  describe('in an operation', () => {
    const desks = desksOn(database);

    it('SY-4 is refused like any payload that does not fit, and what comes next is applied', async () => {
      const rig = desks();
      const callId = await openCall(rig, rig.lucie);
      const id = v7();
      const withNul = { callId, text: 'une note\u0000' };
      expect(await rig.act(rig.lucie, 'note.write', withNul, id)).toBe('invalid-payload');
      expect(await rig.act(rig.lucie, 'note.write', withNul, id)).toBe('invalid-payload');
      expect(await rig.act(rig.lucie, 'note.write', { callId, text: 'une note' })).toBe('applied');
      expect(await rig.see(rig.lucie, 'call', callId)).toMatchObject({
        record: { note: 'une note' },
      });
    });

    it('is refused for a day of the year 0, which PostgreSQL does not have', async () => {
      const rig = desks();
      const opened = await rig.act(rig.lucie, 'call.open', {
        callId: v7(),
        lineId: rig.manualLine,
        number: null,
        mode: 'afterwards',
        openedAt: '0000-01-01T00:00:00Z',
        script: rig.script,
      });
      expect(opened).toBe('invalid-payload');
    });
  });

  describe('in any other request', () => {
    const hub = testHub(database);
    const signedIn = async () => openDesk(hub(), await addAccount(database(), 'administrator'));
    const account = {
      name: 'Claire\u0000Martin',
      email: 'claire.martin@exemple.invalid',
      password: 'un mot de passe assez long',
      role: 'administrator',
      territoryIds: [],
      venueId: null,
    };
    const yearZero = {
      id: v7(),
      kind: 'presence.set',
      payload: { presence: 'pause' },
      at: '0000-01-01T00:00:00Z',
    };

    it('SY-4 is nested without end, which no reader comes to the end of', async () => {
      const desk = await openDesk(hub(), await addAccount(database(), 'adviser'));
      const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
      const send = (depth: number) => {
        const act = `{"id":"${v7()}","kind":"note.write","at":"${yearZero.at.replace('0000', '2026')}","payload":${nested(depth)}}`;
        return hub().fetch(
          new Request(`${origin}/api/operations`, {
            method: 'POST',
            headers: { origin, 'content-type': 'application/json', cookie: desk.cookie },
            body: `{"operations":[${act}]}`,
          }),
        );
      };
      expect((await send(10)).status).toBe(200);
      expect((await send(100_000)).status).toBe(400);
    });

    it('is the request that is wrong, and not the hub', async () => {
      const desk = await signedIn();
      const answers = await Promise.all([
        desk.post('/api/accounts', account),
        desk.post('/api/operations', { operations: [yearZero] }),
        desk.get('/api/scripts/%00'),
        desk.get('/api/statistics?from=0000-01-01&to=2026-01-01'),
      ]);
      for (const answer of answers) {
        expect([answer.status, await answer.json()]).toMatchObject([
          400,
          { code: 'invalid-request' },
        ]);
      }
    });
  });
});
