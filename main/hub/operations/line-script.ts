import { eq, sql } from 'drizzle-orm';
import { err, ok, type Result } from '#src/kernel';
import type { Transaction } from '../storage/database.ts';
import { line } from '../storage/schema.ts';
import { publishedScript } from '../storage/script-store.ts';

/** SC-47: the script that new calls on the line run. Calls that a desk began before may still name the former one. */
export async function setScript(
  tx: Transaction,
  lineId: string,
  scriptId: string,
): Promise<Result<null, 'unknown-line' | 'unknown-script'>> {
  if ((await publishedScript(tx, scriptId)) === null) return err('unknown-script');
  const changed = await tx
    .update(line)
    .set({
      scriptId,
      formerScripts: sql`array_append(array_remove(${line.formerScripts}, ${line.scriptId}), ${line.scriptId})`,
    })
    .where(eq(line.id, lineId))
    .returning({ id: line.id });
  return changed.length > 0 ? ok(null) : err('unknown-line');
}
