import { Temporal } from 'temporal-polyfill';
import type { Canceller, LearnedNews, ReferralResult, ReferralState } from './referral.ts';

/** How far a referral has come. */
export type ReferralProgress = {
  readonly state: ReferralState;
  /** Since when the next word has been awaited: the venue's, or the person's on the times proposed. */
  readonly awaitedSince: string;
  /** When the venue answered. */
  readonly decidedAt: string | null;
  /** When it was first said whether the person came. */
  readonly attendanceAt: string | null;
  readonly result: ReferralResult | null;
  /** When a result was first said. */
  readonly resultAt: string | null;
  /** When somebody who phoned the person last heard that nothing is known yet. */
  readonly heardAt: string | null;
};

/** What of a referral decides what may happen to it. */
export type ReferralLife = ReferralProgress & {
  /** `null` where no time is agreed on. */
  readonly appointment: { readonly start: string } | null;
  /** The times that the venue proposes; `null` but where it is `proposed`. */
  readonly proposal: {
    readonly times: readonly { readonly id: string; readonly start: string }[];
  } | null;
};

/** What is said of a referral. */
export type ReferralAct =
  /** The venue has seen it. */
  | { readonly type: 'receive' }
  | { readonly type: 'accept' }
  | { readonly type: 'refuse' }
  /** The venue proposes other times. */
  | { readonly type: 'propose'; readonly times: readonly { readonly start: string }[] }
  /** The person takes one of them. */
  | { readonly type: 'choose'; readonly timeId: string }
  /** The person takes none of them. */
  | { readonly type: 'decline' }
  | { readonly type: 'move'; readonly by: Canceller; readonly to: { readonly start: string } }
  | { readonly type: 'cancel' }
  /** Nobody answered in time. */
  | { readonly type: 'expire' }
  /** The person came. */
  | { readonly type: 'attend' }
  | { readonly type: 'miss' }
  /** What the person said on the telephone. */
  | { readonly type: 'learn'; readonly news: LearnedNews }
  | { readonly type: 'result'; readonly result: ReferralResult };

/** BO-20: whether the person can have come. */
export function isReceivable(
  { appointment }: Pick<ReferralLife, 'appointment'>,
  at: string,
): boolean {
  return appointment === null || Temporal.Instant.compare(appointment.start, at) <= 0;
}

/** BO-94: whether it may still get another time. */
export function mayBeMoved(
  { appointment }: Pick<ReferralLife, 'appointment'>,
  at: string,
): boolean {
  return appointment === null || isTimeAhead(appointment, at);
}

/** Whether a time has not begun. */
export function isTimeAhead({ start }: { readonly start: string }, at: string): boolean {
  return Temporal.Instant.compare(start, at) > 0;
}

/** The time that the venue proposes under this id. */
export function proposedTime({ proposal }: Pick<ReferralLife, 'proposal'>, timeId: string) {
  return proposal?.times.find(({ id }) => id === timeId);
}

/** BO-95: nobody can choose any more. */
export function wholeProposalPassed(
  { proposal }: Pick<ReferralLife, 'proposal'>,
  at: string,
): boolean {
  return proposal?.times.every((time) => !isTimeAhead(time, at)) ?? false;
}
