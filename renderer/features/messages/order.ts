import type { MessageState, MessageView, ReferralView } from '#src/contract';

/** A message with the referral that it tells of. */
export type MessageOfReferral = { readonly message: MessageView; readonly referral: ReferralView };

/** What somebody has to look after. */
const toDoStates: readonly MessageState[] = ['shown', 'failed', 'uncertain'];
const comingStates: readonly MessageState[] = ['planned', 'sending'];
/** What left long ago is beside its referral. */
const shownGone = 100;

/** ME-32: first what is left to do, the oldest first; then what comes next; then what is over, the newest first. */
export function messagesByTurn(referrals: readonly ReferralView[]): {
  readonly toDo: readonly MessageOfReferral[];
  readonly coming: readonly MessageOfReferral[];
  readonly gone: readonly MessageOfReferral[];
} {
  const all = referrals.flatMap((referral) =>
    referral.messages.map((message) => ({ message, referral })),
  );
  const byDue = all.toSorted((a, b) => a.message.dueAt.localeCompare(b.message.dueAt));
  const isIn = (states: readonly MessageState[]) => (one: MessageOfReferral) =>
    states.includes(one.message.state);
  const over = ({ message }: MessageOfReferral) =>
    !toDoStates.includes(message.state) && !comingStates.includes(message.state);
  return {
    toDo: byDue.filter(isIn(toDoStates)),
    coming: byDue.filter(isIn(comingStates)),
    gone: all
      .filter(over)
      .toSorted((a, b) => b.message.stateAt.localeCompare(a.message.stateAt))
      .slice(0, shownGone),
  };
}
