import { twilioPaths } from '../../../main/hub/telephony/twilio/addresses.ts';
import { answer, type Call, isOver, newCall, type Status, tellStatus } from './calls.ts';
import { type Leaving, openConferences, type Participant } from './conferences.ts';
import type { ClientGateway, Frame, RungEnd } from './ends.ts';
import { openPrograms } from './program.ts';
import { openRecordings } from './rest-recordings.ts';
import type { Webhooks } from './webhooks.ts';

/** A telephone somewhere, in somebody's hand. */
export type Phone = {
  readonly callSid: string;
  readonly hangUp: () => void;
  readonly press: (digits: string) => void;
  readonly say: (frame: Frame) => void;
  readonly listen: (onFrame: (frame: Frame) => void) => void;
  /** The words that were said to it, and the addresses of what was played. */
  readonly heard: readonly string[];
  readonly status: () => Status;
};

/** A telephone that rings. */
export type RungPhone = { readonly answer: () => Phone; readonly refuse: () => void };

export type Invitation = {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly statusUrl: string;
  readonly conferenceUrl: string | null;
  readonly ringsForS: number;
  readonly isMuted: boolean;
  readonly startsIt: boolean;
  readonly endsIt: boolean;
};

type Parts = {
  /** Where the application is that answers the account's numbers. */
  readonly publicUrl: string;
  readonly webhooks: Webhooks;
  readonly gateway: ClientGateway;
};

/** The calls of the account. */
export function openNetwork({ publicUrl, webhooks, gateway }: Parts) {
  const calls = new Map<string, Call>();
  const rung = new Map<string, (phone: RungPhone) => void>();
  const keyed: string[] = [];
  const conferences = openConferences(webhooks, (call) => {
    // A call with TwiML goes on with its next verb.
    if (call.direction === 'outbound-api') hangUp(call, 'conference_ended_via_api');
  });
  const recordings = openRecordings(webhooks);
  const programs = openPrograms({
    webhooks,
    recordings,
    conferences,
    hangUp: (call) => hangUp(call, 'participant_hung_up'),
  });

  /** Ends a call, by its own end or by the network. */
  function hangUp(call: Call, leaving: Leaving, status?: Status) {
    if (isOver(call)) return;
    call.status = status ?? (call.startedAt === null ? 'canceled' : 'completed');
    call.endedAt = new Date();
    recordings.over(call);
    if (leaving !== 'participant_hung_up') call.end.hangUp();
    const place = conferences.placeOf(call);
    if (place !== null) conferences.leave(place.conference, place.who, leaving);
    call.interrupt();
    tellStatus(webhooks, call, call.status);
  }

  /** A telephone at the end of a call. */
  function phoneOf(call: Call): Phone {
    const listeners = new Set<(frame: Frame) => void>();
    call.end = {
      play: (frame) => {
        for (const listener of listeners) listener(frame);
      },
      hangUp: () => undefined,
    };
    return {
      callSid: call.sid,
      hangUp: () => hangUp(call, 'participant_hung_up'),
      press: (digits) => {
        call.digits += digits;
        call.onDigit();
      },
      say: (frame) => call.onFrame(frame),
      listen: (onFrame) => void listeners.add(onFrame),
      heard: call.heard,
      status: () => call.status,
    };
  }

  /** Rings whom an invitation is for, and has them join once they answer. */
  function invite(invitation: Invitation): Call {
    const { from, to, label, statusUrl, isMuted, startsIt, endsIt } = invitation;
    const call = newCall({
      from,
      to: to.split('?')[0] ?? to,
      direction: 'outbound-api',
      statusUrl,
    });
    calls.set(call.sid, call);
    const conference = conferences.named(invitation.name);
    conference.statusUrl ??= invitation.conferenceUrl;
    const who: Participant = {
      ...{ call, label, isMuted, startsIt, endsIt },
      isIn: false,
      isHeld: false,
      onLeft: () => undefined,
    };
    conference.participants.set(call.sid, who);
    tellStatus(webhooks, call, 'initiated');
    call.status = 'ringing';
    const onAnswer = () => {
      if (isOver(call)) return;
      answer(call);
      tellStatus(webhooks, call, 'in-progress');
      conference.participants.delete(call.sid);
      // The one that it was rung for may be over.
      const now = conferences.named(invitation.name);
      now.statusUrl ??= invitation.conferenceUrl;
      conferences.join(now, who);
    };
    const onHangUp = () => {
      hangUp(call, 'participant_hung_up', call.startedAt === null ? 'busy' : 'completed');
    };
    const end = ring(call, to, {
      ...{ onAnswer, onHangUp },
      onFrame: (frame) => call.onFrame(frame),
      onDigits: (digits) => keyed.push(digits),
    });
    if (end === null) {
      hangUp(call, 'participant_hung_up', 'no-answer');
      return call;
    }
    call.end = end;
    tellStatus(webhooks, call, 'ringing');
    const timer = setTimeout(() => {
      if (call.startedAt === null) hangUp(call, 'participant_updated_via_api', 'no-answer');
    }, invitation.ringsForS * 1000);
    timer.unref();
    return call;
  }

  function ring(
    call: Call,
    to: string,
    events: Parameters<ClientGateway['ring']>[1],
  ): RungEnd | null {
    if (!to.startsWith('client:')) return ringPhone(call, to, events);
    const [identity = '', query = ''] = to.slice('client:'.length).split('?');
    const parameters = Object.fromEntries(new URLSearchParams(query));
    return gateway.ring({ callSid: call.sid, identity, from: call.from, parameters }, events);
  }

  /** A number that no test answers for rings until it is given up. */
  function ringPhone(
    call: Call,
    number: string,
    { onAnswer, onHangUp }: Parameters<ClientGateway['ring']>[1],
  ): RungEnd {
    const phone = phoneOf(call);
    const { end } = call;
    rung.get(number)?.({
      answer: () => {
        onAnswer();
        return phone;
      },
      refuse: onHangUp,
    });
    rung.delete(number);
    return end;
  }

  return {
    calls,
    conferences,
    /** What was keyed at softphones, in order. */
    keyed,
    recordings,
    invite,
    hangUp,
    /** Another TwiML is done with a call. */
    redirect: (call: Call, url: string) => programs.begin(call, url),
    dial: ({ from, to }: { readonly from: string; readonly to: string }): Phone => {
      const statusUrl = publicUrl + twilioPaths.status;
      const call = newCall({ from, to, direction: 'inbound', statusUrl });
      calls.set(call.sid, call);
      const phone = phoneOf(call);
      call.status = 'ringing';
      programs.begin(call, publicUrl + twilioPaths.voice, publicUrl + twilioPaths.fallback);
      return phone;
    },
    called: (number: string): Promise<RungPhone> => {
      const { promise, resolve } = Promise.withResolvers<RungPhone>();
      rung.set(number, resolve);
      return promise;
    },
    close: () => {
      for (const call of calls.values()) call.interrupt();
      conferences.close();
    },
  };
}
export type Network = ReturnType<typeof openNetwork>;
