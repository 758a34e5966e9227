import { expect, it } from 'vitest';
import { sessionView, setupView } from '#src/contract';
import { present } from '#src/kernel';
import { installation } from '../../main/hub/storage/schema.ts';
import { onBothDatabases } from '../support/databases.ts';
import { openDesk, openTestHub, password, postRequest } from '../support/hub.ts';

const request = {
  name: 'Paul Astier',
  email: 'paul.astier@exemple.invalid',
  password,
  organisation: 'Département de la Lozère',
  territory: { name: 'Lozère', departements: ['48'] },
  line: { name: 'Coup de pouce 48', number: '+33199001234' },
};

onBothDatabases('set-up', (database) => {
  it('lets the bearer of the newest token make the first administrator, once', async () => {
    const earlier = await openTestHub(database());
    const hub = await openTestHub(database());
    const visitor = await openDesk(hub, null);
    const readSetup = async () => setupView.parse(await (await visitor.get('/api/setup')).json());
    expect(await readSetup()).toEqual({
      state: 'needs-administrator',
      kind: 'real',
      canOpenDemonstration: false,
      voiceOrigins: [],
      accounts: null,
    });

    const token = present(hub.setupToken, 'nobody administrates yet');
    const [row] = await database().db.select().from(installation);
    expect(row?.setupTokenHash).not.toContain(token);
    for (const wrong of ['guess', present(earlier.setupToken, 'nobody administrates yet')]) {
      const answer = await visitor.post('/api/setup/administrator', { ...request, token: wrong });
      expect(await answer.json()).toMatchObject({ code: 'wrong-token' });
    }

    const bearer = () => hub.fetch(postRequest('/api/setup/administrator', { ...request, token }));
    const answers = await Promise.all([bearer(), bearer()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect((await readSetup()).state).toBe('ready');

    const desk = await openDesk(hub, request);
    const session = sessionView.parse(await (await desk.get('/api/session')).json());
    expect(session.installation).toMatchObject({ kind: 'real', name: 'Département de la Lozère' });
    expect(session.lines).toMatchObject([
      { kind: 'manual', name: 'Coup de pouce 48', number: '+33199001234' },
      { kind: 'training', name: 'Coup de pouce 48, entraînement', number: null },
    ]);

    const restarted = await openTestHub(database());
    expect(restarted.setupToken).toBeNull();
    for (const one of [earlier, hub, restarted]) await one.close();
  });

  it('opens a demonstration where the shell can', async () => {
    const without = await openTestHub(database());
    const refused = await without.fetch(postRequest('/api/setup/demonstration', {}));
    expect(refused.status).toBe(404);
    await without.close();
    const address = 'http://127.0.0.1:4848';
    const hub = await openTestHub(database(), {
      config: { openDemonstration: async () => address },
    });
    const answer = await hub.fetch(postRequest('/api/setup/demonstration', {}));
    expect(await answer.json()).toEqual({ address });
    await hub.close();
  });
});
