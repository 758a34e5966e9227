import { holdExpiry, mayMeasureAgain } from '#src/booking';
import type {
  BookingView,
  CallView,
  Entity,
  EntityView,
  LineView,
  Operation,
  OperationPayload,
} from '#src/contract';
import { assess, type DistanceModel } from '#src/distance';
import { isOnNetwork } from '#src/routing';
import { calledBack } from './call-back-effect.ts';
import { ledCall } from './call-parties-effect.ts';
import { type ReferralOperation, saidOfReferral } from './referral-effect.ts';

/** Who works at this desk, and on which lines: what the hub knows and a payload does not repeat. */
export type DeskContext = {
  readonly accountId: string;
  readonly accountName: string;
  readonly lines: readonly LineView[];
  /** The distance models that the desk asks by itself. */
  readonly models: readonly DistanceModel[];
};

/** What an operation changes in the desk's picture of one record, before the hub has answered. */
export type EffectOn<E extends Entity> = {
  readonly entity: E;
  readonly id: string;
  readonly apply: (view: EntityView<E> | null) => EntityView<E> | null;
};
/** An effect on a record of whatever kind. */
export type EntityEffect<E extends Entity = Entity> = { [K in E]: EffectOn<K> }[E];

/**
 * SY-18: the effect of an operation at the desk; `null` where only the hub can tell.
 *
 * Effects are replayed over the hub's truth each time that it comes, so they depend on nothing but
 * the operation and the view that they are given.
 */
export function effectOf(operation: Operation, desk: DeskContext): EntityEffect | null {
  switch (operation.kind) {
    case 'call.open':
      return opened(operation.payload, desk);
    case 'call.answer':
      return onCall(operation.payload.callId, (call) =>
        answered(call, operation.payload, operation.at, desk),
      );
    case 'call.leave':
      return { entity: 'call', id: operation.payload.callId, apply: () => null };
    case 'call.hang-up':
      return onCall(operation.payload.callId, (call) =>
        call.state === 'live'
          ? { ...call, state: 'wrap-up', endedAt: operation.at, endedBy: 'adviser' }
          : call,
      );
    case 'call.call-back':
    case 'call.resume':
    case 'call.no-answer':
      return onCall(operation.payload.callId, (call) => calledBack(operation, call));
    case 'call.hold':
    case 'call.add-party':
    case 'call.remove-party':
    case 'call.transfer':
    case 'call.recording':
      return {
        entity: 'call',
        id: operation.payload.callId,
        apply: (call) => (call === null ? null : ledCall(operation, call, desk.accountName)),
      };
    case 'call.close':
      return onCall(operation.payload.callId, (call) => ({
        ...call,
        state: 'closed',
        callBackAt: null,
        callBackNumber: null,
        endedAt: call.endedAt ?? operation.at,
        endedBy: call.endedBy ?? 'adviser',
        closedAt: operation.at,
      }));
    case 'answer.record':
      return onRecord(operation.payload.callId, (record) => ({
        ...record,
        answers: [
          ...record.answers,
          {
            question: operation.payload.question,
            value: operation.payload.value,
            at: operation.at,
          },
        ],
      }));
    case 'note.write':
      return onRecord(operation.payload.callId, (record) => ({
        ...record,
        note: operation.payload.text,
      }));
    case 'level.override':
      return onRecord(operation.payload.callId, (record) => ({
        ...record,
        override: operation.payload.override,
      }));
    case 'people.identify':
      return onRecord(operation.payload.callId, (record) => ({
        ...record,
        caller: operation.payload.caller,
        beneficiary: operation.payload.beneficiary,
      }));
    case 'slot.hold':
      return held(operation.payload, operation.at, desk);
    case 'slot.release':
      return {
        entity: 'booking',
        id: operation.payload.bookingId,
        apply: (booking) =>
          booking === null ? null : { ...booking, state: 'released', holdExpiresAt: null },
      };
    case 'referral.receive':
    case 'referral.accept':
    case 'referral.refuse':
    case 'referral.propose':
    case 'referral.choose-proposal':
    case 'referral.decline-proposal':
    case 'referral.move':
    case 'referral.attend':
    case 'referral.miss':
    case 'referral.learn':
    case 'referral.result':
    case 'referral.cancel':
      return onReferral(operation);
    case 'distance.measure':
      return measured(operation.payload, operation.at, desk);
    case 'diary.set':
      return diarySet(operation.payload);
    case 'walk-in.record':
      return walkedIn(operation.payload, operation.at);
    case 'walk-in.take-back':
      return { entity: 'walk-in', id: operation.payload.walkInId, apply: () => null };
    case 'presence.set':
      return {
        entity: 'presence',
        id: desk.accountId,
        apply: (presence) =>
          presence?.presence === 'wrap-up'
            ? { ...presence, next: operation.payload.presence }
            : {
                id: desk.accountId,
                presence: operation.payload.presence,
                since: operation.at,
                next: null,
                until: null,
              },
      };
    case 'referral.book':
    case 'referral.request':
    case 'referral.plan':
    case 'referral.agree':
    case 'wait.join':
    case 'wait.leave':
    case 'wait.accept':
    case 'wait.decline':
    case 'training.ring':
    case 'wrap-up.extend':
    case 'message.choose':
    case 'message.redirect':
    case 'message.post':
    case 'message.retry':
      return null;
  }
}

type CallRecord = NonNullable<CallView['record']>;

const emptyRecord: CallRecord = {
  answers: [],
  note: '',
  override: null,
  caller: null,
  beneficiary: null,
  path: [],
};

function onCall(callId: string, change: (call: CallView) => CallView): EffectOn<'call'> {
  return { entity: 'call', id: callId, apply: (call) => (call === null ? null : change(call)) };
}

function onRecord(callId: string, change: (record: CallRecord) => CallRecord): EffectOn<'call'> {
  return onCall(callId, (call) => ({ ...call, record: change(call.record ?? emptyRecord) }));
}

/** On a network the call is theirs once their telephone is in it, which the hub says: RO-11. */
function answered(
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

function opened(
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

function held(
  payload: OperationPayload<'slot.hold'>,
  at: string,
  desk: DeskContext,
): EffectOn<'booking'> {
  const booking: BookingView = {
    id: payload.bookingId,
    diaryId: payload.diaryId,
    kindId: payload.kindId,
    where: payload.where,
    start: payload.start,
    end: payload.end,
    // The hub says how long the rest is.
    restUntil: payload.end,
    state: 'held',
    holdExpiresAt: holdExpiry(at),
    adviserId: desk.accountId,
    adviserName: desk.accountName,
  };
  return { entity: 'booking', id: payload.bookingId, apply: (known) => known ?? booking };
}

function walkedIn(
  { walkInId: id, ...said }: OperationPayload<'walk-in.record'>,
  at: string,
): EffectOn<'walk-in'> {
  return { entity: 'walk-in', id, apply: (known) => known ?? { id, at, ...said } };
}

/** What is new of a diary that the desk has; of one that it has not, the hub says whose clock it is on. */
function diarySet(payload: OperationPayload<'diary.set'>): EffectOn<'diary'> {
  const { diaryId, venueId, mediatorId: _set, ...rules } = payload;
  return {
    entity: 'diary',
    id: diaryId,
    apply: (diary) => (diary?.venueId === venueId ? { ...diary, ...rules } : diary),
  };
}

/** DI-19: the desk works the level out as the hub will, and shows it where the referral stands. */
function measured(
  payload: OperationPayload<'distance.measure'>,
  at: string,
  { models }: DeskContext,
): EffectOn<'referral'> | null {
  const model = models.find(({ stamp }) => stamp === payload.model);
  if (model === undefined) return null;
  const { level, fragile } = assess(model, payload.answers);
  if (level === null) return null;
  return {
    entity: 'referral',
    id: payload.referralId,
    apply: (referral) =>
      referral === null || !mayMeasureAgain(referral.state)
        ? referral
        : { ...referral, path: [...referral.path, { at, level, fragile, where: 'venue' }] },
  };
}

function onReferral(operation: ReferralOperation): EffectOn<'referral'> {
  return {
    entity: 'referral',
    id: operation.payload.referralId,
    apply: (referral) => (referral === null ? null : saidOfReferral(operation, referral)),
  };
}
