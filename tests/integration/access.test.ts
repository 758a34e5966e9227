import { describe, expect, it } from 'vitest';
import { type Action, can, mayEver, type Role, roles } from '#src/access';
import { createApp } from '../../main/hub/http/app.ts';
import { routes } from '../../main/hub/http/routes.ts';
import type { Services } from '../../main/hub/services.ts';
import { setAddress } from '../../main/hub/storage/venue-feed-store.ts';
import { freshDatabase } from '../support/databases.ts';
import { addAccount, openDesk, testHub } from '../support/hub.ts';

/** Everybody who can stand before a route. */
const visitors = [null, ...roles] as const;

/** What the table says, written down a second time: a change of rights is a change here as well. */
const expected: Readonly<Record<string, readonly (Role | null)[]>> = {
  'GET /api/health': visitors,
  'GET /api/setup': visitors,
  'POST /api/setup/administrator': visitors,
  'POST /api/setup/demonstration': visitors,
  'POST /api/auth/sign-in/email': visitors,
  'POST /api/auth/sign-out': visitors,
  'GET /api/session': roles,
  'POST /api/operations': roles,
  'GET /api/changes': roles,
  'GET /api/events': roles,
  'GET /api/venues': roles,
  'GET /api/venues/load': roles,
  'POST /api/travel': roles,
  'POST /api/rdv-plans': ['adviser', 'supervisor'],
  'POST /api/rdv-service-public/webhook': visitors,
  'GET /api/geography/communes': roles,
  'GET /api/geography/contours/departements': roles,
  'GET /api/geography/contours/:departement': roles,
  'GET /api/scripts': ['supervisor', 'administrator'],
  'GET /api/scripts/by-hash/:hash': ['adviser', 'supervisor', 'administrator'],
  'GET /api/scripts/:id': ['adviser', 'supervisor', 'administrator'],
  'GET /api/scripts/:id/workshop': ['supervisor', 'administrator'],
  'POST /api/scripts/:id/draft': ['supervisor', 'administrator'],
  'POST /api/scripts/:id/draft/discard': ['supervisor', 'administrator'],
  'POST /api/scripts/:id/publish': ['administrator'],
  'GET /api/scripts/:id/impact': ['supervisor', 'administrator'],
  'POST /api/lines/:id/script': ['administrator'],
  'GET /api/lines': ['administrator'],
  'POST /api/lines': ['administrator'],
  'POST /api/lines/:id': ['administrator'],
  'POST /api/lines/:id/open': ['supervisor', 'administrator'],
  'GET /api/queue': ['adviser', 'supervisor'],
  'POST /api/queue/:callId/first': ['supervisor'],
  'POST /api/queue/:callId/take': ['supervisor'],
  'POST /api/queue/:callId/listen': ['supervisor'],
  'POST /api/queue/:callId/stop-listening': ['supervisor'],
  'GET /api/training/personas': ['adviser', 'supervisor'],
  'GET /api/telephony/token': ['adviser', 'supervisor'],
  'GET /api/telephony/sip': ['adviser', 'supervisor'],
  'POST /api/telephony/calls/:callId/rejoin': ['adviser', 'supervisor'],
  'GET /api/colleagues': ['adviser', 'supervisor'],
  'GET /api/recordings': ['adviser', 'supervisor', 'administrator'],
  'GET /api/recordings/:id/audio': ['adviser', 'supervisor'],
  'POST /api/recordings/:id/delete': ['supervisor', 'administrator'],
  'GET /api/statistics': ['supervisor', 'authority', 'administrator'],
  'GET /api/statistics/overrides': ['supervisor', 'administrator'],
  'GET /api/statistics/coop.csv': ['supervisor', 'administrator'],
  'GET /api/statistics/coop.xlsx': ['supervisor', 'administrator'],
  'GET /api/visits/coop.csv': ['mediator'],
  'GET /api/visits/coop.xlsx': ['mediator'],
  'GET /api/messages/:id/text': ['adviser', 'supervisor'],
  'GET /api/messages/:id/letter': ['adviser', 'supervisor'],
  'GET /api/translations': roles,
  'POST /api/translations': ['administrator'],
  'GET /api/settings': roles,
  'POST /api/settings': ['administrator'],
  'GET /api/venue-data': ['administrator'],
  'POST /api/venue-data/file': ['administrator'],
  'POST /api/venue-data/fetch': ['administrator'],
  'POST /api/venue-data/publish': ['administrator'],
  'POST /api/venue-data/discard': ['administrator'],
  'POST /api/venue-data/address': ['administrator'],
  'GET /api/venue-data/:setId/report': ['administrator'],
  'GET /api/venue-data/:setId/difference': ['administrator'],
  'GET /api/venue-data/:setId/findings.csv': ['administrator'],
  'GET /api/venue-data/:setId/standard.csv': ['administrator'],
  'GET /api/referrals/:id/links': ['adviser', 'supervisor'],
  'POST /api/referrals/:id/links': ['adviser', 'supervisor'],
  'POST /api/referrals/:id/links/revoke': ['adviser', 'supervisor'],
  'POST /twilio/voice': visitors,
  'POST /twilio/gather': visitors,
  'POST /twilio/propose': visitors,
  'POST /twilio/wait': visitors,
  'GET /twilio/wait': visitors,
  'POST /twilio/status': visitors,
  'POST /twilio/conference': visitors,
  'POST /twilio/voicemail': visitors,
  'POST /twilio/recording': visitors,
  'POST /twilio/fallback': visitors,
  'GET /twilio/music.wav': visitors,
  'GET /l/:token': visitors,
  'POST /l/:token': visitors,
  'GET /api/calendar-feed': ['mediator'],
  'POST /api/calendar-feed': ['mediator'],
  'POST /api/calendar-feed/revoke': ['mediator'],
  'GET /calendar/:file': visitors,
  'GET /api/accounts': ['administrator'],
  'POST /api/accounts': ['administrator'],
  'POST /api/accounts/:id/calls': ['administrator'],
  'GET *': visitors,
};

describe('every route', () => {
  const database = freshDatabase('PGlite');
  const hub = testHub(database);

  it('is in the table, and the table says who may', () => {
    const services = unusedServices();
    const app = createApp(services);
    const table = routes(services);
    const served = app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.replace('/*', '*')}`);
    expect(served).toEqual(table.map(({ method, path }) => `${method} ${path}`));
    expect(served.sort()).toEqual(Object.keys(expected).sort());
    for (const { method, path, action } of table) {
      expect(visitors.filter((visitor) => passes(visitor, action))).toEqual(
        expected[`${method} ${path}`],
      );
    }
  });

  it.each(visitors)('answers %s as the table says', async (visitor) => {
    const account = visitor === null ? null : await addAccount(database(), visitor);
    const desk = await openDesk(hub(), account);
    // The walk asks for the address of the venues too: nothing leaves this machine.
    await setAddress(database().db, { url: 'https://127.0.0.1/', isOn: false });
    for (const [route, allowed] of Object.entries(expected)) {
      // Signing out would end the walk; it is open to anyone, and tested with sign-in.
      if (route.includes('sign-out')) continue;
      const [method = '', path = ''] = route.split(' ');
      const place = path.replace('*', '/').replace(/:\w+/, 'none');
      const answer = await (method === 'GET' ? desk.get(place) : desk.post(place, {}));
      await answer.body?.cancel();
      const refusal = visitor === null ? 401 : 403;
      const isAllowed = allowed.includes(visitor);
      expect([route, answer.status === refusal], `${visitor} on ${route}`).toEqual([
        route,
        !isAllowed,
      ]);
    }
  });

  it('answers 404 beyond the table, and 404 for another method', async () => {
    const desk = await openDesk(hub(), await addAccount(database(), 'administrator'));
    expect((await desk.get('/api/nothing')).status).toBe(404);
    expect((await desk.get('/api')).status).toBe(404);
    expect((await desk.post('/api/session', {})).status).toBe(404);
  });
});

function passes(visitor: Role | null, action: Action): boolean {
  return visitor === null ? can({ role: 'anonymous' }, action) : mayEver(visitor, action);
}

/** The table is read, nothing is called. */
function unusedServices(): Services {
  return { config: { publicUrl: 'http://127.0.0.1', desk: null } } as unknown as Services;
}
