import { advanceReferral, type ReferralAct } from '#src/booking';
import type { Operation, ReferralView } from '#src/contract';

/** What is said of a referral that was sent. */
export type ReferralOperation = Extract<
  Operation,
  { kind: `referral.${'accept' | 'refuse' | 'attend' | 'miss' | 'result' | 'cancel'}` }
>;

/** SY-18 for BO-10 and BO-20 to BO-25. What the machine refuses changes nothing here: the hub will say why. */
export function saidOfReferral(operation: ReferralOperation, referral: ReferralView): ReferralView {
  const moved = advanceReferral(referral, actOf(operation), operation.at);
  return moved.ok ? { ...referral, ...moved.value, ...wordsOf(operation) } : referral;
}

function actOf(operation: ReferralOperation): ReferralAct {
  switch (operation.kind) {
    case 'referral.accept':
      return { type: 'accept' };
    case 'referral.refuse':
      return { type: 'refuse' };
    case 'referral.attend':
      return { type: 'attend' };
    case 'referral.miss':
      return { type: 'miss' };
    case 'referral.result':
      return { type: 'result', result: operation.payload.result };
    case 'referral.cancel':
      return { type: 'cancel' };
  }
}

/** Why it ended without the person. */
function wordsOf(operation: ReferralOperation): Partial<ReferralView> {
  if (operation.kind === 'referral.refuse') {
    const { reason, note } = operation.payload;
    return { refusal: { reason, note } };
  }
  if (operation.kind === 'referral.cancel') {
    const { by, reason } = operation.payload;
    return { cancellation: { by, reason, at: operation.at } };
  }
  return {};
}
