import type { CallParty, CallView } from '#src/contract';
import { useMessages } from '../../../i18n/messages.tsx';
import { useDesk, useOpenCalls } from '../../../storage/desk.tsx';
import { useHeadsetPress } from '../../../telephony/headset-context.tsx';
import { useSoftphone } from '../../../telephony/softphone-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Timer } from '../../../ui/timer.tsx';
import { useRinging } from '../incoming/use-ringing.ts';
import { useLeg } from './use-leg.ts';
import { MuteButton } from './voice-controls.tsx';

/** A colleague's call into which this account is asked, or in which it is. */
export type AskedIn = { readonly call: CallView; readonly party: CallParty };

export function useAskedIn(): AskedIn | null {
  const { session } = useDesk();
  const calls = useOpenCalls() ?? [];
  const found = calls.flatMap((call) =>
    call.parties.flatMap((party) =>
      party.adviserId === session.account.id ? [{ call, party }] : [],
    ),
  );
  return found[0] ?? null;
}

/** The bar of who helps a colleague: whom, and how to answer and leave. The record is the colleague's. */
export function AskedInBar({ call, party }: AskedIn) {
  const { call: callWords, conversation } = useMessages();
  const { asked: words, states } = conversation;
  const { session } = useDesk();
  const softphone = useSoftphone();
  const leg = useLeg(call.id);
  const isThere = party.state === 'joined';
  const isJoining = !isThere && leg !== null && leg.state !== 'ringing';
  useRinging(isThere || isJoining ? null : party.id, words.asks(party.askedBy));
  const answer = () => void softphone?.answer(call.id);
  const leave = () => softphone?.hangUp(call.id);
  useHeadsetPress('off-hook', answer);
  useHeadsetPress('on-hook', leave);
  const line = session.lines.find(({ id }) => id === call.lineId);
  return (
    <section
      className={isThere ? 'call-bar call-bar-live frame' : 'call-bar call-bar-ringing'}
      aria-label={words.label}
    >
      <p className="call-state">
        <span className="call-lamp" aria-hidden="true" />
        <span role="status">
          {isThere ? callWords.states.live : isJoining ? states.joining : callWords.states.ringing}
        </span>
        <Timer since={party.since} />
      </p>
      <p className="call-bar-two">
        <span className="call-number">
          {isThere ? words.with(party.askedBy) : words.asks(party.askedBy)}
        </span>
        {line === undefined ? null : <span>{line.name}</span>}
      </p>
      <div className="call-bar-end">
        {isThere || isJoining ? (
          <>
            {leg === null ? null : <MuteButton callId={call.id} isMuted={leg.isMuted} />}
            <Button variant="danger" size="call" icon="hang-up" shortcut="Alt+R" onPress={leave}>
              {words.leave}
            </Button>
          </>
        ) : leg === null ? null : (
          <>
            <Button size="call" shortcut="Alt+L" onPress={() => softphone?.reject(call.id)}>
              {words.later}
            </Button>
            <Button variant="primary" size="call" icon="phone" shortcut="Alt+V" onPress={answer}>
              {words.answer}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}
