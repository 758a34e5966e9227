import { and, eq, sql } from 'drizzle-orm';
import { type Action, can } from '#src/access';
import {
  advanceCall,
  type CallEvent,
  type CallRefusal,
  type CallState,
  isOver,
  resumed,
  unanswered,
} from '#src/calls';
import type { RefusalCode } from '#src/contract';
import { err, ok, type Result } from '#src/kernel';
import { prepared, type Transaction } from '../storage/database.ts';
import { forgetParties } from '../storage/party-store.ts';
import { call, line, user } from '../storage/schema.ts';
import type { Telephones } from '../telephony/telephony.port.ts';
import type { ChangedEntity, Effects, HandlerContext } from './handler.ts';

/** A call whose row is locked until the transaction ends. */
export type LockedCall = typeof call.$inferSelect & {
  readonly lineKind: (typeof line.$inferSelect)['kind'];
};

const callToLock = prepared((queries) =>
  queries
    .select({ call, lineKind: line.kind })
    .from(call)
    .innerJoin(line, eq(line.id, call.lineId))
    .where(eq(call.id, sql.placeholder('callId')))
    .for('update', { of: call })
    .prepare('call_to_lock'),
);

/** The call, locked, so that two events on it come one after the other. */
export async function lockCall(tx: Transaction, callId: string): Promise<LockedCall | null> {
  const [row] = await callToLock(tx).execute({ callId });
  return row === undefined ? null : { ...row.call, lineKind: row.lineKind };
}

/** The call, locked, if the actor may do `action` to it. */
export async function ownCall(
  { tx, actor }: HandlerContext,
  action: Action,
  callId: string,
): Promise<Result<LockedCall, 'unknown-call' | 'forbidden'>> {
  const locked = await lockCall(tx, callId);
  if (locked === null) return err('unknown-call');
  const { territoryId, adviserId } = locked;
  return can(actor, action, { territoryId, adviserId }) ? ok(locked) : err('forbidden');
}

/** The actor's own call, if its record can still be written. */
export async function openCall(
  context: HandlerContext,
  action: Action,
  callId: string,
): Promise<Result<LockedCall, RefusalCode>> {
  const own = await ownCall(context, action, callId);
  return own.ok ? ifOpen(own.value) : own;
}

/** The call, if its record can still be written. */
export function ifOpen(own: LockedCall): Result<LockedCall, 'call-over' | 'call-not-live'> {
  if (isOver(own.state)) return err('call-over');
  return own.state === 'ringing' ? err('call-not-live') : ok(own);
}

/** Columns that an event writes beside the state. */
type Also = Partial<Omit<typeof call.$inferInsert, 'id' | 'state'>>;

/** Takes the call to where `event` leads. The one place where a call changes its state. */
export async function moveCall(
  tx: Transaction,
  before: LockedCall,
  event: CallEvent,
  at: string,
  also: Also = {},
): Promise<Result<readonly ChangedEntity[], CallRefusal>> {
  const state = advanceCall(before.state, event);
  if (!state.ok) return state;
  await tx
    .update(call)
    .set({ ...stamps(before, event, state.value, at), ...also, state: state.value })
    .where(eq(call.id, before.id));
  const gone = isGoing(state.value) ? [] : await forgetParties(tx, before.id);
  return ok(changedForAll(before, gone));
}

/** Somebody is on the line, or is to be. */
function isGoing(state: CallState): boolean {
  return state === 'waiting' || state === 'ringing' || state === 'live';
}

/** When it happened. CA-3: the first one who hangs up stays on record. */
function stamps(call: LockedCall, event: CallEvent, after: CallState, at: string): Also {
  const before = call.state;
  return {
    ...(after === 'ringing' ? {} : { offerExpiresAt: null }),
    ...(before === 'ringing' && after === 'live' ? { answeredAt: call.answeredAt ?? at } : {}),
    // Whoever answers speaks to the caller.
    ...(before !== 'live' && after === 'live' ? { heldSince: null, rejoinUntil: null } : {}),
    ...(isGoing(after) ? {} : { heldSince: null, recording: null, listenerId: null }),
    ...(isGoing(before) && !isGoing(after) ? { endedAt: at, endedBy: whoEnds(event) } : {}),
    ...(before === 'call-back' && after === 'live' ? resumed(call, at) : {}),
    ...(event.type === 'no-answer' ? unanswered(call, before !== 'call-back') : {}),
    ...(after === 'call-back' ? {} : { callBackAt: null }),
    ...(after === 'closed' ? { closedAt: at } : {}),
  };
}

function whoEnds(event: CallEvent): 'caller' | 'adviser' | null {
  if (event.type === 'hang-up') return event.by;
  return event.type === 'close' || event.type === 'call-back' ? 'adviser' : null;
}

export function changedCall(
  subject: Pick<LockedCall, 'id' | 'territoryId' | 'adviserId'>,
): ChangedEntity {
  const { id, territoryId, adviserId } = subject;
  return { entity: 'call', id, territoryId, adviserId };
}

/** Whoever must read the call again: its adviser, and the colleagues who were brought in. */
export function changedForAll(
  call: Pick<LockedCall, 'id' | 'territoryId' | 'adviserId'>,
  parties: readonly { readonly adviserId: string | null }[],
): readonly ChangedEntity[] {
  const colleagues = parties.flatMap(({ adviserId }) => adviserId ?? []);
  return [changedCall(call), ...colleagues.map((adviserId) => changedCall({ ...call, adviserId }))];
}

/** TE-34: only a conversation of its adviser is hung up. One that they left goes on without them. */
export function hangUpLive(
  telephones: Telephones,
  { id, state, lineKind }: LockedCall,
): Effects['after'] {
  return state === 'live' ? () => telephones[lineKind].hangUp(id) : undefined;
}

/** CA-7: whether the adviser speaks already. */
export async function speaksAlready(tx: Transaction, adviserId: string): Promise<boolean> {
  await lockAdviser(tx, adviserId);
  const isLive = and(eq(call.adviserId, adviserId), eq(call.state, 'live'));
  return (await tx.$count(call, isLive)) > 0;
}

/** Two desks of one adviser ask one after the other. */
export async function lockAdviser(tx: Transaction, adviserId: string): Promise<void> {
  await tx.select({ id: user.id }).from(user).where(eq(user.id, adviserId)).for('no key update');
}

/** When it was done at the desk, whose clock may be ahead of the hub's. */
export function notAfter(now: string, at: string): string {
  return Date.parse(at) < Date.parse(now) ? at : now;
}
