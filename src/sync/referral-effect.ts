import { advanceReferral, type ReferralAct } from '#src/booking';
import type { Operation, ReferralView } from '#src/contract';

/** What is said of a referral that was sent. */
export type ReferralOperation = Extract<
  Operation,
  {
    kind: `referral.${
      | 'receive'
      | 'accept'
      | 'refuse'
      | 'propose'
      | 'choose-proposal'
      | 'decline-proposal'
      | 'move'
      | 'attend'
      | 'miss'
      | 'learn'
      | 'result'
      | 'cancel'}`;
  }
>;

/** SY-18 for BO-10, BO-20 to BO-25 and BO-90. What the machine refuses changes nothing here: the hub will say why. */
export function saidOfReferral(operation: ReferralOperation, referral: ReferralView): ReferralView {
  const moved = advanceReferral(referral, actOf(operation), operation.at);
  if (!moved.ok) return referral;
  const proposal = moved.value.state === 'proposed' ? referral.proposal : null;
  return { ...referral, ...moved.value, proposal, ...wordsOf(operation, referral) };
}

function actOf(operation: ReferralOperation): ReferralAct {
  const { kind, payload } = operation;
  switch (kind) {
    case 'referral.receive':
      return { type: 'receive' };
    case 'referral.accept':
      return { type: 'accept' };
    case 'referral.refuse':
      return { type: 'refuse' };
    case 'referral.propose':
      return { type: 'propose', times: payload.times };
    case 'referral.choose-proposal':
      return { type: 'choose', timeId: payload.timeId };
    case 'referral.decline-proposal':
      return { type: 'decline' };
    case 'referral.move':
      return { type: 'move', by: payload.by, to: payload.to };
    case 'referral.attend':
      return { type: 'attend' };
    case 'referral.miss':
      return { type: 'miss' };
    case 'referral.learn':
      return { type: 'learn', news: payload.news };
    case 'referral.result':
      return { type: 'result', result: payload.result };
    case 'referral.cancel':
      return { type: 'cancel' };
  }
}

/** What goes with the state: why it ended without the person, or what time it has now. */
function wordsOf(operation: ReferralOperation, referral: ReferralView): Partial<ReferralView> {
  const { kind, payload, at } = operation;
  switch (kind) {
    case 'referral.refuse':
      return { refusal: { reason: payload.reason, note: payload.note } };
    case 'referral.cancel':
      return { cancellation: { by: payload.by, reason: payload.reason, at } };
    case 'referral.propose':
      return { proposal: { times: payload.times, note: payload.note } };
    case 'referral.choose-proposal': {
      const chosen = referral.proposal?.times.find(({ id }) => id === payload.timeId);
      if (chosen === undefined) return {};
      const instead = { by: 'venue', reason: null, at } as const;
      const move = referral.appointment === null ? {} : { move: nextMove(referral, instead) };
      return { ...withTime(referral, chosen), ...move };
    }
    case 'referral.move': {
      const { by, reason, to } = payload;
      return { ...withTime(referral, to), move: nextMove(referral, { by, reason, at }) };
    }
    case 'referral.receive':
    case 'referral.accept':
    case 'referral.decline-proposal':
    case 'referral.attend':
    case 'referral.miss':
    case 'referral.learn':
    case 'referral.result':
      return {};
  }
}

type Move = NonNullable<ReferralView['move']>;

function nextMove(
  { appointment, move }: Pick<ReferralView, 'appointment' | 'move'>,
  said: Pick<Move, 'by' | 'reason' | 'at'>,
): Move {
  const from = appointment && { start: appointment.start, end: appointment.end };
  return { ...said, from, count: (move?.count ?? 0) + 1 };
}

/** The hub knows the diary that has it. */
function withTime(
  { zone, appointment }: ReferralView,
  { start, end }: { readonly start: string; readonly end: string },
): Pick<ReferralView, 'appointment'> {
  const where = appointment?.where ?? 'venue';
  const kindName = appointment?.kindName ?? null;
  return { appointment: { bookingId: null, start, end, zone, where, kindName } };
}
