import { useEffect, useEffectEvent } from 'react';
import { useLocation } from 'wouter';
import { conversationStart } from '#src/calls';
import type { CallView, LineView } from '#src/contract';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { useDesk, useEntity } from '../../storage/desk.tsx';
import { Button } from '../../ui/button.tsx';
import { secondsBetween, Timer, useNow } from '../../ui/timer.tsx';
import { numberOfCall } from './call-back/number-of-call.ts';
import { callIdOf } from './current-call.ts';
import { tellPresence } from './incoming/desktop-bridge.ts';
import { useRinging } from './incoming/use-ringing.ts';
import { useCurrentCall } from './use-own-calls.ts';
import './call-bar.css';

/** What the call in hand is, on every screen: its ground is its state. Nothing without a call. */
export function CallBar() {
  const { call: words } = useMessages();
  const format = useFormat();
  const { session } = useDesk();
  const call = useCurrentCall();
  const presence = useEntity('presence', session.account.id);
  const isAvailable = presence?.presence === 'available';
  useEffect(() => tellPresence(isAvailable), [isAvailable]);
  const ringingId = call?.state === 'ringing' ? call.id : null;
  const known = call === null ? null : numberInHand(call);
  const number = known === null ? words.withheld : format.phone(known);
  useRinging(ringingId, words.incoming.titleFlash(number));
  useShowRingingCall(ringingId);
  if (call === null) return null;
  const line = session.lines.find(({ id }) => id === call.lineId) ?? null;
  const state = barState(call);
  return (
    <section
      className={`call-bar call-bar-${state}${state === 'live' ? ' frame' : ''}`}
      aria-label={words.bar.label}
    >
      <p className="call-state">
        <span className="call-lamp" aria-hidden="true" />
        <span role="status">{words.states[stateWord(call)]}</span>
        {call.mode === 'afterwards' && call.resumedAt === null ? null : (
          <Timer
            since={conversationStart(call) ?? call.openedAt}
            until={call.endedAt}
            beforeS={call.spokenBeforeS}
          />
        )}
      </p>
      <p className="call-bar-two">
        <span className="call-number">{number}</span>
        <CallerWords call={call} />
      </p>
      {line === null ? null : <LineWords line={line} />}
      <div className="call-bar-end">
        <BarActions call={call} />
      </div>
    </section>
  );
}

/** The number that phones, or the one that is called back. */
function numberInHand(call: CallView): string | null {
  return call.resumedAt === null ? call.number : numberOfCall(call);
}

type BarState = 'ringing' | 'live' | 'lost' | 'over';

/** The look of the bar. A call that the caller ended is not one that the adviser ended. */
function barState(call: CallView): BarState {
  switch (call.state) {
    case 'ringing':
    case 'live':
      return call.state;
    default:
      return call.endedBy === 'caller' ? 'lost' : 'over';
  }
}

function stateWord(call: CallView): 'ringing' | 'live' | 'lost' | 'ended' | 'entered' {
  const state = barState(call);
  if (state !== 'over') return state;
  return call.mode === 'afterwards' && call.resumedAt === null ? 'entered' : 'ended';
}

function CallerWords({ call }: { readonly call: CallView }) {
  const { call: words } = useMessages();
  const person = call.record?.beneficiary ?? call.record?.caller ?? null;
  const earlier = call.earlier.length === 0 ? null : words.earlierCount(call.earlier.length);
  const said = [person?.name ?? null, earlier].filter((part) => part !== null).join(', ');
  return said === '' ? null : <span>{said}</span>;
}

function LineWords({ line }: { readonly line: LineView }) {
  const { call: words } = useMessages();
  return (
    <p className="call-bar-two call-line">
      <span>{line.kind === 'training' ? `${line.name} · ${words.training}` : line.name}</span>
      <span>{line.sponsorName}</span>
    </p>
  );
}

/** What works now: nothing stands there that does nothing. */
function BarActions({ call }: { readonly call: CallView }) {
  const { call: words } = useMessages();
  const { act } = useDesk();
  const [location, navigate] = useLocation();
  const isElsewhere = callIdOf(location) !== call.id;
  if (call.state === 'ringing') {
    return call.offerExpiresAt === null ? null : <OfferTime until={call.offerExpiresAt} />;
  }
  return (
    <>
      {isElsewhere ? (
        <Button size="call" onPress={() => navigate(`/appel/${call.id}`)}>
          {words.bar.goTo}
        </Button>
      ) : null}
      {call.state === 'live' ? (
        <Button
          variant="danger"
          size="call"
          icon="hang-up"
          shortcut="Alt+R"
          onPress={() => void act('call.hang-up', { callId: call.id })}
        >
          {words.bar.hangUp}
        </Button>
      ) : null}
    </>
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

/** A call that begins to ring is shown, unless another is being worked on: its bar says it there too. */
function useShowRingingCall(ringingId: string | null): void {
  const [location, navigate] = useLocation();
  const show = useEffectEvent(() => {
    if (callIdOf(location) === null) navigate('/appel');
  });
  useEffect(() => {
    if (ringingId !== null) show();
  }, [ringingId]);
}
