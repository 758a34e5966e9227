import { isPhoningDue, isTimeAhead, maySay } from '#src/booking';
import type { DiaryView, ReferralView } from '#src/contract';

/** What the state of a referral asks for: the person chooses a time, another venue is found, the person is phoned. */
export type AskedAct = 'choice' | 'elsewhere' | 'news';
/** What may be done of it all the same. */
export type OtherAct = 'move' | 'wait' | 'writing' | 'links' | 'cancellation';

/** What is to be done of a referral, and what else may be, each in the order in which it is shown. */
export function actsOf(
  referral: ReferralView,
  about: {
    /** Since when nothing was heard; `null` where something was. */
    readonly since: string | null;
    readonly now: string;
    readonly isToReplace: boolean;
    readonly diaries: readonly DiaryView[];
  },
): { readonly asked: readonly AskedAct[]; readonly others: readonly OtherAct[] } {
  const { since, now, isToReplace, diaries } = about;
  const mayCancel = maySay(referral, { type: 'cancel' }, now);
  const asked: Readonly<Record<AskedAct, boolean>> = {
    choice: referral.state === 'proposed',
    elsewhere: isToReplace,
    news: since !== null && isPhoningDue(since, now),
  };
  const others: Readonly<Record<OtherAct, boolean>> = {
    move: referral.appointment !== null && mayBeMoved(referral, now),
    wait: mayWait(referral, diaries, now),
    // BO-68: who keeps the appointment tells of it.
    writing: mayCancel && referral.elsewhere === null,
    links: mayCancel,
    cancellation: mayCancel,
  };
  return {
    asked: (['choice', 'elsewhere', 'news'] as const).filter((act) => asked[act]),
    others: (['move', 'wait', 'writing', 'links', 'cancellation'] as const).filter(
      (act) => others[act],
    ),
  };
}

/** Whether it may get another time, asked of one that is always to come. */
export function mayBeMoved(referral: ReferralView, now: string): boolean {
  const to = { start: '9999-12-31T00:00:00Z' };
  return maySay(referral, { type: 'move', by: 'person', to }, now);
}

const waitingStates: readonly ReferralView['state'][] = ['sent', 'received', 'accepted'];

/** BO-70: who has an appointment to come in a diary of the venue, or none yet at a venue that has one. */
function mayWait(
  { waiting, appointment, elsewhere, state, venueId }: ReferralView,
  diaries: readonly DiaryView[],
  now: string,
): boolean {
  if (!waitingStates.includes(state)) return false;
  if (waiting !== null) return true;
  if (elsewhere !== null || !diaries.some((diary) => diary.venueId === venueId)) return false;
  return appointment === null || (appointment.bookingId !== null && isTimeAhead(appointment, now));
}
