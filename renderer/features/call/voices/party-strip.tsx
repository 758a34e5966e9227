import type { CallParty, CallView } from '#src/contract';
import { useFormat, useMessages } from '../../../i18n/messages.tsx';
import { useDesk, useIsOnline } from '../../../storage/desk.tsx';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Timer } from '../../../ui/timer.tsx';
import { useLeaveToColleague } from './use-leave-to-colleague.ts';

/** Who else is in the call, and the ways on from there. */
export function PartyStrip({ call }: { readonly call: CallView }) {
  const { conversation } = useMessages();
  const { parties: words } = conversation;
  return (
    <section className="call-strip" aria-label={words.label}>
      {call.parties.map((party, index) => (
        <Party
          key={party.id}
          call={call}
          party={party}
          hasKeys={index === call.parties.length - 1}
        />
      ))}
    </section>
  );
}

/** The keys are of who came last: two at once are rare. */
function Party(props: {
  readonly call: CallView;
  readonly party: CallParty;
  readonly hasKeys: boolean;
}) {
  const { conversation } = useMessages();
  const { parties: words } = conversation;
  const format = useFormat();
  const { act } = useDesk();
  const isOnline = useIsOnline();
  const leave = useLeaveToColleague();
  const { call, party } = props;
  const callId = call.id;
  const who = party.number === null ? (party.name ?? words.colleague) : format.phone(party.number);
  const isThere = party.state === 'joined';
  const isColleague = party.adviserId !== null;
  // The whole name stands beside its buttons.
  const [first = who] = who.split(' ');
  const short = isColleague ? first : who;
  const pass = async () => {
    await act('call.transfer', { callId, to: { partyId: party.id } });
    if (isColleague) leave(who);
  };
  const key = (combination: string) => (props.hasKeys ? { shortcut: combination } : {});
  return (
    <div className="call-party">
      <p>
        <Icon name={isColleague ? 'person' : 'phone'} />
        <b>{who}</b> <span role="status">{isThere ? words.joined : words.rings}</span>{' '}
        {isThere ? <Timer since={party.since} /> : null}
      </p>
      <div className="actions">
        {isThere ? (
          <Button
            icon="transfer"
            isDisabled={!isOnline}
            {...key('Alt+T')}
            onPress={() => void pass()}
          >
            {isColleague ? words.pass(short) : words.leaveTogether}
          </Button>
        ) : null}
        {isThere && call.heldSince !== null ? (
          <Button
            icon="queue"
            isDisabled={!isOnline}
            {...key('Alt+J')}
            onPress={() => void act('call.hold', { callId, isHeld: false })}
          >
            {words.talkTogether}
          </Button>
        ) : null}
        <Button
          icon="close"
          isDisabled={!isOnline}
          {...key('Alt+Q')}
          onPress={() => void act('call.remove-party', { callId, partyId: party.id })}
        >
          {words.remove(short)}
        </Button>
      </div>
    </div>
  );
}
