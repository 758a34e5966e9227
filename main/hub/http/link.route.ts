import { eq } from 'drizzle-orm';
import { findLink } from '../links/link-store.ts';
import { type Html, pageHeaders } from '../links/page.ts';
import { changeForPerson, showToPerson } from '../links/person-change.ts';
import { answerForVenue, showToVenue } from '../links/venue-answer.ts';
import { goneLinkPage, tooManyPage } from '../links/venue-page.ts';
import { readToldReferral } from '../notifications/told-referral.ts';
import type { Effects } from '../operations/handler.ts';
import type { Services } from '../services.ts';
import type { Transaction } from '../storage/database.ts';
import { referral } from '../storage/schema.ts';
import { clientAddress } from './guards.ts';
import { rateLimit } from './rate-limit.ts';
import type { HubContext } from './respond.ts';

/** A person looks and answers a few times, a venue behind one address a few times more. */
const asked = { max: 120, windowMs: 60_000 };

type Status = 200 | 404 | 409 | 410 | 422 | 429;
type Answer = { readonly page: Html; readonly status: Status } | 'noted';
const gone: Answer = { page: goneLinkPage(null), status: 404 };

/** GET and POST /l/:token: the pages that open without account. */
export function linkRoutes(services: Services) {
  const { database, journal, ports, config } = services;
  const isAllowed = rateLimit(asked);

  const limited =
    (answer: (c: HubContext, token: string, now: string) => Promise<Answer>) =>
    async (c: HubContext): Promise<Response> => {
      const now = ports.clock();
      if (!isAllowed(clientAddress(c, config), now)) {
        c.header('Retry-After', String(asked.windowMs / 1000));
        return send(c, { page: tooManyPage(), status: 429 });
      }
      return send(c, await answer(c, c.req.param('token') ?? '', now));
    };

  return {
    /** BO-52: looking changes nothing, whoever looks: mail is opened by programs before people. */
    look: limited((c, token, now) =>
      database.transaction(async (tx): Promise<Answer> => {
        const link = await findLink(tx, token);
        if (link === null) return gone;
        const told = await readToldReferral(tx, link.referralId);
        if (link.purpose === 'venue-answer') return showToVenue(link, told, now);
        const notice = c.req.query('noted') === undefined ? null : 'noted';
        return { page: await showToPerson(tx, told, now, notice), status: 200 };
      }),
    ),

    answer: limited(async (c, token, now) => {
      const fields = Object.fromEntries(new URLSearchParams(await c.req.text()));
      const posted = { fields, now, newId: ports.newId };
      return journal.write<Answer>(now, async (tx) => {
        const link = await findLink(tx, token);
        if (link === null) return { value: gone, changed: [] };
        await lockReferral(tx, link.referralId);
        const told = await readToldReferral(tx, link.referralId);
        if (link.purpose === 'venue-answer') {
          const { changed, ...value } = await answerForVenue(tx, link, told, posted);
          return { value, changed };
        }
        const answered = await changeForPerson(tx, told, posted);
        return answered.type === 'noted'
          ? { value: 'noted', changed: answered.changed }
          : { value: answered, changed: noChange };
      });
    }),
  };
}

/** BO-54: who presses twice is answered the second time by what the first one made of it. */
async function lockReferral(tx: Transaction, id: string): Promise<void> {
  await tx.select({ id: referral.id }).from(referral).where(eq(referral.id, id)).for('update');
}

const noChange: Effects['changed'] = [];

/** What is done is looked at anew, so that a page loaded again asks for nothing twice. */
function send(c: HubContext, answer: Answer): Response | Promise<Response> {
  if (answer === 'noted') return c.redirect(`${c.req.path}?noted`, 303);
  for (const [name, value] of Object.entries(pageHeaders)) c.header(name, value);
  return c.html(answer.page, answer.status);
}
