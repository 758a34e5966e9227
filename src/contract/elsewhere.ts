import { z } from 'zod';
import { draftStates, waysElsewhere } from '#src/booking';
import { id, instant } from './values.ts';

const sent = { referralId: id, callId: id, venueId: z.string().min(1).max(200) };

/** Sending somebody to a venue whose appointments somebody else keeps. */
export const elsewhereActs = {
  /** BO-62: the time will be chosen on RDV Service Public, from a draft that the hub makes there. */
  'referral.plan': z.strictObject(sent),
  /** BO-61: what was agreed on the venue's own page: a time, or what it said instead. */
  'referral.agree': z
    .strictObject({
      ...sent,
      start: instant.nullable(),
      words: z.string().trim().max(200),
    })
    .refine(({ start, words }) => start !== null || words !== '', { path: ['words'] }),
} as const;

/** Where somebody else keeps the appointment, and how far its draft has come where there is one. */
export const elsewhereView = z.strictObject({
  way: z.enum(waysElsewhere),
  draft: z.strictObject({ state: z.enum(draftStates), url: z.url().nullable() }).nullable(),
});

/** POST /api/rdv-plans: makes the draft of a referral, or gives the one that there is. */
export const rdvPlanRequest = z.strictObject({ referralId: id });
/** Why there is no draft to open, or none yet. */
export const draftRefusals = [
  'being-made',
  'unsure',
  'unreachable',
  'too-many',
  'rejected',
  'not-let-in',
  'gone',
  'not-understood',
  'consent-missing',
] as const;
export type DraftRefusal = (typeof draftRefusals)[number];
/** What it answers. `said`: the site's own words, where it gave some. */
export const rdvPlanAnswer = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('open'), url: z.url() }),
  z.strictObject({
    status: z.literal('refused'),
    code: z.enum(draftRefusals),
    said: z.string(),
  }),
]);
