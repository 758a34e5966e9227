import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import { roles } from '#src/access';
import {
  changePage,
  scriptBundle,
  sessionView,
  setupView,
  statisticsView,
  trainingPersonas,
} from '#src/contract';
import { parseDistanceModel } from '#src/distance';
import { readCommunes } from '#src/geography';
import { present } from '#src/kernel';
import { compileScript, parseScript, parseSolutionCard } from '#src/script';
import { parsePersona } from '#src/training';
import { shippedData } from '../../main/hub/config.ts';
import { seedDemonstration } from '../../main/hub/demonstration.ts';
import { createHub, type Hub } from '../../main/hub/hub.ts';
import { importShippedVenues } from '../../main/hub/imports/import-venues.ts';
import { onBothDatabases } from '../support/databases.ts';
import { openDesk, openTestHub, origin, postRequest, testPorts } from '../support/hub.ts';

onBothDatabases('a demonstration', (database) => {
  const opened: Hub[] = [];
  /** Venues of the shipped file, those hidden behind another of the same place left out. */
  const shown: number[] = [];
  const hub = () => present(opened[0], 'opened before the first test');
  beforeAll(async () => {
    const counts = await importShippedVenues(database(), testPorts, shippedData);
    if (counts.ok) shown.push(counts.value.accepted - counts.value.duplicates);
    await seedDemonstration(database(), testPorts);
    await seedDemonstration(database(), testPorts);
    opened.push(await openTestHub(database()));
    return () => hub().close();
  });

  /** Signed in with what the demonstration itself says of its accounts. */
  const deskOf = async (role: (typeof roles)[number]) => {
    const visitor = await openDesk(hub(), null);
    const { accounts } = setupView.parse(await (await visitor.get('/api/setup')).json());
    const account = present(
      accounts?.find((one) => one.role === role),
      'a demonstration has one account a role',
    );
    return openDesk(hub(), account);
  };

  it('is ready at once, with one account a role, and says what it is', async () => {
    const visitor = await openDesk(hub(), null);
    const setup = setupView.parse(await (await visitor.get('/api/setup')).json());
    expect(setup).toMatchObject({ state: 'ready', kind: 'demonstration' });
    expect(setup.accounts?.map(({ role }) => role).sort()).toEqual([...roles].sort());
    for (const role of roles) {
      const answer = await (await deskOf(role)).get('/api/session');
      const { installation } = sessionView.parse(await answer.json());
      expect(installation.kind).toBe('demonstration');
    }
    expect(hub().setupToken).toBeNull();
  });

  it('shows no account that somebody added since', async () => {
    const added = await (await deskOf('administrator')).post('/api/accounts', {
      name: 'Claire Martin',
      email: 'claire.martin@exemple.invalid',
      password: 'un mot de passe assez long',
      role: 'administrator',
      territoryIds: [],
      venueId: null,
    });
    expect(added.status).toBe(201);
    const visitor = await openDesk(hub(), null);
    expect(await (await visitor.get('/api/setup')).text()).not.toContain('claire.martin');
  });

  it('gives its mediator a real venue of Mende, whose diary every adviser sees', async () => {
    const mediator = await deskOf('mediator');
    const { account } = sessionView.parse(await (await mediator.get('/api/session')).json());
    const adviser = await deskOf('adviser');
    const venues: unknown = await (await adviser.get('/api/venues')).json();
    expect(venues).toContainEqual(
      expect.objectContaining({ id: account.venueId, name: 'France services de Mende' }),
    );
    const { changes } = changePage.parse(await (await adviser.get('/api/changes')).json());
    // That the desk itself is there is a change too (RO-51).
    expect(changes.filter(({ entity }) => entity !== 'presence')).toMatchObject([
      { entity: 'reference', id: '/api/venues' },
      { entity: 'diary', value: { venueId: account.venueId, zone: 'Europe/Paris' } },
    ]);
  });

  it('sends venues compressed, and once', async () => {
    const desk = await deskOf('adviser');
    const first = await desk.get('/api/venues', { 'accept-encoding': 'gzip, br' });
    expect(first.headers.get('content-encoding')).toBe('gzip');
    const venues: unknown = JSON.parse(
      gunzipSync(Buffer.from(await first.arrayBuffer())).toString(),
    );
    expect(venues).toHaveProperty('length', shown[0]);
    const etag = first.headers.get('etag') ?? '';
    const again = await desk.get('/api/venues', { 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('sends communes and outlines', async () => {
    const desk = await deskOf('adviser');
    const communes = await (await desk.get('/api/geography/communes')).json();
    expect(readCommunes(communes).ok).toBe(true);
    for (const place of ['departements', '48']) {
      const outlines = await (await desk.get(`/api/geography/contours/${place}`)).json();
      expect(outlines).toMatchObject({ type: 'Topology' });
    }
    for (const place of ['99', '..%2Fcommunes', '48.topo.json.gz']) {
      expect((await desk.get(`/api/geography/contours/${place}`)).status).toBe(404);
    }
  });

  it('sends the script of its lines with all that a run needs', async () => {
    const desk = await deskOf('adviser');
    const { lines } = sessionView.parse(await (await desk.get('/api/session')).json());
    const id = lines[0]?.scriptId;
    const bundle = scriptBundle.parse(await (await desk.get(`/api/scripts/${id}`)).json());
    const document = parseScript(bundle.document);
    const models = bundle.models.map(parseDistanceModel);
    expect([document, ...models, ...bundle.cards.map(parseSolutionCard)]).toSatisfy(
      (parsed: readonly { ok: boolean }[]) => parsed.every(({ ok }) => ok),
    );
    if (!document.ok) return;
    compileScript(
      document.value,
      models.flatMap((model) => (model.ok ? [model.value] : [])),
    );
    const pinned = await desk.get(`/api/scripts/by-hash/${bundle.hash}`);
    expect(await pinned.json()).toEqual(bundle);
    expect((await desk.get('/api/scripts/none')).status).toBe(404);
  });

  it('sends the personas of the training line', async () => {
    const answer = await (await deskOf('adviser')).get('/api/training/personas');
    const { personas } = trainingPersonas.parse(await answer.json());
    expect(personas.map(parsePersona).filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(3);
  });

  it('counts for the authority, in its territory only', async () => {
    const desk = await deskOf('authority');
    const days = 'from=2026-01-01&to=2026-12-31';
    const { territories } = sessionView.parse(await (await desk.get('/api/session')).json());
    const answer = await desk.get(`/api/statistics?${days}&territory=${territories[0]?.id}`);
    expect(statisticsView.parse(await answer.json())).toMatchObject({
      demonstration: true,
      calls: 0,
    });
    const elsewhere = await desk.get(`/api/statistics?${days}&territory=${crypto.randomUUID()}`);
    expect(elsewhere.status).toBe(403);
    const backwards = await desk.get('/api/statistics?from=2026-02-01&to=2026-01-01');
    expect(await backwards.json()).toMatchObject({ code: 'invalid-request', where: 'to' });
  });

  it('leaves no figure of a person in the log', async () => {
    const lines: string[] = [];
    const { pino } = await import('pino');
    const log = pino({ level: 'trace' }, { write: (line) => lines.push(line) });
    const noisy = await createHub({
      database: database(),
      config: { publicUrl: origin, secret: 'x'.repeat(32), desk: null, data: shippedData },
      ports: { ...testPorts, log },
    });
    const secret = 'lucie.rey@demonstration.invalid';
    await noisy.fetch(
      postRequest('/api/auth/sign-in/email', { email: secret, password: 'mot de passe secret' }),
      '198.51.100.77',
    );
    await noisy.fetch(new Request(`${origin}/api/changes?after=${secret}`));
    await noisy.close();
    expect(lines).toHaveLength(2);
    expect(lines.join('')).not.toMatch(/lucie|secret|198\.51/);
  });
});
