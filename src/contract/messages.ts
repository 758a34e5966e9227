import { z } from 'zod';
import {
  messageChannels,
  messageLanguages,
  type PersonFacts,
  personMessageKinds,
  thingsToBring,
  venueMessageKinds,
} from '#src/messages';
import { id, instant, phoneNumber, sha256, shortText } from './values.ts';

/** What a message is about, to whomever it goes. */
export const messageKinds = [...personMessageKinds, ...venueMessageKinds] as const;
export type MessageKind = (typeof messageKinds)[number];

/** To whom it goes: who is helped, or the venue that is to receive them. */
export const messageRecipients = ['person', 'venue'] as const;
export type MessageRecipient = (typeof messageRecipients)[number];

/**
 * What became of a message. `shown`: nothing leaves from here, or it is a letter; somebody reads it on screen and does the rest.
 * `superseded` was shown and holds no more: it is not to be sent or posted.
 * `sent` was taken by whoever carries it, or posted; `uncertain` may have left, and is not sent again by itself.
 */
export const messageStates = [
  'planned',
  'sending',
  'sent',
  'delivered',
  'failed',
  'uncertain',
  'cancelled',
  'shown',
  'superseded',
] as const;
export type MessageState = (typeof messageStates)[number];

/** Why a message did not leave, or never arrived. */
export const messageFailures = [
  /** No telephone, e-mail or postal address to send it to any more. */
  'no-address',
  /** What it tells of is over. */
  'over',
  /** Neither the line nor the venue has a number at which to answer. */
  'no-line-number',
  /** Who carries it refused it: the address, or the account. */
  'refused',
  /** Who carries it did not answer, again and again. */
  'unreachable',
  /** It was carried, and did not arrive. */
  'undelivered',
] as const;
export type MessageFailure = (typeof messageFailures)[number];

/** A message beside its referral: who reads it may know of the referral. Neither address nor text. */
export const messageView = z.strictObject({
  id,
  kind: z.enum(messageKinds),
  recipient: z.enum(messageRecipients),
  channel: z.enum(messageChannels),
  language: z.enum(messageLanguages),
  dueAt: instant,
  state: z.enum(messageStates),
  stateAt: instant,
  failure: z.enum(messageFailures).nullable(),
});
export type MessageView = z.infer<typeof messageView>;

/** How who is helped wants to be written to. */
export const messageChoice = z.strictObject({
  language: z.enum(messageLanguages),
  channels: z.array(z.enum(messageChannels)).max(messageChannels.length),
});
export type MessageChoice = z.infer<typeof messageChoice>;

/** How the person is written to from now on, and where: their own addresses, none of them left as it was. */
export const messageRedirection = messageChoice.extend({
  phone: phoneNumber.nullable(),
  email: z.email().max(200).nullable(),
  address: z.string().trim().max(300).nullable(),
});

/** GET /api/messages/:id/text: a message as it is read, with whom it goes to. */
export const messageText = z.strictObject({
  to: z.string(),
  subject: z.string().nullable(),
  text: z.string(),
});
export type MessageText = z.infer<typeof messageText>;

/** GET /api/translations: who has read the words of each language aloud, and stands by them. */
export const translationList = z.strictObject({
  translations: z.array(
    z.strictObject({
      language: z.enum(messageLanguages),
      /** Of all its words: other words are to be signed again. */
      hash: sha256,
      state: z.enum(['kept', 'signed', 'unsigned']),
      signature: z.strictObject({ name: shortText, at: instant }).nullable(),
    }),
  ),
});
export type TranslationList = z.infer<typeof translationList>;

/** POST /api/translations: `name: null` takes the signature back. */
export const translationSignature = z.strictObject({
  language: z.enum(messageLanguages),
  hash: sha256,
  name: shortText.nullable(),
});
export type TranslationSignature = z.infer<typeof translationSignature>;

const met = { name: z.string(), phone: phoneNumber.nullable() };

/** What a message to a person may say (ME-1): whatever else is beside it is refused. */
const personFacts = z.strictObject({
  appointment: z.strictObject({ start: instant, end: instant, zone: z.string() }),
  personZone: z.string(),
  meeting: z.discriminatedUnion('way', [
    z.strictObject({ ...met, way: z.literal('venue'), address: z.string() }),
    z.strictObject({ ...met, way: z.literal('phone'), calledOn: phoneNumber.nullable() }),
    z.strictObject({ ...met, way: z.literal('video'), page: z.url().nullable() }),
    z.strictObject({ ...met, way: z.literal('home') }),
  ]),
  line: z.strictObject({ name: z.string(), phone: phoneNumber }),
  link: z.url().nullable(),
  bring: z.array(z.enum(thingsToBring)).readonly(),
  proposed: z.array(instant).readonly(),
  keptUntil: instant.nullable(),
}) satisfies z.ZodType<PersonFacts>;

/** GET /api/messages/:id/letter: what a letter is printed from. */
export const letterView = z.strictObject({
  kind: z.enum(personMessageKinds),
  /** ME-33: what was taken back is not to be posted. */
  state: z.enum(messageStates),
  language: z.enum(messageLanguages),
  /** Name and postal address, as they stand in the window of the envelope. */
  to: z.string(),
  venueId: z.string(),
  facts: personFacts,
});
export type LetterView = z.infer<typeof letterView>;
