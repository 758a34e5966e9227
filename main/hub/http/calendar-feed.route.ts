import { createHash } from 'node:crypto';
import type { CalendarFeedView, IssuedCalendarFeed } from '#src/contract';
import { feedEvents, findFeed, issueFeed, readFeed, revokeFeed } from '../links/calendar-feed.ts';
import { feedText } from '../links/feed-text.ts';
import type { Services } from '../services.ts';
import type { SignedIn } from './doors.ts';
import { clientAddress } from './guards.ts';
import { rateLimit } from './rate-limit.ts';
import { type HubContext, problem } from './respond.ts';

/** GET /api/calendar-feed */
export const getFeed =
  (services: Services) =>
  async (c: HubContext, { account }: SignedIn) =>
    c.json<CalendarFeedView>(await readFeed(services.database.db, account.accountId));

/** POST /api/calendar-feed */
export const postFeed =
  (services: Services) =>
  async (c: HubContext, { account }: SignedIn) => {
    const { database, config, ports } = services;
    const madeAt = ports.clock();
    const path = await database.transaction((tx) => issueFeed(tx, account.accountId, madeAt));
    return c.json<IssuedCalendarFeed>({ address: `${config.publicUrl}${path}`, madeAt });
  };

/** POST /api/calendar-feed/revoke */
export const postRevokeFeed =
  (services: Services) =>
  async (c: HubContext, { account }: SignedIn) => {
    await services.database.transaction((tx) => revokeFeed(tx, account.accountId));
    return c.json<CalendarFeedView>({ madeAt: null });
  };

/** A calendar program asks every quarter of an hour; several of them may be behind one address. */
const asked = { max: 60, windowMs: 60_000 };
const fileName = /^([\w-]+)\.ics$/;

/** GET /calendar/:file: a mediator's appointments, for whoever holds the address. */
export function calendarFile(services: Services) {
  const { database, ports, config } = services;
  const isAllowed = rateLimit(asked);
  return async (c: HubContext): Promise<Response> => {
    const now = ports.clock();
    if (!isAllowed(clientAddress(c, config), now)) return problem(c, 'too-many-requests');
    const [, token] = fileName.exec(c.req.param('file') ?? '') ?? [];
    if (token === undefined) return problem(c, 'not-found');
    const text = await database.transaction(async (tx) => {
      const feed = await findFeed(tx, token);
      return feed && feedText('Rendez-vous Aiguillage', await feedEvents(tx, feed, now));
    });
    if (text === null) return problem(c, 'not-found');
    const headers = {
      ETag: `"${createHash('sha256').update(text).digest('base64url')}"`,
      'Cache-Control': 'private, no-cache',
      'X-Robots-Tag': 'noindex, nofollow',
    };
    // Compression on the way makes the tag a weak one.
    const known = c.req.header('if-none-match')?.replace(/^W\//, '');
    if (known === headers.ETag) return c.body(null, 304, headers);
    return c.body(text, 200, { ...headers, 'Content-Type': 'text/calendar; charset=utf-8' });
  };
}
