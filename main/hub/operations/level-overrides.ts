import { eq } from 'drizzle-orm';
import { type LevelOverride, standingOverride } from '#src/distance';
import { err, ok } from '#src/kernel';
import type { Transaction } from '../storage/database.ts';
import { levelOverride } from '../storage/schema.ts';
import { changedCall, notAfter, openCall } from './call-record.ts';
import type { Handlers } from './handler.ts';
import { changedReferrals } from './record.ts';
import { replay, type ScriptShelf } from './scripts.ts';

/** DI-15: what an adviser says beside the level that the answers give. */
export function overrideHandlers(scripts: ScriptShelf): Pick<Handlers, 'level.override'> {
  return {
    'level.override': async (context, { callId, override }, operation) => {
      const { tx, now } = context;
      const own = await openCall(context, 'call.write', callId);
      if (!own.ok) return own;
      if (override === null) {
        await forgetOverride(tx, callId);
      } else {
        const { assessment } = await replay(tx, scripts, own.value);
        if (assessment?.level !== override.measured) return err('other-level-measured');
        const said = { ...override, at: notAfter(now, operation.at) };
        await tx
          .insert(levelOverride)
          .values({ callId, ...said })
          .onConflictDoUpdate({ target: levelOverride.callId, set: said });
      }
      return ok({ changed: [changedCall(own.value), ...(await changedReferrals(tx, own.value))] });
    },
  };
}

/** What was said of the call's level; `null`: nothing, or it was taken back. */
export async function readOverride(tx: Transaction, callId: string): Promise<LevelOverride | null> {
  const [row] = await tx.select().from(levelOverride).where(eq(levelOverride.callId, callId));
  return row === undefined ? null : overrideOf(row);
}

/** The override in a row. */
export function overrideOf({
  measured,
  level,
  reason,
  words,
}: typeof levelOverride.$inferSelect): LevelOverride {
  return { measured, level, reason, words };
}

/** DI-16: what a closing call keeps. One that does not answer to the level measured at the end is no more. */
export async function settleOverride(
  tx: Transaction,
  callId: string,
  measured: LevelOverride['measured'] | null,
): Promise<LevelOverride | null> {
  const override = standingOverride(measured, await readOverride(tx, callId));
  if (override === null) await forgetOverride(tx, callId);
  return override;
}

/** PR-10: the words of an override go where names do. */
export async function forgetOverrideWords(tx: Transaction, callId: string): Promise<void> {
  await tx.update(levelOverride).set({ words: null }).where(eq(levelOverride.callId, callId));
}

async function forgetOverride(tx: Transaction, callId: string): Promise<void> {
  await tx.delete(levelOverride).where(eq(levelOverride.callId, callId));
}
