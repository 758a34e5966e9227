import { useEntities } from '../../storage/desk.tsx';
import { useNow } from '../../ui/timer.tsx';
import { inbox } from './order.ts';

/** How many requests wait for this venue's answer, and appointments for its word on whether the person came. */
export function useWaitingReferrals(): number {
  const { toSay, waiting } = inbox(useEntities('referral') ?? [], useNow(20));
  return toSay.length + waiting.length;
}
