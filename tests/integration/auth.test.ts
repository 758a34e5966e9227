import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { accountList, sessionView } from '#src/contract';
import { session, user } from '../../main/hub/storage/schema.ts';
import { onBothDatabases } from '../support/databases.ts';
import {
  addAccount,
  addTerritory,
  openDesk,
  openTestHub,
  origin,
  password,
  postRequest,
  testHub,
} from '../support/hub.ts';

onBothDatabases('sign-in', (database) => {
  const hub = testHub(database);

  it('opens a session that says who signed in, and what for', async () => {
    const lozere = await addTerritory(database(), 'Lozère', '48');
    await addTerritory(database(), 'Aveyron', '12');
    const account = await addAccount(database(), 'adviser', { territoryIds: [lozere] });
    const desk = await openDesk(hub(), account);
    const view = sessionView.parse(await (await desk.get('/api/session')).json());
    expect(view.account).toMatchObject({ id: account.id, role: 'adviser', venueId: null });
    expect(view.territories.map(({ name }) => name)).toEqual(['Lozère']);
    expect(view.lines.map(({ kind }) => kind).sort()).toEqual(['manual', 'training']);
  });

  it('keeps the session in a cookie that scripts and other sites do not get', async () => {
    const { email } = await addAccount(database(), 'supervisor');
    const answer = await hub().fetch(
      postRequest('/api/auth/sign-in/email', { email, password }),
      '198.51.100.7',
    );
    expect(await answer.text()).toBe('');
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^aiguillage\d*\./);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Strict/i);
    expect(cookie).not.toMatch(/Secure/i);
  });

  it('marks the cookie Secure where desks come over https', async () => {
    const publicUrl = 'https://aide.exemple.invalid';
    const secure = await openTestHub(database(), { config: { publicUrl } });
    const { email } = await addAccount(database(), 'supervisor');
    const request = new Request(`${publicUrl}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { origin: publicUrl, 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    const [cookie] = (await secure.fetch(request, '198.51.100.8')).headers.getSetCookie();
    expect(cookie).toMatch(/^__Secure-aiguillage\..*; Secure/i);
    await secure.close();
  });

  it('ends the session on sign-out', async () => {
    const desk = await openDesk(hub(), await addAccount(database(), 'adviser'));
    expect((await desk.get('/api/session')).status).toBe(200);
    expect((await desk.post('/api/auth/sign-out', {})).status).toBe(204);
    expect((await desk.get('/api/session')).status).toBe(401);
  });

  it('refuses a session that has expired', async () => {
    const account = await addAccount(database(), 'adviser');
    const desk = await openDesk(hub(), account);
    await database()
      .db.update(session)
      .set({ expiresAt: new Date(0) })
      .where(eq(session.userId, account.id));
    expect((await desk.get('/api/session')).status).toBe(401);
  });

  it('reads the role anew at each request', async () => {
    const account = await addAccount(database(), 'administrator');
    const desk = await openDesk(hub(), account);
    expect((await desk.get('/api/accounts')).status).toBe(200);
    await database().db.update(user).set({ role: 'authority' }).where(eq(user.id, account.id));
    expect((await desk.get('/api/accounts')).status).toBe(403);
  });

  it('says the same of a wrong password and of an unknown address', async () => {
    const { email } = await addAccount(database(), 'adviser');
    const attempts = [
      { email, password: 'un autre mot de passe' },
      { email: 'personne@exemple.invalid', password },
    ];
    for (const attempt of attempts) {
      const answer = await hub().fetch(
        postRequest('/api/auth/sign-in/email', attempt),
        '198.51.100.9',
      );
      expect(answer.status).toBe(401);
      expect(await answer.json()).toMatchObject({ code: 'not-signed-in' });
    }
  });

  it('refuses attempts beyond ten a minute from one address, whatever the caller says it is', async () => {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 11; attempt += 1) {
      const request = postRequest(
        '/api/auth/sign-in/email',
        { email: 'personne@exemple.invalid', password },
        { 'x-forwarded-for': `192.0.2.${attempt}`, 'x-aiguillage-address': `192.0.2.${attempt}` },
      );
      statuses.push((await hub().fetch(request, '198.51.100.10')).status);
    }
    expect(statuses).toEqual([...Array(10).fill(401), 429]);
  });

  it.each(['10.0.0.2', '::ffff:10.0.0.2'])(
    'counts attempts for each client of a proxy that it trusts, seen as %s',
    async (seenAs) => {
      const behind = await openTestHub(database(), { config: { trustedProxies: ['10.0.0.2'] } });
      const [first, other] = [`198.51.100.${seenAs.length}`, `198.51.100.1${seenAs.length}`];
      const attempt = (forwarded: string) =>
        behind.fetch(
          postRequest(
            '/api/auth/sign-in/email',
            { email: 'personne@exemple.invalid', password },
            // The last address is the one that the proxy saw itself.
            { 'x-forwarded-for': `192.0.2.250, ${forwarded}` },
          ),
          seenAs,
        );
      for (let count = 0; count < 10; count += 1) await attempt(first);
      expect((await attempt(first)).status).toBe(429);
      expect((await attempt(other)).status).toBe(401);
      await behind.close();
    },
  );

  it.each([
    '/api/auth/sign-up/email',
    '/api/auth/get-session',
    '/api/auth/update-user',
    '/api/auth/change-email',
    '/api/auth/list-sessions',
  ])('has no %s', async (path) => {
    const desk = await openDesk(hub(), await addAccount(database(), 'adviser'));
    const body = { name: 'Nouveau', email: 'nouveau@exemple.invalid', password };
    expect((await desk.post(path, body)).status).toBe(404);
    expect((await desk.get(path)).status).toBe(404);
  });

  it('lets the administrator make accounts, each address once', async () => {
    const desk = await openDesk(hub(), await addAccount(database(), 'administrator'));
    const request = {
      name: 'Nadia Ferrand',
      email: 'Nadia.Ferrand@exemple.invalid',
      password,
      role: 'adviser',
      territoryIds: [],
      venueId: null,
    };
    expect((await desk.post('/api/accounts', request)).status).toBe(201);
    const again = await desk.post('/api/accounts', request);
    expect(await again.json()).toMatchObject({ code: 'invalid-request', where: 'email-taken' });
    const { accounts } = accountList.parse(await (await desk.get('/api/accounts')).json());
    expect(accounts.filter(({ name }) => name === 'Nadia Ferrand')).toMatchObject([
      { email: 'nadia.ferrand@exemple.invalid' },
    ]);
    const mediator = { ...request, email: 'autre@exemple.invalid', role: 'mediator' };
    expect(await (await desk.post('/api/accounts', mediator)).json()).toMatchObject({
      where: 'venue-mismatch',
    });
    const elsewhere = {
      ...request,
      email: 'tiers@exemple.invalid',
      territoryIds: [crypto.randomUUID()],
    };
    expect(await (await desk.post('/api/accounts', elsewhere)).json()).toMatchObject({
      where: 'unknown-territory',
    });
  });

  it('answers nothing beside its own origin', async () => {
    const desk = await openDesk(hub(), await addAccount(database(), 'adviser'));
    const get = (url: string, headers: Record<string, string>) =>
      hub().fetch(new Request(url, { headers: { cookie: desk.cookie, ...headers } }));
    const rebound = await get('http://mauvais.exemple.invalid:4747/api/session', {});
    expect(await rebound.json()).toMatchObject({ code: 'wrong-origin', where: 'host' });
    const embedded = await get(`${origin}/api/session`, { 'sec-fetch-site': 'cross-site' });
    expect(await embedded.json()).toMatchObject({ where: 'sec-fetch-site' });
    for (const headers of [{ origin: 'https://mauvais.exemple.invalid' }, { origin: 'null' }]) {
      const request = postRequest('/api/auth/sign-out', {}, { cookie: desk.cookie, ...headers });
      const answer = await hub().fetch(request);
      expect(await answer.json()).toMatchObject({ code: 'wrong-origin', where: 'origin' });
    }
    expect((await desk.get('/api/session')).status).toBe(200);
  });
});
