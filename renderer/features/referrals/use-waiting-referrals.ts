import { useEntities } from '../../storage/desk.tsx';
import { inbox } from './order.ts';

/** How many requests wait for this venue's answer. */
export function useWaitingReferrals(): number {
  return inbox(useEntities('referral') ?? []).waiting.length;
}
