import type { CallView, OperationPayload } from '#src/contract';
import { isOnNetwork } from '#src/routing';
import type { DeskContext, EffectOn } from './effect.ts';

/** What was written down of a call. */
export type CallRecord = NonNullable<CallView['record']>;

/** Of a call of which nothing was written down yet. */
export const emptyRecord: CallRecord = {
  answers: [],
  note: '',
  override: null,
  caller: null,
  beneficiary: null,
  path: [],
};

/** Changes a call that the desk has; of another there is nothing to show. */
export function onCall(callId: string, change: (call: CallView) => CallView): EffectOn<'call'> {
  return { entity: 'call', id: callId, apply: (call) => (call === null ? null : change(call)) };
}

/** Changes what is written down of it. */
export function onRecord(
  callId: string,
  change: (record: CallRecord) => CallRecord,
): EffectOn<'call'> {
  return onCall(callId, (call) => ({ ...call, record: change(call.record ?? emptyRecord) }));
}

/** The call once its adviser answers it. On a network it is theirs once their telephone is in it, which the hub says: RO-11. */
export function answered(
  call: CallView,
  { script }: OperationPayload<'call.answer'>,
  at: string,
  desk: DeskContext,
): CallView {
  const line = desk.lines.find(({ id }) => id === call.lineId);
  if (line !== undefined && isOnNetwork(line.kind)) {
    // A call that was passed on keeps the version that its answers are of.
    return { ...call, script: call.script ?? script };
  }
  return {
    ...call,
    state: 'live',
    adviserId: desk.accountId,
    offerExpiresAt: null,
    script,
    answeredAt: call.answeredAt ?? at,
    record: call.record ?? emptyRecord,
  };
}

/** A call that its adviser opens by hand; `null` on a line that the desk does not know. */
export function opened(
  payload: OperationPayload<'call.open'>,
  desk: DeskContext,
): EffectOn<'call'> | null {
  const line = desk.lines.find((other) => other.id === payload.lineId);
  if (line === undefined) return null;
  const isLive = payload.mode === 'live';
  return {
    entity: 'call',
    id: payload.callId,
    apply: (call) =>
      call ?? {
        id: payload.callId,
        lineId: line.id,
        sponsorId: line.sponsorId,
        territoryId: line.territoryId,
        state: isLive ? 'live' : 'wrap-up',
        adviserId: desk.accountId,
        offerExpiresAt: null,
        number: payload.number,
        personaId: null,
        mode: payload.mode,
        script: payload.script,
        openedAt: payload.openedAt,
        answeredAt: payload.openedAt,
        resumedAt: null,
        endedAt: null,
        endedBy: null,
        spokenBeforeS: 0,
        callBackAt: null,
        callBackNumber: null,
        askedBackAt: null,
        attempts: 0,
        closedAt: null,
        heldSince: null,
        recording: null,
        listenedBy: null,
        parties: [],
        recordings: [],
        facts: null,
        earlier: [],
        record: emptyRecord,
      },
  };
}
