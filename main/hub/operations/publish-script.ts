import { err, hashOf, ok, type Result } from '#src/kernel';
import {
  checkNumber,
  checkScript,
  checkVersion,
  type Finding,
  linkScript,
  parseScript,
  type ScriptDocument,
} from '#src/script';
import type { Shipped } from '../services.ts';
import type { Transaction } from '../storage/database.ts';
import { discardDraft, lockDraft } from '../storage/script-drafts.ts';
import {
  documentOf,
  lockPublications,
  publishedScripts,
  publishVersion,
  type StoredScript,
  versionsOf,
  wasPublished,
} from '../storage/script-store.ts';

/** What a script may name. */
export type ScriptKit = Pick<Shipped, 'models' | 'cards'>;

/**
 * SC-41: makes the draft, as it was read, the version that new calls run. An error in it keeps it from that, and then
 * the draft stays.
 */
export async function publishDraft(
  tx: Transaction,
  kit: ScriptKit,
  read: { readonly scriptId: string; readonly revision: number },
  decided: { readonly at: string; readonly author: string; readonly reason: string },
): Promise<
  Result<{ readonly hash: string; readonly version: string }, 'draft-changed' | readonly Finding[]>
> {
  await lockPublications(tx);
  const { scriptId, revision } = read;
  const draft = await lockDraft(tx, scriptId, revision);
  if (draft === null) return err('draft-changed');
  const published = await publishedScripts(tx);
  const linked = linkDraft(draft.document, published, kit);
  if (!linked.ok) return linked;
  const document = linked.value;
  const findings = await checkNext(tx, document, published);
  if (findings.length > 0) return err(findings);
  await publishVersion(tx, document, decided);
  await discardDraft(tx, scriptId, revision);
  return ok({ hash: hashOf(document), version: document.version });
}

/**
 * The script that a draft makes, with the scripts that it runs as they are published; or all that is found in it,
 * where some of it is an error.
 */
export function linkDraft(
  draft: unknown,
  published: readonly StoredScript[],
  { models, cards }: ScriptKit,
): Result<ScriptDocument, readonly Finding[]> {
  const parsed = parseScript(draft);
  if (!parsed.ok) return parsed;
  // One that runs itself would run what it said before.
  const others = published.filter(({ id }) => id !== parsed.value.id).map(documentOf);
  const document = linkScript(parsed.value, [...others, parsed.value]);
  const findings = checkScript(
    document,
    models.map(({ value }) => value),
    cards.map(({ value }) => value.id),
  );
  return findings.some(({ severity }) => severity === 'error') ? err(findings) : ok(document);
}

/** Whether its number is one that the next version may have. */
async function checkNext(
  tx: Transaction,
  document: ScriptDocument,
  published: readonly StoredScript[],
): Promise<readonly Finding[]> {
  const { id, version } = document;
  const current = published.find((stored) => stored.id === id);
  const found = current === undefined ? [] : checkVersion(document, documentOf(current));
  if (found.length > 0) return found;
  const hash = hashOf(document);
  // A version that is offered may be taken as it is: it never ran.
  const isOffered = !(await wasPublished(tx, { hash, id, version }));
  const others = (await versionsOf(tx, id)).filter((stored) => !isOffered || stored.hash !== hash);
  return checkNumber(
    document,
    others.map((stored) => stored.version),
  );
}
