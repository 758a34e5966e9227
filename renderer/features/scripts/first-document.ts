import type { ScriptWorkshop } from '#src/contract';
import { type EditedScript, readEdited } from './edited/edited-script.ts';
import { withoutLinked } from './edited/skeleton.ts';
import type { Beginning, KeptScript } from './kept-script.ts';

/** What the hub has to edit: the draft, else a copy of the published version; `null`: neither can be read. */
export function firstDocument({ draft, published }: ScriptWorkshop): EditedScript | null {
  const document = readEdited(draft ?? published);
  return document === null ? null : withoutLinked(document);
}

/** The revision of the hub's draft; 0: it has none. */
export function revisionOf({ entry }: ScriptWorkshop): number {
  return entry.draft?.revision ?? 0;
}

/** Where editing begins: with what this desk keeps and the hub does not have yet, else with what the hub has. */
export function beginningOf(workshop: ScriptWorkshop, kept: KeptScript | null): Beginning | null {
  const revision = revisionOf(workshop);
  if (kept !== null) {
    return { ...kept, isSaved: false, isContested: kept.revision !== revision };
  }
  const document = firstDocument(workshop);
  if (document === null) return null;
  const { draft, versions } = workshop.entry;
  const published = versions.find(({ state }) => state === 'published');
  const base = draft === null ? (published?.hash ?? null) : draft.base;
  return { document, revision, base, isSaved: true, isContested: false };
}
