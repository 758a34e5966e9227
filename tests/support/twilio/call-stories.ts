import { v7 } from 'uuid';
import { twilioAddresses, twilioPaths } from '../../../main/hub/telephony/twilio/addresses.ts';
import type { CallStatus, FetchedLeg } from '../../../main/hub/telephony/twilio/fetch-leg.port.ts';
import { type LegOwner, legLabel } from '../../../main/hub/telephony/twilio/leg-label.ts';
import { origin } from '../hub.ts';

/** What becomes of a call that came. */
export const stories = [
  'answered',
  'adviser-lost',
  'with-third-party',
  'abandoned-ringing',
  'desk-busy',
  'abandoned-waiting',
] as const;
export type Story = (typeof stories)[number];

/** A webhook that Twilio sends of it. */
export type Webhook = {
  readonly address: string;
  readonly words: Readonly<Record<string, string>>;
};

/** An end of the call, and what Twilio's own records say of it once the story is over. */
type ToldLeg = { readonly id: string; readonly owner: LegOwner; readonly truth: FetchedLeg };

/** A call as Twilio tells it, in order. */
export type Tale = { readonly legs: readonly ToldLeg[]; readonly webhooks: readonly Webhook[] };

export const newCallSid = () => `CA${v7().replaceAll('-', '')}`;

type Subject = {
  readonly callId: string;
  readonly callerLeg: string;
  /** Where it rang, and the end there; `null`: nowhere. */
  readonly rung: { readonly adviserId: string; readonly legId: string } | null;
  /** When it came, in milliseconds since 1970. */
  readonly from: number;
};

/** Everything that Twilio tells of a call after it was announced. It lasts two minutes at most. */
export function tell(story: Story, { callId, callerLeg, rung, from }: Subject): Tale {
  const conferenceSid = `CF${v7().replaceAll('-', '')}`;
  const addresses = twilioAddresses(origin, callId);
  const webhooks: Webhook[] = [];
  const legs: ToldLeg[] = [];
  const sequences = new Map<string, number>();
  const instant = (second: number) => new Date(from + second * 1000);
  const nextOf = (what: string) => {
    const next = sequences.get(what) ?? 0;
    sequences.set(what, next + 1);
    return String(next);
  };

  const status = (leg: Leg, second: number, CallStatus: CallStatus, lasted = 0) =>
    webhooks.push({
      address:
        leg.owner.role === 'caller' ? origin + twilioPaths.status : addresses.status(leg.owner),
      words: {
        CallSid: leg.id,
        CallStatus,
        CallDuration: String(lasted),
        SequenceNumber: nextOf(leg.id),
        Timestamp: instant(second).toUTCString(),
      },
    });
  const room = (leg: Leg, second: number, event: string, reason?: string) =>
    webhooks.push({
      address: addresses.conference,
      words: {
        ConferenceSid: conferenceSid,
        FriendlyName: callId,
        CallSid: leg.id,
        ParticipantLabel: legLabel(leg.owner),
        StatusCallbackEvent: `participant-${event}`,
        SequenceNumber: nextOf(conferenceSid),
        Timestamp: instant(second).toUTCString(),
        ...(reason === undefined ? {} : { ReasonParticipantLeft: reason }),
      },
    });
  const leg = (id: string, owner: LegOwner, status: CallStatus, times: Times): Leg => {
    const at = (second: number | null) => (second === null ? null : instant(second).toISOString());
    const [answered, ended] = times;
    legs.push({ id, owner, truth: { status, answeredAt: at(answered), endedAt: at(ended) } });
    return { id, owner };
  };
  const rings = (end: Leg, second: number) => {
    status(end, second, 'initiated');
    status(end, second, 'ringing');
  };
  const joins = (end: Leg, second: number) => {
    status(end, second, 'in-progress');
    room(end, second, 'join');
  };

  const isShort = story.startsWith('abandoned') || story === 'desk-busy';
  const over = isShort ? 20 : 100;
  const caller = leg(callerLeg, { role: 'caller' }, 'completed', [0, over]);
  joins(caller, 1);
  const hangUp = () => {
    room(caller, over, 'leave', 'participant_hung_up');
    status(caller, over, 'completed', over);
  };
  if (rung === null) {
    hangUp();
    return { legs, webhooks };
  }

  const owner = { role: 'adviser', accountId: rung.adviserId } as const;
  const goneAt = story === 'adviser-lost' ? 60 : over;
  const isTaken = !isShort;
  const fate = isTaken ? 'completed' : story === 'desk-busy' ? 'busy' : 'canceled';
  const adviser = leg(rung.legId, owner, fate, [isTaken ? 10 : null, isTaken ? goneAt : over]);
  rings(adviser, 3);
  if (story === 'desk-busy') status(adviser, 5, 'busy');
  if (!isTaken) {
    hangUp();
    if (story !== 'desk-busy') status(adviser, over, 'canceled');
    return { legs, webhooks };
  }
  joins(adviser, 10);
  if (story === 'adviser-lost') {
    room(adviser, goneAt, 'leave', 'participant_hung_up');
    status(adviser, goneAt, 'completed', goneAt - 10);
  }
  if (story === 'with-third-party') {
    const party = { role: 'party', partyId: v7(), accountId: null } as const;
    const third = leg(newCallSid(), party, 'completed', [40, 70]);
    rings(third, 30);
    joins(third, 40);
    room(third, 70, 'leave', 'participant_hung_up');
    status(third, 70, 'completed', 30);
  }
  hangUp();
  if (story !== 'adviser-lost') {
    room(adviser, over, 'leave', 'moderator_ended_conference');
    status(adviser, over, 'completed', over - 10);
  }
  return { legs, webhooks };
}

type Leg = Pick<ToldLeg, 'id' | 'owner'>;
/** In seconds after it came: when it was answered, and when it ended. */
type Times = readonly [answered: number | null, ended: number];
