import type { Result } from '#src/kernel';
import type { Transaction } from './database.ts';

/** Runs `work` in a savepoint: what it refuses leaves nothing of what it wrote, and the transaction goes on. */
export async function inSavepoint<Value, Refusal>(
  tx: Transaction,
  work: (savepoint: Transaction) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  const refused: Result<Value, Refusal>[] = [];
  try {
    return await tx.transaction(async (savepoint) => {
      const done = await work(savepoint);
      if (done.ok) return done;
      refused.push(done);
      return savepoint.rollback();
    });
  } catch (error) {
    const [refusal] = refused;
    if (refusal !== undefined) return refusal;
    throw error;
  }
}
