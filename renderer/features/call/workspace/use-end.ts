import { useLocation } from 'wouter';
import type { CallEnding, CallView } from '#src/contract';
import { useMessages } from '../../../i18n/messages.tsx';
import { useDesk } from '../../../storage/desk.tsx';
import { announce } from '../../../ui/announcer.tsx';

/**
 * Closes a call, its last words first, and goes back to where calls come in; after a training call, to what is to be
 * learnt from it.
 */
export function useEnd(
  { id: callId, personaId }: Pick<CallView, 'id' | 'personaId'>,
  flushNote: () => Promise<void>,
) {
  const { call: words } = useMessages();
  const { act } = useDesk();
  const [, navigate] = useLocation();
  return async (ending: CallEnding, outcome: string): Promise<void> => {
    await flushNote();
    await act('call.close', { callId, ending });
    announce(words.home.closed(outcome));
    navigate(personaId === null ? '/appel' : `/entrainement/${callId}`);
  };
}
