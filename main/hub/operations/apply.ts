import { eq } from 'drizzle-orm';
import { z } from 'zod';
import {
  type OperationKind,
  type OperationPayload,
  type OperationResult,
  type operationEnvelope,
  operationPayloads,
  type RefusalCode,
  refusalCodes,
} from '#src/contract';
import { hashOf, ok, present, type Result } from '#src/kernel';
import { isUnstorable, type Transaction } from '../storage/database.ts';
import { operation as operationTable } from '../storage/schema.ts';
import type { Account, Effects, Handler, HandlerContext, Handlers } from './handler.ts';
import type { Journal } from './journal.ts';

type Envelope = z.infer<typeof operationEnvelope>;
type Refusal = { readonly code: RefusalCode; readonly where?: string };

export type ApplyContext = {
  readonly journal: Journal;
  readonly handlers: Handlers;
  readonly actor: Account;
  readonly clock: () => string;
};

/** Applies operations one after the other, each in its own transaction, and says what became of each. */
export async function applyOperations(
  context: ApplyContext,
  operations: readonly Envelope[],
): Promise<readonly OperationResult[]> {
  const results: OperationResult[] = [];
  for (const operation of operations) results.push(await applyOperation(context, operation));
  return results;
}

async function applyOperation(context: ApplyContext, sent: Envelope): Promise<OperationResult> {
  const now = context.clock();
  const { result, after } = await context.journal.write(now, async (tx): Promise<Step> => {
    const earlier = await register(tx, context.actor, sent, now);
    if (earlier !== null) return { value: { result: earlier }, changed: [] };
    const done = await attempt(tx, context, sent, now);
    if (!done.ok) {
      await keepRefusal(tx, sent.id, done.error);
      return { value: { result: refused(sent.id, done.error) }, changed: [] };
    }
    const { changed, after } = done.value;
    return { value: { result: { id: sent.id, status: 'applied' }, after }, changed };
  });
  await after?.();
  return result;
}

/** What the transaction of an operation leaves. */
type Step = {
  readonly value: { readonly result: OperationResult; readonly after?: Effects['after'] };
  readonly changed: Effects['changed'];
};

/**
 * Writes the operation down as applied, or says what became of it when it was received before.
 *
 * SY-2, SY-3. Two hubs that receive it at once: the second waits here for the first one's commit.
 */
async function register(
  tx: Transaction,
  actor: Account,
  sent: Envelope,
  now: string,
): Promise<OperationResult | null> {
  const { id, kind, at } = sent;
  const hash = hashOf({ kind, at, payload: sent.payload });
  const userId = actor.accountId;
  const written = await tx
    .insert(operationTable)
    .values({ id, hash, kind, userId, at, receivedAt: now, status: 'applied' })
    .onConflictDoNothing()
    .returning({ id: operationTable.id });
  if (written.length === 1) return null;
  const rows = await tx.select().from(operationTable).where(eq(operationTable.id, id));
  const earlier = present(rows[0], 'the id was in conflict, and operations are never deleted');
  if (earlier.hash !== hash || earlier.userId !== userId) return refused(id, { code: 'id-reused' });
  if (earlier.status === 'applied') return { id, status: 'already-applied' };
  return refused(id, {
    code: z.enum(refusalCodes).parse(earlier.code),
    ...(earlier.place === null ? {} : { where: earlier.place }),
  });
}

/** Runs the handler in a savepoint: SY-4, a refusal leaves nothing of what was written. */
async function attempt(
  tx: Transaction,
  context: ApplyContext,
  sent: Envelope,
  now: string,
): Promise<Result<Effects, Refusal>> {
  const refusals: Refusal[] = [];
  try {
    const effects = await tx.transaction(async (savepoint) => {
      const handled = await dispatch(
        { tx: savepoint, actor: context.actor, now },
        context.handlers,
        sent.kind,
        sent,
      );
      if (handled.ok) return handled.value;
      refusals.push(handled.error);
      return savepoint.rollback();
    });
    return ok(effects);
  } catch (error) {
    const [refusal] = refusals;
    if (refusal !== undefined) return { ok: false, error: refusal };
    if (isUnstorable(error)) return { ok: false, error: { code: 'invalid-payload' } };
    throw error;
  }
}

/** The same schemas, said so that one kind's schema goes with that kind's handler. */
const payloadSchemas: { readonly [Kind in OperationKind]: z.ZodType<OperationPayload<Kind>> } =
  operationPayloads;

async function dispatch<Kind extends OperationKind>(
  context: HandlerContext,
  handlers: Handlers,
  kind: Kind,
  sent: Envelope,
): Promise<Result<Effects, Refusal>> {
  const payload = payloadSchemas[kind].safeParse(sent.payload);
  if (!payload.success) {
    const where = payload.error.issues[0]?.path.join('.') ?? '';
    return { ok: false, error: { code: 'invalid-payload', where } };
  }
  const handler: Handler<Kind> = handlers[kind];
  const handled = await handler(context, payload.data, { id: sent.id, at: sent.at });
  return handled.ok ? handled : { ok: false, error: { code: handled.error } };
}

async function keepRefusal(tx: Transaction, id: string, { code, where }: Refusal): Promise<void> {
  await tx
    .update(operationTable)
    .set({ status: 'refused', code, place: where })
    .where(eq(operationTable.id, id));
}

function refused(id: string, { code, where }: Refusal): OperationResult {
  return { id, status: 'refused', code, ...(where === undefined ? {} : { where }) };
}
