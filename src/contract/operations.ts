import { z } from 'zod';
import {
  cancellers,
  cancelReasons,
  meetingPlaces,
  referralResults,
  refusalReasons,
} from '#src/booking';
import { noRequestReasons } from '#src/calls';
import { distanceAnswers } from '#src/distance';
import { chosenPresences } from '#src/routing';
import { services } from '#src/venues';
import { callPartyActs } from './call-parties.ts';
import { diaryRules } from './diary.ts';
import { elsewhereActs } from './elsewhere.ts';
import { saidOverride } from './level.ts';
import { messageChoice, messageRedirection } from './messages.ts';
import { referralTimeActs } from './referral-acts.ts';
import { id, instant, longText, phoneNumber, sha256, shortText } from './values.ts';
import { waitListActs } from './wait-list.ts';

/** Which script a call runs: pinned from its beginning to its end. */
export const scriptRef = z.strictObject({
  id: z.string().min(1).max(80),
  version: z.string().min(1).max(20),
  hash: sha256,
});
export type ScriptRef = z.infer<typeof scriptRef>;

/** A person's identity. `personId` is made at the desk; an earlier person's id confirms a match. */
export const personDetails = z.strictObject({
  personId: id,
  name: shortText,
  phone: phoneNumber.nullable(),
  email: z.email().max(200).nullable(),
  address: z.string().trim().max(300).nullable(),
});
export type PersonDetails = z.infer<typeof personDetails>;

/** An answer: an option's id, several of them, or what was typed (a commune is its INSEE code). */
export const answerValue = z.union([
  z.string().min(1).max(500),
  z.array(z.string().min(1).max(80)).max(20),
]);
export type AnswerValue = z.infer<typeof answerValue>;

/** How a call ends: as the script ran, without a request, or cut before its end. */
export const callEnding = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('script') }),
  z.strictObject({ kind: z.literal('no-request'), reason: z.enum(noRequestReasons) }),
  z.strictObject({ kind: z.literal('cut-off') }),
]);
export type CallEnding = z.infer<typeof callEnding>;

/** The payload of each kind of operation: everything that can be done at a desk. */
export const operationPayloads = {
  /** A call taken on any telephone (manual line), live or entered afterwards. */
  'call.open': z.strictObject({
    callId: id,
    lineId: id,
    number: phoneNumber.nullable(),
    mode: z.enum(['live', 'afterwards']),
    openedAt: instant,
    script: scriptRef,
  }),
  /** The adviser answers a call that rings at this desk. */
  'call.answer': z.strictObject({ callId: id, script: scriptRef }),
  /** The adviser leaves a ringing call to a colleague. */
  'call.leave': z.strictObject({ callId: id }),
  'call.hang-up': z.strictObject({ callId: id }),
  /**
   * Puts off the rest of the call: the person is called back at `at`, `null` where no time was agreed on. `number` where they
   * want to be called at another than the one that phoned, or phoned from a withheld one.
   */
  'call.call-back': z.strictObject({
    callId: id,
    at: instant.nullable(),
    number: phoneNumber.nullable(),
  }),
  /** The adviser calls the person back. */
  'call.resume': z.strictObject({ callId: id }),
  /** They called back and nobody answered; `at` as in `call.call-back`. */
  'call.no-answer': z.strictObject({ callId: id, at: instant.nullable() }),
  ...callPartyActs,
  /** Closes the record. The hub works the facts out again from the answers. */
  'call.close': z.strictObject({ callId: id, ending: callEnding }),
  /** One answer of the script; a later one to the same question replaces it. */
  'answer.record': z.strictObject({
    callId: id,
    /** Three scripts deep, in a second round, inside a distance model. */
    question: z.string().min(1).max(240),
    value: answerValue,
  }),
  'note.write': z.strictObject({ callId: id, text: longText }),
  /** DI-15: another level than the measured one, beside it; `null` takes it back. */
  'level.override': z.strictObject({ callId: id, override: saidOverride.nullable() }),
  /** Who is on the line, and for whom; `beneficiary: null` says that they are one person. */
  'people.identify': z.strictObject({
    callId: id,
    caller: personDetails,
    beneficiary: personDetails.nullable(),
  }),
  /** Keeps a slot for this call for five minutes, in place of the one that it may hold. `where`: one of the kind's. */
  'slot.hold': z.strictObject({
    bookingId: id,
    callId: id,
    diaryId: id,
    kindId: id,
    where: z.enum(meetingPlaces),
    start: instant,
    end: instant,
  }),
  'slot.release': z.strictObject({ bookingId: id }),
  /** Makes the held slot an appointment and sends the referral to the venue. */
  'referral.book': z.strictObject({ referralId: id, callId: id, bookingId: id }),
  /** Asks a venue without a diary for an appointment, with the times wished, in words. */
  'referral.request': z.strictObject({
    referralId: id,
    callId: id,
    venueId: z.string().min(1).max(200),
    wishes: z.array(shortText).min(1).max(5),
  }),
  ...elsewhereActs,
  ...referralTimeActs,
  ...waitListActs,
  'referral.accept': z.strictObject({ referralId: id }),
  'referral.refuse': z.strictObject({
    referralId: id,
    reason: z.enum(refusalReasons),
    note: z.string().trim().max(500),
  }),
  /** The venue received the person; said again after `referral.miss`, it corrects that. */
  'referral.attend': z.strictObject({ referralId: id }),
  'referral.miss': z.strictObject({ referralId: id }),
  'referral.result': z.strictObject({ referralId: id, result: z.enum(referralResults) }),
  /** `reason: null`: none was given. */
  'referral.cancel': z.strictObject({
    referralId: id,
    by: z.enum(cancellers),
    reason: z.enum(cancelReasons).nullable(),
  }),
  /** The mediator asks the questions of the distance again; the hub works the level out from the answers. */
  'distance.measure': z.strictObject({
    measurementId: id,
    referralId: id,
    /** When the person agreed that it is kept. */
    agreedAt: instant,
    /** `id@version` of the model whose questions were asked. */
    model: z.string().min(1).max(120),
    answers: z
      .record(z.string().min(1).max(80), z.enum(distanceAnswers))
      .refine((answers) => Object.keys(answers).length <= 20),
  }),
  /**
   * The mediator sets one of the venue's diaries; made on first use. `mediatorId`: whose own it is, `null` where it is
   * the venue's.
   */
  'diary.set': diaryRules.extend({
    diaryId: id,
    venueId: z.string().min(1).max(200),
    mediatorId: z.string().min(1).max(80).nullable(),
  }),
  /** BO-82: somebody came to the venue whom nobody had sent. `minutes: null`: nobody timed it. */
  'walk-in.record': z.strictObject({
    walkInId: id,
    venueId: z.string().min(1).max(200),
    service: z.enum(services),
    result: z.enum(referralResults),
    minutes: z.int().min(1).max(480).nullable(),
  }),
  /** BO-83: it was recorded by mistake. */
  'walk-in.take-back': z.strictObject({ walkInId: id }),
  /** In a call, or while it is written up: for afterwards (RO-14). */
  'presence.set': z.strictObject({ presence: z.enum(chosenPresences) }),
  /** A while more to write up the call that is over. */
  'wrap-up.extend': z.strictObject({}),
  /** Makes the training line ring at this desk, with a persona's call. */
  'training.ring': z.strictObject({
    callId: id,
    lineId: id,
    personaId: z.string().min(1).max(80),
  }),
  /** How the person wants to be written to of the referral of this call; without it, as the hub thinks best. */
  'message.choose': messageChoice.extend({ callId: id }),
  /** The same after the referral left, with the addresses (ME-36). */
  'message.redirect': messageRedirection.extend({ referralId: id }),
  /** A message that was shown was posted, or handed over, by somebody. */
  'message.post': z.strictObject({ messageId: id }),
  /** Sends again what failed, or may not have left. */
  'message.retry': z.strictObject({ messageId: id }),
} as const;

/** What can be done at a desk. */
export type OperationKind = keyof typeof operationPayloads;
/** What an act of that kind says. */
export type OperationPayload<Kind extends OperationKind> = z.infer<
  (typeof operationPayloads)[Kind]
>;
/** Every kind of act. */
export const operationKinds = Object.keys(operationPayloads) as readonly OperationKind[];

/** An act at the desk, as sent. `id` is a UUIDv7 made at the desk: sent twice, it is applied once. */
export type Operation = {
  [Kind in OperationKind]: {
    readonly id: string;
    readonly kind: Kind;
    readonly payload: OperationPayload<Kind>;
    /** When it was done, on the desk's clock. */
    readonly at: string;
  };
}[OperationKind];

/** The envelope, before its payload is known to fit its kind. */
export const operationEnvelope = z.strictObject({
  id,
  kind: z.enum(operationKinds),
  payload: z.unknown(),
  at: instant,
});
/** POST /api/operations: acts in the order in which they were done. */
export const operationBatch = z.strictObject({
  operations: z.array(operationEnvelope).min(1).max(100),
});

/** Why the hub refuses an operation. The desk has a sentence for each. */
export const refusalCodes = [
  'invalid-payload',
  'forbidden',
  'id-reused',
  'unknown-line',
  'unknown-script',
  'unknown-persona',
  'unknown-call',
  'unknown-question',
  'unknown-answer',
  'unknown-venue',
  'venue-withdrawn',
  'unknown-diary',
  'unknown-booking',
  'unknown-referral',
  'unknown-walk-in',
  'unknown-person',
  'unknown-model',
  'call-taken',
  'call-over',
  'call-not-live',
  'call-not-waiting',
  'number-missing',
  'already-on-a-call',
  'not-on-this-line',
  'not-recorded-here',
  'unknown-colleague',
  'colleague-busy',
  'number-not-allowed',
  'unknown-party',
  'party-not-there',
  'script-not-finished',
  'other-level-measured',
  'consent-missing',
  'beneficiary-missing',
  'slot-taken',
  'slot-not-offered',
  'too-many-holds',
  'hold-expired',
  'already-referred',
  'already-decided',
  'referral-not-accepted',
  'appointment-not-begun',
  'appointment-begun',
  'time-passed',
  'time-not-proposed',
  'too-late-to-correct',
  'not-attended',
  'referral-over',
  'measure-not-finished',
  'ranges-overlap',
  'not-booked-there',
  'no-diary-there',
  'offer-over',
  'unknown-kind',
  'unknown-message',
  'message-over',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** What the hub says of one operation, in the order sent. */
export const operationResult = z.discriminatedUnion('status', [
  z.strictObject({ id, status: z.enum(['applied', 'already-applied']) }),
  z.strictObject({
    id,
    status: z.literal('refused'),
    code: z.enum(refusalCodes),
    /** Where in the payload, for `invalid-payload`. */
    where: z.string().optional(),
  }),
]);
export type OperationResult = z.infer<typeof operationResult>;
/** What it answers: one result an operation, in the order sent. */
export const operationBatchResult = z.strictObject({ results: z.array(operationResult) });
