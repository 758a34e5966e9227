import { holdExpiry, mayMeasureAgain } from '#src/booking';
import type { BookingView, Operation, OperationPayload } from '#src/contract';
import { assess } from '#src/distance';
import { calledBack } from './call-back-effect.ts';
import { answered, onCall, onRecord, opened } from './call-effect.ts';
import { ledCall } from './call-parties-effect.ts';
import type { DeskContext, EffectOn, EntityEffect } from './effect.ts';
import { type ReferralOperation, saidOfReferral } from './referral-effect.ts';

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
    // The hub says that too: until then it joins others where its kind is a workshop.
    isShared: true,
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
