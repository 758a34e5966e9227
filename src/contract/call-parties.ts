import { z } from 'zod';
import { callRecordings, recordingActs } from '#src/calls';
import { isFreeShortNumber } from '#src/kernel';
import { id, instant, phoneNumber } from './values.ts';

/** TE-38: E.164, or a short number that is free. */
const partyNumber = z.union([phoneNumber, z.string().refine(isFreeShortNumber)]);

const accountId = z.string().min(1).max(80);

/** Whom to bring into a call: a colleague at their desk, or a telephone number. */
export const partyToAdd = z.union([
  z.strictObject({ adviserId: accountId }),
  z.strictObject({ number: partyNumber }),
]);

/** Leads a call whose line is on a network: what is done to the voices in it. */
export const callPartyActs = {
  /** The caller hears music and is not heard, or is back in the conversation. */
  'call.hold': z.strictObject({ callId: id, isHeld: z.boolean() }),
  /** Rings a colleague or a number, who then joins the conversation. */
  'call.add-party': z.strictObject({ callId: id, partyId: id, party: partyToAdd }),
  'call.remove-party': z.strictObject({ callId: id, partyId: id }),
  /**
   * The adviser leaves the call to somebody: to a party that is there, or to a colleague at whose desk it then rings. To a
   * colleague it goes with its record; to a number only the voice goes, and the record stays.
   */
  'call.transfer': z.strictObject({
    callId: id,
    to: z.union([z.strictObject({ partyId: id }), z.strictObject({ adviserId: accountId })]),
  }),
  /** `stop`: the caller refuses to be recorded; `erase`: and wants nothing of it kept. Neither can be taken back in this call. */
  'call.recording': z.strictObject({
    callId: id,
    act: z.enum(recordingActs),
  }),
} as const;

/** Somebody who was brought into a call, beside its caller and its adviser. */
export const callParty = z.strictObject({
  id,
  /** The colleague, and their name; `null` for a number. */
  adviserId: z.string().nullable(),
  name: z.string().nullable(),
  /** Known to who holds the call only. */
  number: partyNumber.nullable(),
  state: z.enum(['ringing', 'joined']),
  /** When it began to ring, or when they joined. */
  since: instant,
  /** Who brought them in, by name. */
  askedBy: z.string(),
});
export type CallParty = z.infer<typeof callParty>;

/** What is going on between the voices of a call, where its line is on a network. */
export const callVoicesView = {
  /** Since when the caller is on hold; `null`: they are not. */
  heldSince: instant.nullable(),
  /** `null`: nothing is recorded; `stopped`: the caller refused. */
  recording: z.enum(callRecordings).nullable(),
  /** The supervisor who listens, by name. */
  listenedBy: z.string().nullable(),
  /** In the order in which they were brought in. */
  parties: z.array(callParty),
};

/** Whether a colleague can be rung now, or why not. */
export const colleagueStates = ['free', 'on-call', 'pause', 'training', 'wrap-up', 'off'] as const;
export type ColleagueState = (typeof colleagueStates)[number];

/** GET /api/colleagues: those with whom the account shares a territory, by name. */
export const colleagueList = z.strictObject({
  colleagues: z.array(
    z.strictObject({ id: z.string(), name: z.string(), state: z.enum(colleagueStates) }),
  ),
});
export type Colleague = z.infer<typeof colleagueList>['colleagues'][number];
