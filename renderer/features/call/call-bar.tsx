import { useEffect, useEffectEvent } from 'react';
import { useLocation } from 'wouter';
import { conversationStart } from '#src/calls';
import type { CallView, LineView } from '#src/contract';
import { useGlobalKey } from '../../desktop/global-key.ts';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { useDesk } from '../../storage/desk.tsx';
import { useHeadsetPress } from '../../telephony/headset-context.tsx';
import { Button } from '../../ui/button.tsx';
import { secondsBetween, Timer, useNow } from '../../ui/timer.tsx';
import { numberOfCall } from './call-back/number-of-call.ts';
import { callIdOf } from './current-call.ts';
import { useRinging } from './incoming/use-ringing.ts';
import { useCallsInHand } from './use-own-calls.ts';
import { AskedInBar, useAskedIn } from './voices/asked-in-bar.tsx';
import { type BarState, barState } from './voices/bar-state.ts';
import { PartyStrip } from './voices/party-strip.tsx';
import { RecordingStrip } from './voices/recording-strip.tsx';
import { SecondCall } from './voices/second-call.tsx';
import { useLeg } from './voices/use-leg.ts';
import { VoiceControls } from './voices/voice-controls.tsx';
import { VoiceStrip } from './voices/voice-strip.tsx';
import { WrapUpBar, WrapUpTime } from './voices/wrap-up-time.tsx';
import './call-bar.css';
import './voices/voices.css';

/** What the call in hand is, on every screen: its ground is its state. Nothing without a call. */
export function CallBar() {
  const { call: words } = useMessages();
  const format = useFormat();
  const { session } = useDesk();
  const { current: call, second, open } = useCallsInHand();
  const asked = useAskedIn();
  const leg = useLeg(call?.id ?? null);
  const state = call === null ? null : barState(call, leg);
  const ringingId = state === 'ringing' ? (call?.id ?? null) : null;
  const known = call === null ? null : numberInHand(call);
  const number = known === null ? words.withheld : format.phone(known);
  useRinging(ringingId, words.incoming.titleFlash(number));
  useShowRingingCall(ringingId, open);
  if (call === null || state === null) {
    return asked === null ? (
      <WrapUpBar />
    ) : (
      <div className="call-top">
        <AskedInBar key={asked.party.id} {...asked} />
      </div>
    );
  }
  const line = session.lines.find(({ id }) => id === call.lineId) ?? null;
  return (
    <div className="call-top">
      <section
        className={`call-bar call-bar-${state}${isSpoken(state) ? ' frame' : ''}`}
        aria-label={words.bar.label}
      >
        <p className="call-state">
          <span className="call-lamp" aria-hidden="true" />
          <StateWord call={call} state={state} />
          <CallTimer call={call} state={state} />
        </p>
        <p className="call-bar-two">
          <span className="call-number">{number}</span>
          <CallerWords call={call} />
        </p>
        {line === null ? null : <LineWords call={call} line={line} />}
        <div className="call-bar-end">
          <BarActions call={call} line={line} state={state} />
        </div>
      </section>
      {call.state === 'live' && line !== null ? <VoiceStrip call={call} line={line} /> : null}
      {call.state === 'live' && call.parties.length > 0 ? <PartyStrip call={call} /> : null}
      {call.state === 'live' ? <RecordingStrip call={call} /> : null}
      {second === null ? null : <SecondCall live={call} ringing={second} />}
    </div>
  );
}

/** The number that phones, or the one that is called back. */
function numberInHand(call: CallView): string | null {
  return call.resumedAt === null ? call.number : numberOfCall(call);
}

/** The dark ground of a conversation; on hold it is amber, as what rings. */
function isSpoken(state: BarState): boolean {
  return state === 'live' || state === 'reconnecting';
}

function StateWord(props: { readonly call: CallView; readonly state: BarState }) {
  const { call: words, conversation } = useMessages();
  const { call, state } = props;
  const said = { ...words.states, ...conversation.states };
  const isEntered = call.mode === 'afterwards' && call.resumedAt === null;
  return (
    <span role="status">{said[state === 'over' ? (isEntered ? 'entered' : 'ended') : state]}</span>
  );
}

/** How long the conversation has lasted; on hold, how long the person has waited. */
function CallTimer(props: { readonly call: CallView; readonly state: BarState }) {
  const { call, state } = props;
  if (call.mode === 'afterwards' && call.resumedAt === null) return null;
  if (state === 'held' && call.heldSince !== null) return <Timer since={call.heldSince} />;
  return (
    <Timer
      since={conversationStart(call) ?? call.openedAt}
      until={call.endedAt}
      beforeS={call.spokenBeforeS}
    />
  );
}

function CallerWords({ call }: { readonly call: CallView }) {
  const { call: words } = useMessages();
  const person = call.record?.beneficiary ?? call.record?.caller ?? null;
  const earlier = call.earlier.length === 0 ? null : words.earlierCount(call.earlier.length);
  const said = [person?.name ?? null, earlier].filter((part) => part !== null).join(', ');
  return said === '' ? null : <span>{said}</span>;
}

function LineWords(props: { readonly call: CallView; readonly line: LineView }) {
  const { call: words } = useMessages();
  const { call, line } = props;
  return (
    <p className="call-bar-two call-line">
      <span>{line.kind === 'training' ? `${line.name} · ${words.training}` : line.name}</span>
      <span>{useVoicesWords(call) ?? line.sponsorName}</span>
    </p>
  );
}

/** What is done to the voices, where it is not the usual. */
function useVoicesWords(call: CallView): string | null {
  const { conversation: words } = useMessages();
  if (call.state !== 'live') return null;
  if (call.recording !== null) return words.record[call.recording];
  return call.heldSince === null ? null : words.heldSays;
}

/** What works now: nothing stands there that does nothing. */
function BarActions(props: {
  readonly call: CallView;
  readonly line: LineView | null;
  readonly state: BarState;
}) {
  const { call: words } = useMessages();
  const { call, line } = props;
  const [location, navigate] = useLocation();
  const goTo = (screen: string) =>
    location === screen ? null : (
      <Button size="call" onPress={() => navigate(screen)}>
        {words.bar.goTo}
      </Button>
    );
  if (call.state === 'ringing') {
    const until = props.state === 'joining' ? null : call.offerExpiresAt;
    return (
      <>
        {until === null ? null : <OfferTime until={until} />}
        {goTo('/appel')}
      </>
    );
  }
  return (
    <>
      {callIdOf(location) === call.id ? null : goTo(`/appel/${call.id}`)}
      {call.state === 'live' && line !== null ? <VoiceControls call={call} line={line} /> : null}
      {call.state === 'wrap-up' ? <WrapUpTime /> : null}
      {call.state === 'live' ? <HangUpButton callId={call.id} /> : null}
    </>
  );
}

function HangUpButton({ callId }: { readonly callId: string }) {
  const { call: words } = useMessages();
  const { act } = useDesk();
  const hangUp = () => void act('call.hang-up', { callId });
  useGlobalKey('hang-up', words.bar.hangUp, hangUp);
  useHeadsetPress('on-hook', hangUp);
  return (
    <Button variant="danger" size="call" icon="hang-up" shortcut="Alt+R" onPress={hangUp}>
      {words.bar.hangUp}
    </Button>
  );
}

/** How long the offer stays with this desk. */
function OfferTime({ until }: { readonly until: string }) {
  const { call: words } = useMessages();
  const now = useNow();
  const left = Math.ceil(secondsBetween(now, until));
  return (
    <p className="call-bar-two call-offer">
      <span>{words.incoming.offered}</span>
      <span>{left > 0 ? words.incoming.passesOn(left) : words.incoming.passesNow}</span>
    </p>
  );
}

/** A call that begins to ring is shown, unless another is being worked on: its bar says it there, and leads to it. */
function useShowRingingCall(ringingId: string | null, open: CallView | null): void {
  const [, navigate] = useLocation();
  const show = useEffectEvent(() => {
    if (open === null) navigate('/appel');
  });
  useEffect(() => {
    if (ringingId !== null) show();
  }, [ringingId]);
}
