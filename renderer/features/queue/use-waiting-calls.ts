import { useOpenCalls } from '../../storage/desk.tsx';

/** How many calls wait, of those that this account may know of: beside the queue's name in the rail. */
export function useWaitingCalls(): number {
  return (useOpenCalls() ?? []).filter(({ state }) => state === 'waiting').length;
}
