import { liveQuery } from 'dexie';
import type { ReferenceView } from '#src/contract';
import type { DeskDatabase } from '../storage/database.ts';

/** Tells which sets the hub has published anew since the last time. */
export function followVersions(
  database: DeskDatabase,
  onPublished: (paths: readonly ReferenceView['id'][]) => void,
): () => void {
  let known: ReadonlyMap<string, string> | null = null;
  const reading = liveQuery(() => database.mirror.reference.toArray()).subscribe((rows) => {
    const published = rows.flatMap(({ shown }) => shown ?? []);
    const before = known;
    known = new Map(published.map(({ id, version }) => [id, version]));
    // What was there when the desk opened is what it reads first.
    if (before === null) return;
    const changed = published.filter(({ id, version }) => before.get(id) !== version);
    if (changed.length > 0) onPublished(changed.map(({ id }) => id));
  });
  return () => reading.unsubscribe();
}
