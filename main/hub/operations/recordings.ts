import { can, mayEver } from '#src/access';
import type { ListedRecording, RecordingView } from '#src/contract';
import { err, ok, type Result } from '#src/kernel';
import type { Transaction } from '../storage/database.ts';
import {
  endTerm,
  findRecording,
  listRecordings,
  markHeard,
  type RecordingRow,
} from '../storage/recording-store.ts';
import type { call } from '../storage/schema.ts';
import { changedCall } from './call-record.ts';
import type { Account, ChangedEntity } from './handler.ts';

type CallRow = typeof call.$inferSelect;

/** What a desk is told of a recording. */
export function recordingViewOf({ callId: _call, ...row }: RecordingRow): RecordingView {
  return row;
}

/** TW-71: who holds the call, or looks after its line; words that were left, whoever may call their caller back. */
function mayHear(actor: Account, { kind }: RecordingRow, of: CallRow): boolean {
  const { territoryId, adviserId } = of;
  if (can(actor, 'recording.hear', { territoryId, adviserId })) return true;
  return kind === 'voicemail' && can(actor, 'voicemail.hear', { territoryId });
}

function mayDelete(actor: Account, { territoryId }: CallRow): boolean {
  return can(actor, 'recording.delete', { territoryId });
}

/** TW-75: those that `actor` may hear or delete, the newest first. */
export async function readRecordings(
  tx: Transaction,
  actor: Account,
  now: string,
): Promise<ListedRecording[]> {
  const { role, accountId, territories } = actor;
  const everyKind = mayEver(role, 'recording.delete');
  const rows = await listRecordings(tx, { accountId, territories, everyKind }, now);
  return rows
    .map(({ recording, call: of, lineName }) => ({
      ...recordingViewOf(recording),
      ...{ callId: of.id, callState: of.state, lineName },
      mayHear: mayHear(actor, recording, of),
      mayDelete: recording.deletedAt === null && mayDelete(actor, of),
    }))
    .filter((one) => one.mayHear || one.mayDelete);
}

type Found = NonNullable<Awaited<ReturnType<typeof findRecording>>>;

/** The recording, if `actor` may hear it and its term is not over. */
export async function recordingToHear(
  tx: Transaction,
  actor: Account,
  id: string,
  now: string,
): Promise<Result<Found, 'unknown' | 'forbidden' | 'deleted'>> {
  const found = await findRecording(tx, id);
  if (found === null) return err('unknown');
  const { recording, call: of } = found;
  if (!mayHear(actor, recording, of)) return err('forbidden');
  const isOver = recording.deletedAt !== null || recording.deleteAfter <= now;
  return isOver ? err('deleted') : ok(found);
}

/** TW-75: somebody listens to it, for the first time or again. */
export async function heardNow(
  tx: Transaction,
  { recording: { id }, call: of }: Found,
  now: string,
): Promise<Told<null>> {
  const isFirst = await markHeard(tx, id, now);
  return { value: null, changed: isFirst ? [changedCall(of)] : [] };
}

type Told<Value> = { readonly value: Value; readonly changed: readonly ChangedEntity[] };

/** TW-74: nobody hears it any more, if `actor` may say so. */
export async function deleteBeforeTerm(
  tx: Transaction,
  actor: Account,
  id: string,
  now: string,
): Promise<Told<Result<null, 'unknown' | 'forbidden'>>> {
  const found = await findRecording(tx, id);
  if (found === null) return { value: err('unknown'), changed: [] };
  if (!mayDelete(actor, found.call)) return { value: err('forbidden'), changed: [] };
  await endTerm(tx, { id }, now);
  return { value: ok(null), changed: [changedCall(found.call)] };
}
