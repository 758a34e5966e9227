import { translationSignature } from '#src/contract';
import { readLetter, readMessageText } from '../notifications/message-text.ts';
import { readTranslations, writeSignature } from '../notifications/translations.ts';
import type { Services } from '../services.ts';
import type { SignedIn } from './doors.ts';
import { type HubContext, problem, readBody } from './respond.ts';

/** GET /api/messages/:id/text */
export const messageWords =
  ({ database }: Services) =>
  async (c: HubContext, { account }: SignedIn) => {
    const id = c.req.param('id') ?? '';
    const text = await database.transaction((tx) => readMessageText(tx, account, id));
    return text === null ? problem(c, 'not-found') : c.json(text);
  };

/** GET /api/messages/:id/letter */
export const letter =
  ({ database }: Services) =>
  async (c: HubContext, { account }: SignedIn) => {
    const id = c.req.param('id') ?? '';
    const view = await database.transaction((tx) => readLetter(tx, account, id));
    return view === null ? problem(c, 'not-found') : c.json(view);
  };

/** GET /api/translations */
export const getTranslations =
  ({ database }: Services) =>
  async (c: HubContext) =>
    c.json(await readTranslations(database.db));

/** POST /api/translations: a speaker's signature, as an administrator notes it; the answer is the list as it is then. */
export const postTranslation = (services: Services) => async (c: HubContext) => {
  const body = await readBody(c, translationSignature);
  if (!body.ok) return body.error;
  const { database, ports } = services;
  const isPresent = await writeSignature(database.db, body.value, ports.clock());
  if (!isPresent) return problem(c, 'invalid-request', 'hash');
  return c.json(await readTranslations(database.db));
};
