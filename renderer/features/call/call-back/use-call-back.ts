import { useLocation } from 'wouter';
import { useFormat, useMessages } from '../../../i18n/messages.tsx';
import { useDesk } from '../../../storage/desk.tsx';
import { announce } from '../../../ui/announcer.tsx';

/** When to call back, and where if not at the number that is known. */
export type CallBackChoice = { readonly at: string | null; readonly number: string | null };

/** What is done with a call that waits, or is put off: each is saved, said aloud, and leads to where calls come in. */
export function useCallBack(callId: string, zone: string, flushNote?: () => Promise<void>) {
  const { callBack: words, call } = useMessages();
  const format = useFormat();
  const { act } = useDesk();
  const [, navigate] = useLocation();
  const noted = (at: string | null) => {
    const says =
      at === null
        ? words.notedNone
        : words.noted(words.panel.when(format.date(at, zone), format.clock(at, zone)));
    announce(says);
    navigate('/appel');
  };
  return {
    putOff: async ({ at, number }: CallBackChoice) => {
      await flushNote?.();
      await act('call.call-back', { callId, at, number });
      noted(at);
    },
    noAnswer: async ({ at }: CallBackChoice) => {
      await flushNote?.();
      await act('call.no-answer', { callId, at });
      noted(at);
    },
    resume: async () => {
      await act('call.resume', { callId });
      navigate(`/appel/${callId}`);
    },
    giveUp: async () => {
      await act('call.close', { callId, ending: { kind: 'cut-off' } });
      announce(call.home.closed(call.outcomes['cut-off']));
    },
  };
}
