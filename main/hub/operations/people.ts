import { and, asc, eq, inArray, notExists, or, sql } from 'drizzle-orm';
import type { PersonDetails, RefusalCode } from '#src/contract';
import { err, ok, type Result } from '#src/kernel';
import { mayKeepIdentity } from '#src/privacy';
import type { Transaction } from '../storage/database.ts';
import { answer, call, callIdentity, consent, person } from '../storage/schema.ts';
import { changedCall, type LockedCall } from './call-record.ts';
import { callToRefer } from './call-to-refer.ts';
import type { Handlers } from './handler.ts';
import { changedReferrals } from './record.ts';

/** Who is on the line, and for whom. */
export const peopleHandlers: Pick<Handlers, 'people.identify'> = {
  'people.identify': async (context, { callId, caller, beneficiary }) => {
    const { tx, now } = context;
    const own = await callToRefer(context, 'call.write', callId);
    if (!own.ok) return own;
    if (!(await hasConsent(tx, callId))) return err('consent-missing');
    const before = await readPeople(tx, callId);
    for (const details of beneficiary === null ? [caller] : [caller, beneficiary]) {
      const kept = await keepPerson(tx, own.value, details, now);
      if (!kept.ok) return kept;
    }
    await tx
      .update(callIdentity)
      .set({ callerId: caller.personId, beneficiaryId: beneficiary?.personId ?? null })
      .where(eq(callIdentity.callId, callId));
    await forgetUnnamed(tx, before);
    return ok({ changed: [changedCall(own.value), ...(await changedReferrals(tx, own.value))] });
  },
};

/** PR-1, from the calls' own traces: those on which identity may be kept. */
export async function callsWithConsent(
  tx: Transaction,
  callIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const entries = await tx
    .select({ callId: consent.callId, given: consent.given })
    .from(consent)
    .innerJoin(answer, eq(answer.operationId, consent.operationId))
    .where(inArray(consent.callId, [...callIds]))
    .orderBy(asc(answer.position));
  const traces = Map.groupBy(entries, (entry) => entry.callId);
  return new Set([...traces].flatMap(([id, trace]) => (mayKeepIdentity(trace) ? [id] : [])));
}

export async function hasConsent(tx: Transaction, callId: string): Promise<boolean> {
  return (await callsWithConsent(tx, [callId])).has(callId);
}

/** PR-2: without consent the call keeps no name, and a person that no other call names goes. */
export async function forgetPeople(tx: Transaction, callId: string): Promise<void> {
  const named = await readPeople(tx, callId);
  await tx
    .update(callIdentity)
    .set({ callerId: null, beneficiaryId: null })
    .where(eq(callIdentity.callId, callId));
  await forgetUnnamed(tx, named);
}

/** PR-7: a number that was given to be called back at has served. */
export async function forgetCallBackNumber(tx: Transaction, callId: string): Promise<void> {
  await tx
    .update(callIdentity)
    .set({ callBackNumber: null })
    .where(eq(callIdentity.callId, callId));
}

async function readPeople(tx: Transaction, callId: string): Promise<readonly string[]> {
  const [row] = await tx.select().from(callIdentity).where(eq(callIdentity.callId, callId));
  return [row?.callerId, row?.beneficiaryId].filter((id) => typeof id === 'string');
}

/** Writes the person down, or what changed of them. An id that the adviser was not shown is nobody's. */
async function keepPerson(
  tx: Transaction,
  onCall: LockedCall,
  { personId, ...details }: PersonDetails,
  now: string,
): Promise<Result<null, RefusalCode>> {
  const written = await tx
    .insert(person)
    .values({ id: personId, ...details, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: person.id });
  if (written.length === 1) return ok(null);
  if (!(await wasShown(tx, onCall, personId))) return err('unknown-person');
  await tx.update(person).set(details).where(eq(person.id, personId));
  return ok(null);
}

/** Whether this call named the person already, or an earlier call that it shows did. */
async function wasShown(tx: Transaction, onCall: LockedCall, personId: string): Promise<boolean> {
  const [own] = await tx.select().from(callIdentity).where(eq(callIdentity.callId, onCall.id));
  const sameNumber = own?.number
    ? and(eq(callIdentity.number, own.number), eq(call.sponsorId, onCall.sponsorId))
    : sql`false`;
  const shown = await tx
    .select({ id: call.id })
    .from(callIdentity)
    .innerJoin(call, eq(call.id, callIdentity.callId))
    .where(
      and(
        or(eq(callIdentity.callerId, personId), eq(callIdentity.beneficiaryId, personId)),
        or(eq(call.id, onCall.id), sameNumber),
      ),
    )
    .limit(1);
  return shown.length === 1;
}

async function forgetUnnamed(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const naming = tx
    .select({ one: sql`1` })
    .from(callIdentity)
    .where(or(eq(callIdentity.callerId, person.id), eq(callIdentity.beneficiaryId, person.id)));
  await tx.delete(person).where(and(inArray(person.id, [...ids]), notExists(naming)));
}
