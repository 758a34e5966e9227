import { eq, sql } from 'drizzle-orm';
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
import { err, hashOf, ok, present, type Result } from '#src/kernel';
import {
  type Database,
  isUnstorable,
  prepared,
  type Queries,
  type Transaction,
} from '../storage/database.ts';
import { operation as operationTable } from '../storage/schema.ts';
import type { Account, Effects, Foresight, Handler, Handlers } from './handler.ts';
import { foresights } from './handlers.ts';
import type { Journal } from './journal.ts';

type Envelope = z.infer<typeof operationEnvelope>;
type Refusal = { readonly code: RefusalCode; readonly where?: string };

export type ApplyContext = {
  readonly database: Database;
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
  const done = await attempt(context, sent.kind, sent, now);
  if (!done.ok) return keepRefusal(context, sent, now, done.error);
  await done.value.after?.();
  return done.value.result;
}

/** What became of an operation that was not refused. */
type Done = { readonly result: OperationResult; readonly after?: Effects['after'] };

/** The same schemas, said so that one kind's schema goes with that kind's handler. */
const payloadSchemas: { readonly [Kind in OperationKind]: z.ZodType<OperationPayload<Kind>> } =
  operationPayloads;

/** SY-22: what is plain is refused before anything is written or locked; the handler decides on the rest. */
async function attempt<Kind extends OperationKind>(
  context: ApplyContext,
  kind: Kind,
  sent: Envelope,
  now: string,
): Promise<Result<Done, Refusal>> {
  const { database, handlers, actor } = context;
  const payload = payloadSchemas[kind].safeParse(sent.payload);
  if (!payload.success) {
    const where = payload.error.issues[0]?.path.join('.') ?? '';
    return err({ code: 'invalid-payload', where });
  }
  const handler: Handler<Kind> = handlers[kind];
  const foresee: Foresight<Kind> | undefined = foresights[kind];
  try {
    const foreseen = (await foresee?.({ queries: database.db, actor, now }, payload.data)) ?? null;
    if (foreseen !== null) return err({ code: foreseen });
    return await handled(context, sent, now, (tx) =>
      handler({ tx, actor, now }, payload.data, { id: sent.id, at: sent.at }),
    );
  } catch (error) {
    if (isUnstorable(error)) return err({ code: 'invalid-payload' });
    throw error;
  }
}

/** Registers the operation and runs its handler in one transaction: SY-4, a refusal leaves nothing of what was written. */
async function handled(
  { journal, actor }: ApplyContext,
  sent: Envelope,
  now: string,
  handle: (tx: Transaction) => Promise<Result<Effects, RefusalCode>>,
): Promise<Result<Done, Refusal>> {
  const refusals: RefusalCode[] = [];
  try {
    const done = await journal.write<Done>(now, async (tx) => {
      const earlier = await register(tx, actor, sent, now, null);
      if (earlier !== null) return { value: { result: earlier }, changed: [] };
      const effects = await handle(tx);
      if (!effects.ok) {
        refusals.push(effects.error);
        return tx.rollback();
      }
      const { changed, after } = effects.value;
      return { value: { result: { id: sent.id, status: 'applied' }, after }, changed };
    });
    return ok(done);
  } catch (error) {
    const [code] = refusals;
    if (code !== undefined) return err({ code });
    throw error;
  }
}

/**
 * Keeps the refusal in a statement of its own, rather than in a transaction that every operation would open a savepoint
 * for. Should the same operation be received twice at once, whoever comes second hears what became of the first.
 */
async function keepRefusal(
  { database, actor }: ApplyContext,
  sent: Envelope,
  now: string,
  refusal: Refusal,
): Promise<OperationResult> {
  const earlier = await register(database.db, actor, sent, now, refusal);
  return earlier ?? refused(sent.id, refusal);
}

const operationWritten = prepared((queries) =>
  queries
    .insert(operationTable)
    .values({
      id: sql.placeholder('id'),
      hash: sql.placeholder('hash'),
      kind: sql.placeholder('kind'),
      userId: sql.placeholder('userId'),
      at: sql.placeholder('at'),
      receivedAt: sql.placeholder('receivedAt'),
      status: sql.placeholder('status'),
      code: sql.placeholder('code'),
      place: sql.placeholder('place'),
    })
    .onConflictDoNothing()
    .returning({ id: operationTable.id })
    .prepare('operation_written'),
);

/**
 * Writes the operation down, as applied or with its refusal, or says what became of it when it was received before.
 *
 * SY-2, SY-3. Two hubs that receive it at once: the second waits here for the end of the first one's transaction.
 */
async function register(
  queries: Queries,
  actor: Account,
  sent: Envelope,
  now: string,
  refusal: Refusal | null,
): Promise<OperationResult | null> {
  const { id, kind, at } = sent;
  const hash = hashOf({ kind, at, payload: sent.payload });
  const userId = actor.accountId;
  const written = await operationWritten(queries).execute({
    id,
    hash,
    kind,
    userId,
    at,
    receivedAt: now,
    code: refusal?.code ?? null,
    place: refusal?.where ?? null,
    status: refusal === null ? 'applied' : 'refused',
  });
  if (written.length === 1) return null;
  const rows = await queries.select().from(operationTable).where(eq(operationTable.id, id));
  const earlier = present(rows[0], 'the id was in conflict, and operations are never deleted');
  if (earlier.hash !== hash || earlier.userId !== userId) return refused(id, { code: 'id-reused' });
  if (earlier.status === 'applied') return { id, status: 'already-applied' };
  return refused(id, {
    code: z.enum(refusalCodes).parse(earlier.code),
    ...(earlier.place === null ? {} : { where: earlier.place }),
  });
}

function refused(id: string, { code, where }: Refusal): OperationResult {
  return { id, status: 'refused', code, ...(where === undefined ? {} : { where }) };
}
