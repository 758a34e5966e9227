import { stands } from './referral.ts';
import { mayBeMoved, proposedTime, type ReferralAct, type ReferralLife } from './referral-life.ts';

/**
 * - `already-decided`: the venue has answered, or is not waited for
 * - `referral-not-accepted`: a request without a time that the venue has not answered
 * - `appointment-not-begun`: nobody can have come yet
 * - `appointment-begun`: it is too late to give it another time
 * - `time-passed`: the other time has begun
 * - `time-not-proposed`: the venue proposes no such time
 * - `too-late-to-correct`: it was said more than a day ago
 * - `not-attended`: a result is of somebody who came
 * - `referral-over`: it was refused or cancelled, nobody answered it, or it took place
 */
export type ReferralRefusal =
  | 'already-decided'
  | 'referral-not-accepted'
  | 'appointment-not-begun'
  | 'appointment-begun'
  | 'time-passed'
  | 'time-not-proposed'
  | 'too-late-to-correct'
  | 'not-attended'
  | 'referral-over';

/** Why `act` cannot be said of a referral whose machine does not take it at `at`. */
export function refusalOf(referral: ReferralLife, act: ReferralAct, at: string): ReferralRefusal {
  const { state, appointment } = referral;
  if (state === 'expired' || state === 'cancelled') return 'referral-over';
  switch (act.type) {
    case 'accept':
    case 'refuse':
      return 'already-decided';
    case 'result':
      if (!stands(state)) return 'referral-over';
      return state === 'attended' ? 'too-late-to-correct' : 'not-attended';
    case 'attend':
    case 'miss':
      return attendanceRefusal(referral);
    case 'learn':
      return act.news === 'waiting' ? 'referral-over' : attendanceRefusal(referral);
    case 'receive':
    case 'cancel':
      return 'referral-over';
    case 'expire':
      return isUnderWay(referral) ? 'already-decided' : 'referral-over';
    case 'propose':
    case 'move':
      if (!isUnderWay(referral)) return 'referral-over';
      return mayBeMoved({ appointment }, at) ? 'time-passed' : 'appointment-begun';
    case 'choose':
      if (!isUnderWay(referral)) return 'referral-over';
      return proposedTime(referral, act.timeId) === undefined ? 'time-not-proposed' : 'time-passed';
    case 'decline':
      return isUnderWay(referral) ? 'time-not-proposed' : 'referral-over';
  }
}

function attendanceRefusal({ state, appointment }: ReferralLife): ReferralRefusal {
  if (state === 'refused') return 'referral-over';
  if (state === 'attended' || state === 'missed') return 'too-late-to-correct';
  return appointment === null ? 'referral-not-accepted' : 'appointment-not-begun';
}

/** Nobody has said yet what became of the person. */
function isUnderWay({ state }: ReferralLife): boolean {
  return stands(state) && state !== 'attended' && state !== 'missed';
}
