import { asc } from 'drizzle-orm';
import { can } from '#src/access';
import {
  draftDiscard,
  draftRequest,
  draftSaved,
  lineScriptRequest,
  publishRequest,
  publishResult,
  type ScriptVersionView,
  scriptImpact,
  scriptLibrary,
  scriptWorkshop,
} from '#src/contract';
import { readInstallation } from '../auth/installation.ts';
import type { Account } from '../operations/handler.ts';
import { setScript } from '../operations/line-script.ts';
import { publishDraft } from '../operations/publish-script.ts';
import { impactOfDraft } from '../operations/script-impact.ts';
import { changedScript } from '../operations/shipped-scripts.ts';
import type { Services } from '../services.ts';
import type { Queries } from '../storage/database.ts';
import { line } from '../storage/schema.ts';
import { discardDraft, readDraft, saveDraft } from '../storage/script-drafts.ts';
import { readScripts } from '../storage/script-library.ts';
import { publishedScripts, versionsOf } from '../storage/script-store.ts';
import { isStorable } from '../storage/storable.ts';
import type { SignedIn } from './doors.ts';
import { type HubContext, problem, readBody } from './respond.ts';

/** GET /api/scripts */
export const library =
  ({ database }: Services) =>
  async (c: HubContext, { account }: SignedIn) =>
    c.json(
      await database.transaction(async (tx) => {
        const lines = await linesOf(tx, account);
        return scriptLibrary.parse({ scripts: await readScripts(tx, lines), lines });
      }),
    );

/** GET /api/scripts/:id/workshop */
export const workshop =
  ({ database, shipped }: Services) =>
  async (c: HubContext, { account }: SignedIn) => {
    const id = c.req.param('id') ?? '';
    const view = await database.transaction(async (tx) => {
      const entries = await readScripts(tx, await linesOf(tx, account));
      const entry = entries.find((known) => known.id === id);
      if (entry === undefined) return null;
      const published = await publishedScripts(tx);
      return {
        entry,
        published: published.find((stored) => stored.id === id)?.document ?? null,
        draft: (await readDraft(tx, id))?.document ?? null,
        library: published.map(({ document }) => document),
        models: shipped.models.map(({ json }) => json),
        cards: shipped.cards.map(({ json }) => json),
      };
    });
    return view === null ? problem(c, 'not-found') : c.json(scriptWorkshop.parse(view));
  };

/** POST /api/scripts/:id/draft */
export const postDraft =
  ({ database, ports }: Services) =>
  async (c: HubContext, { account }: SignedIn) => {
    const body = await readBody(c, draftRequest);
    if (!body.ok) return body.error;
    const scriptId = c.req.param('id') ?? '';
    const { revision: read, base, document: sent } = body.value;
    if (sent.id !== scriptId) return problem(c, 'invalid-request', 'document.id');
    if (!isStorable(sent)) return problem(c, 'invalid-request', 'document');
    const { scripts: _linked, ...document } = sent;
    const savedAt = ports.clock();
    const saved = await database.transaction(async (tx) => {
      // A new script takes the id of no other, and the next version of one begins as a copy of one of its own.
      const versions = await versionsOf(tx, scriptId);
      const isItsOwn =
        base === null ? versions.length === 0 : versions.some((one) => one.hash === base);
      if (!isItsOwn) return 'not-its-own';
      const draft = { scriptId, document, base, savedAt, savedBy: account.accountId };
      return saveDraft(tx, read, draft);
    });
    if (saved === 'not-its-own') return problem(c, 'invalid-request', 'base');
    if (saved === null) return problem(c, 'draft-changed');
    return c.json(draftSaved.parse({ revision: saved, savedAt }));
  };

/** POST /api/scripts/:id/draft/discard */
export const postDiscard =
  ({ database }: Services) =>
  async (c: HubContext) => {
    const body = await readBody(c, draftDiscard);
    if (!body.ok) return body.error;
    const isGone = await discardDraft(database.db, c.req.param('id') ?? '', body.value.revision);
    return isGone ? c.body(null, 204) : problem(c, 'draft-changed');
  };

/** POST /api/scripts/:id/publish */
export const postPublish =
  (services: Services) =>
  async (c: HubContext, { account, name }: SignedIn) => {
    const body = await readBody(c, publishRequest);
    if (!body.ok) return body.error;
    const scriptId = c.req.param('id') ?? '';
    const { journal, ports, shipped } = services;
    const at = ports.clock();
    const asked = { scriptId, revision: body.value.revision };
    const decided = { at, author: account.accountId, reason: body.value.reason };
    const published = await journal.write(at, async (tx) => {
      const value = await publishDraft(tx, shipped, asked, decided);
      return { value, changed: value.ok ? [changedScript(scriptId)] : [] };
    });
    if (published.ok) {
      const { hash, version } = published.value;
      const view: ScriptVersionView = {
        hash,
        version,
        state: 'published',
        publishedAt: at,
        author: name,
        reason: decided.reason,
        openCalls: 0,
      };
      return c.json(publishResult.parse({ status: 'published', version: view }));
    }
    if (published.error === 'draft-changed') return problem(c, 'draft-changed');
    return c.json(publishResult.parse({ status: 'refused', findings: published.error }));
  };

/** GET /api/scripts/:id/impact: of the calls that the account may count. */
export const impact =
  ({ database, ports, shipped }: Services) =>
  async (c: HubContext, { account }: SignedIn) => {
    const { kind } = await readInstallation(database.db);
    const found = await impactOfDraft(database, shipped, {
      scriptId: c.req.param('id') ?? '',
      now: ports.clock(),
      territories: account.territories,
      withTraining: kind === 'demonstration',
    });
    if (found.ok) return c.json(scriptImpact.parse(found.value));
    return found.error === 'no-draft'
      ? problem(c, 'not-found')
      : problem(c, 'invalid-request', 'draft');
  };

/** POST /api/lines/:id/script */
export const postLineScript =
  ({ journal, ports }: Services) =>
  async (c: HubContext) => {
    const body = await readBody(c, lineScriptRequest);
    if (!body.ok) return body.error;
    const { scriptId } = body.value;
    const done = await journal.write(ports.clock(), async (tx) => {
      const value = await setScript(tx, c.req.param('id') ?? '', scriptId);
      // What a line runs is part of the session.
      return { value, changed: value.ok ? [{ entity: 'reference', id: '/api/session' }] : [] };
    });
    if (done.ok) return c.body(null, 204);
    return done.error === 'unknown-line'
      ? problem(c, 'not-found')
      : problem(c, 'invalid-request', 'scriptId');
  };

async function linesOf(queries: Queries, account: Account) {
  const rows = await queries.select().from(line).orderBy(asc(line.name), asc(line.id));
  return rows
    .filter(({ territoryId }) => can(account, 'line.read', { territoryId }))
    .map(({ id, name, scriptId }) => ({ id, name, scriptId }));
}
