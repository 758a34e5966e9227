import { z } from 'zod';
import {
  bookingStates,
  cancellers,
  cancelReasons,
  meetingPlaces,
  referralResults,
  referralStates,
  refusalReasons,
} from '#src/booking';
import { callStates, noRequestReasons, outcomes } from '#src/calls';
import { levels } from '#src/distance';
import { holidayTerritories } from '#src/hours';
import { chosenPresences, presences } from '#src/routing';
import { resolutions } from '#src/script';
import { services } from '#src/venues';
import { callVoicesView } from './call-parties.ts';
import { diaryRules } from './diary.ts';
import { elsewhereView } from './elsewhere.ts';
import { levelExplanation, levelOverride } from './level.ts';
import { messageChoice, messageView } from './messages.ts';
import { answerValue, personDetails, scriptRef } from './operations.ts';
import { recordingView } from './recordings.ts';
import { referralTimeView } from './referral-acts.ts';
import { communeCode, id, instant, phoneNumber } from './values.ts';
import { waitingView } from './wait-list.ts';

/** How far somebody was, at a time: a closed call found it out, or a venue that measured again. */
export const levelPoint = z.strictObject({
  at: instant,
  level: z.enum(levels),
  fragile: z.boolean(),
  where: z.enum(['phone', 'venue']),
});
export type LevelPoint = z.infer<typeof levelPoint>;

/** An earlier call from the same number. "Maybe" until the adviser confirms who speaks. */
export const earlierCall = z.strictObject({
  callId: id,
  at: instant,
  theme: z.string().nullable(),
  outcome: z.enum(outcomes).nullable(),
  /** Who it was then, where that call named somebody. */
  person: personDetails.nullable(),
  /** For whom it was, where that was somebody else. */
  beneficiary: personDetails.nullable(),
  /** What it found, where it may be shown: PR-8. */
  level: z.enum(levels).nullable(),
  /** It still waits to be called back, and who is to do so; `null`: it is over. */
  callBack: z.strictObject({ at: instant.nullable(), isOwn: z.boolean() }).nullable(),
});
export type EarlierCall = z.infer<typeof earlierCall>;

/** What a finished call says, worked out by the hub from its answers. No identity in it. */
export const callFacts = z.strictObject({
  outcome: z.enum(outcomes).nullable(),
  noRequest: z.enum(noRequestReasons).nullable(),
  service: z.string().nullable(),
  theme: z.string().nullable(),
  /** The level that counts: the adviser's, where the measured one was overridden. */
  level: z.enum(levels).nullable(),
  fragile: z.boolean().nullable(),
  /** For its adviser: the measured level and why it was overridden; words are with the person's identity. */
  override: levelOverride.omit({ words: true }).nullable(),
  obstacles: z.array(z.string()),
  communeCode: communeCode.nullable(),
});
export type CallFacts = z.infer<typeof callFacts>;

/** A call as the desk knows it. */
export const callView = z.strictObject({
  id,
  lineId: id,
  sponsorId: id,
  territoryId: id,
  state: z.enum(callStates),
  /** Who holds it; while it rings, to whom it is offered. */
  adviserId: z.string().nullable(),
  /** While it rings: when the offer passes on. */
  offerExpiresAt: instant.nullable(),
  number: phoneNumber.nullable(),
  /** Set on the training line: who is played. */
  personaId: z.string().nullable(),
  mode: z.enum(['live', 'afterwards']),
  script: scriptRef.nullable(),
  openedAt: instant,
  /** When the first conversation began. */
  answeredAt: instant.nullable(),
  /** When the present or last one began, where the person was called back. */
  resumedAt: instant.nullable(),
  /** When the last one ended; `null` while somebody speaks. */
  endedAt: instant.nullable(),
  endedBy: z.enum(['caller', 'adviser']).nullable(),
  /** How long the conversations before the present or last one lasted together, in seconds. */
  spokenBeforeS: z.int().nonnegative(),
  /** While it waits to be called back: when that is agreed on; `null`: no time was. */
  callBackAt: instant.nullable(),
  /** Where the person wants to be called back, if not at `number`. */
  callBackNumber: phoneNumber.nullable(),
  /** When its caller asked, in the queue, to be called back (RO-47): whoever answers then is the first on the line. */
  askedBackAt: instant.nullable(),
  /** How often nobody answered a call back. */
  attempts: z.int().nonnegative(),
  closedAt: instant.nullable(),
  ...callVoicesView,
  /** What its carrier keeps of it, in the order in which it was said: for who holds the call. */
  recordings: z.array(recordingView).default([]),
  facts: callFacts.nullable(),
  /** Earlier calls from the same number, those to be called back among them, newest first; empty for a withheld number. */
  earlier: z.array(earlierCall),
  /**
   * What was recorded of a call that is not closed, so that another desk can go on with it; of a training call, after that too;
   * of one whose referral fell, until another is sent (BO-95).
   */
  record: z
    .strictObject({
      answers: z.array(z.strictObject({ question: z.string(), value: answerValue, at: instant })),
      note: z.string(),
      /** What the adviser said, also where it stands no more (DI-16). */
      override: levelOverride.nullable(),
      caller: personDetails.nullable(),
      beneficiary: personDetails.nullable(),
      /** The levels found before of whom the call is for, oldest first: PR-8. */
      path: z.array(levelPoint),
    })
    .nullable(),
});
export type CallView = z.infer<typeof callView>;

/** What the venue reads before it decides. */
export const referralSummary = z.strictObject({
  person: personDetails,
  /** Who phoned, where it was somebody else. */
  phonedBy: z.string().nullable(),
  service: z.string().nullable(),
  theme: z.string().nullable(),
  /** The level that counts: the adviser's, where the measured one was overridden. */
  level: z.enum(levels).nullable(),
  fragile: z.boolean(),
  override: levelOverride.nullable(),
  /** Why the measured level is what it is; `null` where it was not measured, or sent before this was kept. */
  explanation: levelExplanation.nullable(),
  /** The distance answers, as said. */
  distance: z.array(z.strictObject({ question: z.string(), answer: z.string() })),
  obstacles: z.array(z.string()),
  wishes: z.array(z.string()),
  communeCode: communeCode.nullable(),
  /** What the quick fix on the phone came to; `null` where none was tried. */
  tried: z.enum(resolutions).nullable(),
  note: z.string(),
});
export type ReferralSummary = z.infer<typeof referralSummary>;

/** A referral as both its adviser and its venue see it. */
export const referralView = z.strictObject({
  id,
  callId: id,
  territoryId: id,
  venueId: z.string(),
  venueName: z.string(),
  adviserId: z.string(),
  adviserName: z.string(),
  state: z.enum(referralStates),
  /** The appointment, where the venue has a diary. */
  appointment: z
    .strictObject({
      /** `null`: agreed on with a venue that has no diary here. */
      bookingId: id.nullable(),
      start: instant,
      end: instant,
      zone: z.string(),
      where: z.enum(meetingPlaces),
      /** The kind of appointment, as it was named when it was booked; `null` as `bookingId`. */
      kindName: z.string().nullable(),
    })
    .nullable(),
  /** The times wished, where it has none. */
  wishes: z.array(z.string()),
  summary: referralSummary,
  refusal: z.strictObject({ reason: z.enum(refusalReasons), note: z.string() }).nullable(),
  /** Who will not have it any more, why where it is known, and since when. */
  cancellation: z
    .strictObject({
      by: z.enum(cancellers),
      reason: z.enum(cancelReasons).nullable(),
      at: instant,
    })
    .nullable(),
  ...referralTimeView,
  /** Who keeps the appointment, where it is somebody else. */
  elsewhere: elsewhereView.nullable(),
  /** Its place on the venue's wait list, where it has one. */
  waiting: waitingView.nullable(),
  sentAt: instant,
  decidedAt: instant.nullable(),
  /** When it was first said whether the person came. */
  attendanceAt: instant.nullable(),
  /** What the help at the venue came to, and when that was first said. */
  result: z.enum(referralResults).nullable(),
  resultAt: instant.nullable(),
  /** For the venue: the levels that it may know of the person, oldest first (PR-8). */
  path: z.array(levelPoint),
  /** For who sent it: how the person wants to be written to; `null`: nobody asked. */
  written: messageChoice.nullable(),
  /** For who sent it: what the person and the venue are told, the newest last. */
  messages: z.array(messageView),
});
export type ReferralView = z.infer<typeof referralView>;

/** When and for what a venue takes appointments: the venue's own diary, or one of its mediators'. */
export const diaryView = diaryRules.extend({
  id,
  venueId: z.string(),
  /** Whose own it is; `null`: the venue's. */
  mediator: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  /** IANA zone: the venue's clock. */
  zone: z.string(),
  /** Whose public holidays it keeps. */
  territory: z.enum(holidayTerritories),
});
export type DiaryView = z.infer<typeof diaryView>;

/** Time that a diary no longer has. No caller's identity in it: every adviser sees it. */
export const bookingView = z.strictObject({
  id,
  diaryId: id,
  kindId: id,
  where: z.enum(meetingPlaces),
  start: instant,
  end: instant,
  /** The end of the rest after it. */
  restUntil: instant,
  /** Whether it was taken in a workshop, where others may join it. */
  isShared: z.boolean(),
  state: z.enum(bookingStates),
  /** When a hold ends by itself. */
  holdExpiresAt: instant.nullable(),
  /** The account that holds or booked it, and its name. */
  adviserId: z.string(),
  adviserName: z.string(),
});
export type BookingView = z.infer<typeof bookingView>;

/** Somebody who came to a venue without being sent. Who it was is not asked. */
export const walkInView = z.strictObject({
  id,
  venueId: z.string(),
  at: instant,
  service: z.enum(services),
  result: z.enum(referralResults),
  minutes: z.int().nullable(),
});
export type WalkInView = z.infer<typeof walkInView>;

/** Whether an adviser takes calls, and since when; `id` is their account's. */
export const presenceView = z.strictObject({
  id: z.string(),
  presence: z.enum(presences),
  since: instant,
  /** What they chose for after the call in hand. */
  next: z.enum(chosenPresences).nullable(),
  /** When a wrap-up ends by itself. */
  until: instant.nullable(),
});
export type PresenceView = z.infer<typeof presenceView>;

/**
 * A set that desks read whole, by the address they read it at. `version` changes each time that the set
 * does: a desk that has another reads the set again.
 */
export const referenceView = z.strictObject({
  id: z.union([
    z.enum(['/api/venues', '/api/settings', '/api/session']),
    z.templateLiteral(['/api/scripts/', z.string()]),
  ]),
  version: z.string(),
});
export type ReferenceView = z.infer<typeof referenceView>;
