import { testVoice } from '../twilio-account.ts';
import { type Call, newSid } from './calls.ts';
import { openMixer, type Speaker } from './mixer.ts';
import type { Webhooks } from './webhooks.ts';

/** Somebody who is in a conference, or rung for it. */
export type Participant = {
  readonly call: Call;
  readonly label: string;
  readonly isMuted: boolean;
  readonly startsIt: boolean;
  readonly endsIt: boolean;
  isIn: boolean;
  isHeld: boolean;
  /** Their verb is over: they left, or the conference ended. */
  onLeft: () => void;
};

export type Conference = {
  readonly sid: string;
  readonly name: string;
  readonly participants: Map<string, Participant>;
  /** The first who comes says where it is told what happens. */
  statusUrl: string | null;
  status: 'init' | 'in-progress' | 'completed';
  sequence: number;
};

/** Why somebody is in it no longer. */
export type Leaving =
  | 'participant_hung_up'
  | 'participant_updated_via_api'
  | 'conference_ended_via_api';

/** The conferences of the account. `finish` ends a call that has nothing left to do. */
export function openConferences(webhooks: Webhooks, finish: (call: Call) => void) {
  const conferences: Conference[] = [];
  const mixers = new Map<Conference, ReturnType<typeof openMixer>>();
  const speakers = new Map<Participant, Speaker>();

  const tell = (conference: Conference, event: string, who?: Participant, leaving?: Leaving) => {
    if (conference.statusUrl === null) return;
    webhooks.tell(conference.statusUrl, {
      AccountSid: testVoice.accountSid,
      ConferenceSid: conference.sid,
      FriendlyName: conference.name,
      SequenceNumber: String(conference.sequence),
      StatusCallbackEvent: event,
      Timestamp: new Date().toUTCString(),
      ...(who === undefined
        ? {}
        : {
            CallSid: who.call.sid,
            ParticipantLabel: who.label,
            Hold: String(who.isHeld),
            Muted: String(who.isMuted),
            Coaching: 'false',
            StartConferenceOnEnter: String(who.startsIt),
            EndConferenceOnExit: String(who.endsIt),
          }),
      ...(leaving === undefined ? {} : { ReasonParticipantLeft: leaving }),
    });
    conference.sequence += 1;
  };

  /** The conference of a name that is not over, begun where there is none. */
  const named = (name: string): Conference => {
    const open = conferences.find((known) => known.name === name && known.status !== 'completed');
    if (open !== undefined) return open;
    const made: Conference = {
      sid: newSid('CF'),
      name,
      participants: new Map(),
      statusUrl: null,
      status: 'init',
      sequence: 0,
    };
    conferences.push(made);
    return made;
  };

  const start = (conference: Conference) => {
    conference.status = 'in-progress';
    tell(conference, 'conference-start');
  };

  const join = (conference: Conference, who: Participant) => {
    who.isIn = true;
    conference.participants.set(who.call.sid, who);
    const mixer = mixers.get(conference) ?? openMixer();
    mixers.set(conference, mixer);
    const speaker: Speaker = {
      isSilent: () => who.isMuted || who.isHeld || conference.status === 'init',
      isDeaf: () => who.isHeld,
      play: (frame) => who.call.end.play(frame),
    };
    speakers.set(who, speaker);
    mixer.enter(speaker);
    who.call.onFrame = (frame) => mixer.say(speaker, frame);
    tell(conference, 'participant-join', who);
    if (who.startsIt && conference.status === 'init') start(conference);
  };

  const leave = (conference: Conference, who: Participant, leaving: Leaving) => {
    if (!conference.participants.delete(who.call.sid)) return;
    const speaker = speakers.get(who);
    if (speaker !== undefined) mixers.get(conference)?.leave(speaker);
    if (who.isIn) tell(conference, 'participant-leave', who, leaving);
    who.onLeft();
    const isEmpty = ![...conference.participants.values()].some(({ isIn }) => isIn);
    if (who.isIn && (who.endsIt || isEmpty)) end(conference);
  };

  const end = (conference: Conference) => {
    if (conference.status === 'completed') return;
    conference.status = 'completed';
    for (const other of [...conference.participants.values()]) {
      if (!other.isIn) continue;
      leave(conference, other, 'conference_ended_via_api');
      finish(other.call);
    }
    mixers.get(conference)?.close();
    tell(conference, 'conference-end');
  };

  const hold = (conference: Conference, who: Participant, isHeld: boolean) => {
    if (who.isHeld === isHeld) return;
    who.isHeld = isHeld;
    tell(conference, isHeld ? 'participant-hold' : 'participant-unhold', who);
  };

  return {
    all: conferences,
    named,
    join,
    leave,
    end,
    hold,
    /** Where a call is, or is rung for. */
    placeOf: (call: Call) => {
      const conference = conferences.find(({ participants }) => participants.has(call.sid));
      const who = conference?.participants.get(call.sid);
      return conference === undefined || who === undefined ? null : { conference, who };
    },
    close: () => {
      for (const mixer of mixers.values()) mixer.close();
    },
  };
}
export type Conferences = ReturnType<typeof openConferences>;
