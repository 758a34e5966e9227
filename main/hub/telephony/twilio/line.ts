import { ringCallId } from '#src/contract';
import type { Party, RecordingAct, Telephony } from '../telephony.port.ts';
import { twilioAddresses } from './addresses.ts';
import { type TwilioClient, twilioClient } from './client.ts';
import { type End, orNothing, readConference } from './conference.ts';
import type { TwilioVoice } from './config.ts';
import { clientIdentity, type LegOwner, legLabel } from './leg-label.ts';

/** What the hub knows of a call that Twilio does not. */
export type CallDirectory = {
  /** The number of the call's line, E.164: whoever is rung for it sees this one, never the caller's. */
  readonly lineNumber: (callId: string) => Promise<string>;
  /** The caller's end as Twilio names it, while it lasts; `null`: there is none. */
  readonly callerLeg: (callId: string) => Promise<string | null>;
  /** Writes down an end that is rung: it is asked about even where Twilio tells nothing of it. */
  readonly opened: (legId: string, callId: string, owner: LegOwner) => Promise<void>;
  /** Writes down a recording that began: it has its term even where Twilio tells nothing of it (TW-70). */
  readonly recorded: (recordingId: string, callId: string) => Promise<void>;
};

type Parts = {
  readonly voice: TwilioVoice;
  /** Where Twilio reaches this hub. */
  readonly publicUrl: string;
  readonly directory: CallDirectory;
};

/** A desk hears within this time that Twilio does not answer. */
const restTimeoutMs = 5_000;
/** Twilio rings no shorter and no longer. */
const ringS = { least: 5, most: 600 };
const partyRingsForMs = 45_000;
const everyStatus = ['initiated', 'ringing', 'answered', 'completed'];
const everyMove = ['start', 'end', 'join', 'leave', 'hold'];

/**
 * A line at Twilio, commanded by REST: one conference a call, named by the call's id, with each end found by its label. Nothing is
 * kept here, so that any hub may go on with any call. What happens in it is told by the webhooks.
 */
export function createTwilioLine({ voice, publicUrl, directory }: Parts): Telephony {
  const client = twilioClient(voice, restTimeoutMs);
  const addresses = (callId: string) => twilioAddresses(publicUrl, callId);

  const endsOf = async (callId: string): Promise<readonly End[]> =>
    (await readConference(client, callId))?.ends ?? [];

  /** Brings one more end into the conference, which begins where there is none. */
  const invite = async (callId: string, owner: LegOwner, to: Address, ringsForMs: number) => {
    const { status, conference, wait } = addresses(callId);
    const made = await client.conferences(callId).participants.create({
      to: to.to,
      from: to.from ?? (await directory.lineNumber(callId)),
      label: legLabel(owner),
      timeout: Math.min(ringS.most, Math.max(ringS.least, Math.round(ringsForMs / 1000))),
      // Who listens is told by words before, not by a sound in the middle of a sentence.
      beep: 'false',
      muted: owner.role === 'listener',
      startConferenceOnEnter: owner.role !== 'listener',
      endConferenceOnExit: owner.role === 'caller',
      waitUrl: wait,
      statusCallback: status(owner),
      statusCallbackEvent: everyStatus,
      conferenceStatusCallback: conference,
      conferenceStatusCallbackEvent: everyMove,
    });
    await directory.opened(made.callSid, callId, owner);
  };

  const holdCaller = (callId: string, conferenceSid: string, hold: boolean) =>
    orNothing(
      client
        .conferences(conferenceSid)
        .participants(legLabel({ role: 'caller' }))
        .update({ hold, ...(hold ? { holdUrl: addresses(callId).wait } : {}) }),
    );

  const endThose = async (callId: string, isMeant: (owner: LegOwner) => boolean) => {
    const meant = (await endsOf(callId)).filter(({ owner }) => isMeant(owner));
    await Promise.all(meant.map(({ callSid }) => hangUpLeg(client, callSid)));
  };

  const ringDesk = async (callId: string, adviserId: string, ringsForMs: number) => {
    const now = await readConference(client, callId);
    if (now?.ends.some(({ owner }) => isOf(owner, adviserId))) return;
    // Whom an adviser left alone is not left in silence.
    if (now?.isRunning === true) await holdCaller(callId, now.sid, true);
    await invite(
      callId,
      { role: 'adviser', accountId: adviserId },
      desk(callId, adviserId),
      ringsForMs,
    );
  };

  return {
    ring: ({ callId, adviserId, ringsForMs }) => ringDesk(callId, adviserId, ringsForMs),
    stopRinging: (callId, adviserId) => endThose(callId, (owner) => isOf(owner, adviserId)),
    letGo: (callId, accountId) =>
      endThose(callId, (owner) => isOf(owner, accountId) || isListener(owner, accountId)),
    answer: async (callId) => {
      const now = await readConference(client, callId);
      if (now?.ends.some(({ owner, isHeld }) => owner.role === 'caller' && isHeld)) {
        await holdCaller(callId, now.sid, false);
      }
    },
    callOut: async ({ callId, adviserId, number, from }) => {
      await ringDesk(callId, adviserId, partyRingsForMs);
      if ((await endsOf(callId)).some(({ owner }) => owner.role === 'caller')) return;
      await invite(callId, { role: 'caller' }, { to: number, from }, partyRingsForMs);
    },
    proposeElse: async (callId, way) => {
      const leg = await directory.callerLeg(callId);
      if (leg === null) return;
      await orNothing(client.calls(leg).update({ url: addresses(callId).propose(way) }));
    },
    hold: async (callId, isHeld) => {
      const now = await readConference(client, callId);
      if (now !== null) await holdCaller(callId, now.sid, isHeld);
    },
    addParty: async (callId, partyId, party) => {
      const accountId = 'adviserId' in party ? party.adviserId : null;
      const owner = { role: 'party', partyId, accountId } as const;
      const label = legLabel(owner);
      if ((await endsOf(callId)).some((end) => legLabel(end.owner) === label)) return;
      await invite(callId, owner, addressOf(callId, party), partyRingsForMs);
    },
    removeParty: (callId, partyId) =>
      endThose(callId, (owner) => owner.role === 'party' && owner.partyId === partyId),
    listen: async (callId, supervisorId) => {
      const ends = await endsOf(callId);
      // They would wait alone in a call that is over.
      if (ends.length === 0 || ends.some(({ owner }) => owner.role === 'listener')) return;
      await invite(
        callId,
        { role: 'listener', accountId: supervisorId },
        desk(callId, supervisorId),
        partyRingsForMs,
      );
    },
    record: async (callId, act) => {
      const leg = await directory.callerLeg(callId);
      if (leg === null) return;
      const begun = await record(client, leg, act, addresses(callId).recording);
      if (begun !== null) await directory.recorded(begun, callId);
    },
    hangUp: async (callId) => {
      const leg = await directory.callerLeg(callId);
      const ends = (await endsOf(callId)).map(({ callSid }) => callSid);
      // A caller who is greeted is in no conference yet.
      const legs = new Set(leg === null ? ends : [...ends, leg]);
      await Promise.all([...legs].map((callSid) => hangUpLeg(client, callSid)));
    },
    close: async () => undefined,
  };
}

type Address = { readonly to: string; readonly from: string | null };

/** The desk of an account. The ring says which call it is. */
function desk(callId: string, accountId: string): Address {
  const parameters = new URLSearchParams({ [ringCallId]: callId });
  return { to: `client:${clientIdentity(accountId)}?${parameters}`, from: null };
}

function addressOf(callId: string, party: Party): Address {
  return 'number' in party ? { to: party.number, from: null } : desk(callId, party.adviserId);
}

function isListener(owner: LegOwner, accountId: string): boolean {
  return owner.role === 'listener' && owner.accountId === accountId;
}

/** Whether it is the end of an adviser, who holds the call or was brought in. */
function isOf(owner: LegOwner, adviserId: string): boolean {
  return (owner.role === 'adviser' || owner.role === 'party') && owner.accountId === adviserId;
}

/** Whether it rings or is in a conversation. */
function hangUpLeg(client: TwilioClient, callSid: string) {
  return orNothing(client.calls(callSid).update({ status: 'completed' }));
}

/** Both voices, apart, as the caller's end hears and says them: music on hold has no words in it. Gives the recording that begins. */
async function record(
  client: TwilioClient,
  leg: string,
  act: RecordingAct,
  told: string,
): Promise<string | null> {
  const call = client.calls(leg);
  const change = recordingChanges[act];
  if (change === null) {
    const wanted = {
      recordingChannels: 'dual',
      recordingStatusCallback: told,
      recordingStatusCallbackEvent: ['completed', 'absent'],
    };
    return (await orNothing(call.recordings.create(wanted)))?.sid ?? null;
  }
  await orNothing(call.recordings('Twilio.CURRENT').update(change));
  return null;
}

const recordingChanges = {
  start: null,
  // What is said meanwhile, a password perhaps, becomes silence of the same length.
  pause: { status: 'paused', pauseBehavior: 'silence' },
  resume: { status: 'in-progress' },
  stop: { status: 'stopped' },
} as const;
