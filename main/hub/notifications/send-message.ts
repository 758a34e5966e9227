import { and, eq } from 'drizzle-orm';
import type { MessageFailure } from '#src/contract';
import { err, ok, present, type Result } from '#src/kernel';
import { departure, type PlannedMessage, personMessageKinds } from '#src/messages';
import { issueLink } from '../links/link-store.ts';
import type { Journal } from '../operations/journal.ts';
import { changedReferral } from '../operations/referrals.ts';
import type { Ports } from '../ports.ts';
import type { Transaction } from '../storage/database.ts';
import { message, referral } from '../storage/schema.ts';
import {
  type Carrier,
  type Carriers,
  carrierTimeoutMs,
  type Handed,
  type Parcel,
  type Traced,
} from './carrier.port.ts';
import { answering, type Composing, calendarOf, composed } from './compose.ts';
import { isStillTrue } from './still-true.ts';
import { hashOfText } from './text-hash.ts';
import { addressOf, readToldReferral, type ToldReferral } from './told-referral.ts';
import { readSignatures } from './translations.ts';

export type SendingParts = {
  readonly journal: Journal;
  readonly ports: Ports;
  readonly carriers: Carriers;
  /** Where links lead, as an origin. */
  readonly publicUrl: string;
  /** The address that e-mails leave from. */
  readonly mailFrom: string;
  /** How long a message that is being sent is left alone: longer than any carrier is waited for. */
  readonly graceMs?: number;
};

type Row = typeof message.$inferSelect;
/** What a turn leaves to do: nothing, the same again, or (`taken`) to ask later what became of it. */
export type Turn = 'done' | 'again' | 'taken';

const usualGraceMs = 4 * carrierTimeoutMs;

/** Until when a message that is being sent is left to who sends it. */
export function graceEnd(parts: Pick<SendingParts, 'graceMs'>, row: { readonly stateAt: string }) {
  return Date.parse(row.stateAt) + (parts.graceMs ?? usualGraceMs);
}

/**
 * ME-24: sends a message, once. That it is being sent is written down before, what came of it after; a hub that finds it
 * being sent for too long asks the carrier before anything else. Any hub may be told to, several times.
 */
export async function sendMessage(
  parts: SendingParts,
  id: string,
  isLastTry: boolean,
): Promise<Turn> {
  const claim = await parts.journal.write(parts.ports.clock(), async (tx) => {
    const row = await lockMessage(tx, id);
    if (row === null) return { value: null, changed: [] };
    const step = await nextStep(parts, tx, row);
    return { value: step, changed: await changedBy(tx, row) };
  });
  if (claim === null || claim.kind === 'settled') return 'done';
  if (claim.kind === 'trace') {
    const traced = await claim.carrier.trace(claim.asked);
    const turn = await settle(parts, id, traced, false);
    // It never left: it goes now.
    return turn === 'again' ? sendMessage(parts, id, isLastTry) : turn;
  }
  const handed = await claim.carrier.send(claim.parcel);
  // It may have left: it stays as it is, and is looked for once it has surely arrived.
  return handed.outcome === 'unknown' ? 'done' : settle(parts, id, handed, isLastTry);
}

async function lockMessage(tx: Transaction, id: string): Promise<Row | null> {
  const [row] = await tx.select().from(message).where(eq(message.id, id)).for('update');
  return row ?? null;
}

type Step =
  | { readonly kind: 'settled' }
  | { readonly kind: 'send'; readonly carrier: Carrier; readonly parcel: Parcel }
  | {
      readonly kind: 'trace';
      readonly carrier: Carrier;
      readonly asked: Parameters<Carrier['trace']>[0];
    };

const settled = { kind: 'settled' } as const;

async function nextStep(parts: SendingParts, tx: Transaction, row: Row): Promise<Step> {
  if (row.state === 'planned') return claimToSend(parts, tx, row);
  if (row.state !== 'sending') return settled;
  if (Date.parse(parts.ports.clock()) < graceEnd(parts, row)) return settled;
  const told = await readToldReferral(tx, row.referralId);
  const to = recipientOf(row, told);
  const carrier = carrierOf(parts, row, told);
  if (to === null || carrier === undefined || row.textHash === null) {
    await move(tx, row, { state: 'uncertain' }, parts.ports.clock());
    return settled;
  }
  return { kind: 'trace', carrier, asked: { to, since: row.stateAt, textHash: row.textHash } };
}

/** Writes that it is being sent, or why it is not: nothing has left before this is committed. */
async function claimToSend(parts: SendingParts, tx: Transaction, row: Row): Promise<Step> {
  const now = parts.ports.clock();
  const told = await readToldReferral(tx, row.referralId);
  const leaves = departureOf(row, told, now);
  if (leaves.code === 'drop' || !(await isStillTrue(tx, row, told, now))) {
    await move(tx, row, { state: 'cancelled' }, now);
    return settled;
  }
  if (leaves.code === 'wait') {
    await tx.update(message).set({ dueAt: leaves.until }).where(eq(message.id, row.id));
    return settled;
  }
  const carrier = carrierOf(parts, row, told);
  if (carrier === undefined) {
    const cannot = answering(told) === null;
    await move(
      tx,
      row,
      cannot ? { state: 'failed', failure: 'no-line-number' } : { state: 'shown' },
      now,
    );
    return settled;
  }
  const packed = await pack(parts, tx, row, told);
  if (!packed.ok) {
    await move(tx, row, { state: 'failed', failure: packed.error }, now);
    return settled;
  }
  const sending = { state: 'sending' as const, textHash: hashOfText(packed.value.text) };
  await move(tx, row, { ...sending, attempts: row.attempts + 1 }, now);
  return { kind: 'send', carrier, parcel: packed.value };
}

/** ME-23: who carries it. What is played on a training line reaches nobody. */
function carrierOf(
  { carriers }: SendingParts,
  { channel }: Row,
  { line }: ToldReferral,
): Carrier | undefined {
  return channel === 'letter' || line.kind === 'training' ? undefined : carriers[channel];
}

/** ME-11, as `departure` says it; what a venue is told waits for nothing. */
function departureOf(row: Row, told: ToldReferral, now: string) {
  const kind = personMessageKinds.find((one) => one === row.kind);
  if (kind === undefined || row.appointment === null) return { code: 'send' } as const;
  const due: PlannedMessage = { kind, sendAt: row.dueAt };
  return departure(due, { start: row.appointment.start, now, personZone: told.personZone });
}

async function pack(
  parts: SendingParts,
  tx: Transaction,
  row: Row,
  told: ToldReferral,
): Promise<Result<Parcel, MessageFailure>> {
  const to = recipientOf(row, told);
  if (to === null) return err('no-address');
  const now = parts.ports.clock();
  const composing: Composing = {
    row,
    told,
    signatures: await readSignatures(tx),
    link: await linkFor(parts, tx, row),
  };
  const words = composed(composing);
  if (words === null) return err('no-line-number');
  const { subject, text, html } = words;
  const calendar = calendarOf(composing, { from: parts.mailFrom, to, now });
  return ok({ reference: row.id, to, subject, text, html, calendar });
}

/** Where the message reaches who it is for; `null` where it does no more. */
export function recipientOf({ recipient, channel }: Row, told: ToldReferral): string | null {
  return recipient === 'venue' ? (told.venue?.emails[0] ?? null) : addressOf(told.people, channel);
}

/** What can still be answered, moved or cancelled by whoever reads it. */
async function linkFor(
  { publicUrl, ports }: SendingParts,
  tx: Transaction,
  { kind, recipient, referralId }: Row,
): Promise<string | null> {
  if (kind === 'cancelled' || kind === 'venue-cancelled') return null;
  const purpose = recipient === 'venue' ? 'venue-answer' : 'person-change';
  const { path } = await issueLink(tx, { purpose, referralId, now: ports.clock() });
  return publicUrl + path;
}

/** What came of it, where nobody else has said so meanwhile. */
async function settle(
  { journal, ports }: SendingParts,
  id: string,
  handed: Handed | Traced,
  isLastTry: boolean,
): Promise<Turn> {
  const now = ports.clock();
  return journal.write<Turn>(now, async (tx) => {
    const row = await lockMessage(tx, id);
    if (row?.state !== 'sending') return { value: 'done', changed: [] };
    const after = stateAfter(handed, isLastTry);
    await move(tx, row, after, now);
    return { value: turnAfter(after), changed: await changedBy(tx, row) };
  });
}

function stateAfter(handed: Handed | Traced, isLastTry: boolean): Moved {
  switch (handed.outcome) {
    case 'taken':
      return { state: 'sent', providerId: handed.providerId };
    case 'refused':
      return { state: 'failed', failure: 'refused' };
    case 'unknown':
      // ME-25: it may have left. Somebody looks, and decides.
      return { state: 'uncertain' };
    case 'later':
    case 'absent':
      return isLastTry ? { state: 'failed', failure: 'unreachable' } : { state: 'planned' };
  }
}

function turnAfter({ state }: Moved): Turn {
  if (state === 'planned') return 'again';
  return state === 'sent' ? 'taken' : 'done';
}

type Moved = Pick<Row, 'state'> &
  Partial<Pick<Row, 'failure' | 'providerId' | 'textHash' | 'attempts'>>;

async function move(tx: Transaction, row: Row, to: Moved, now: string): Promise<void> {
  await tx
    .update(message)
    .set({ textHash: null, ...to, stateAt: now })
    .where(and(eq(message.id, row.id)));
}

async function changedBy(tx: Transaction, { referralId }: Row) {
  const [of] = await tx.select().from(referral).where(eq(referral.id, referralId));
  return [changedReferral(present(of, 'a message is of a referral'))];
}

/** ME-27: asks what became of a message that was taken. `again` where that is not known yet. */
export async function askFate(
  { journal, ports, carriers }: SendingParts,
  id: string,
): Promise<Turn> {
  const asked = await journal.write(ports.clock(), async (tx) => ({
    value: await lockMessage(tx, id),
    changed: [],
  }));
  if (asked?.state !== 'sent' || asked.channel === 'letter' || asked.providerId === null) {
    return 'done';
  }
  const ask = carriers[asked.channel]?.fate ?? null;
  if (ask === null) return 'done';
  const fate = await ask(asked.providerId);
  if (fate === null) return 'again';
  const now = ports.clock();
  return journal.write(now, async (tx) => {
    const row = await lockMessage(tx, id);
    if (row?.state !== 'sent') return { value: 'done' as const, changed: [] };
    const to: Moved =
      fate === 'delivered' ? { state: 'delivered' } : { state: 'failed', failure: 'undelivered' };
    await move(tx, row, to, now);
    return { value: 'done' as const, changed: await changedBy(tx, row) };
  });
}
