import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { cancellers, mostProposedTimes, moveReasons, referralNews } from '#src/booking';
import { id, instant } from './values.ts';

type Period = { readonly start: string; readonly end: string };

const lasts = ({ start, end }: Period) => Temporal.Instant.compare(start, end) < 0;
const notOrdered = { path: ['end'] };

/** BO-92: a time that the venue proposes, by the id that the person's choice names. */
const proposedTime = z.strictObject({ id, start: instant, end: instant }).refine(lasts, notOrdered);

/** `diaryId: null`: the venue's own, or none where it has none. */
const inDiary = { diaryId: id.nullable() };

/** What is said of a referral about its time, by whom it is about. */
export const referralTimeActs = {
  /** The venue has seen it: who opens it there says so. */
  'referral.receive': z.strictObject({ referralId: id }),
  /** The venue proposes other times, which its diary keeps until the person has chosen. */
  'referral.propose': z.strictObject({
    referralId: id,
    ...inDiary,
    times: z.array(proposedTime).min(1).max(mostProposedTimes),
    note: z.string().trim().max(500),
  }),
  /** The person takes one of them. */
  'referral.choose-proposal': z.strictObject({ referralId: id, timeId: id }),
  /** The person takes none of them: the venue is asked again. */
  'referral.decline-proposal': z.strictObject({ referralId: id }),
  /** Another time for the appointment, in one act: `by` is who wants it, as it was told. `reason: null`: none was given. */
  'referral.move': z.strictObject({
    referralId: id,
    by: z.enum(cancellers),
    reason: z.enum(moveReasons).nullable(),
    to: z
      .strictObject({ bookingId: id, ...inDiary, start: instant, end: instant })
      .refine(lasts, notOrdered),
  }),
  /** What the adviser heard from the person on the telephone (BO-96). */
  'referral.learn': z.strictObject({ referralId: id, news: z.enum(referralNews) }),
} as const;

/** The part of a referral's view that says how its time came about. */
export const referralTimeView = {
  /** IANA zone: the venue's clock. */
  zone: z.string(),
  /** The times among which the person chooses, and the venue's word on them. */
  proposal: z
    .strictObject({
      times: z.array(z.strictObject({ id, start: instant, end: instant })),
      note: z.string(),
    })
    .nullable(),
  /** The last time that it was moved, who wanted it, and from when; how often it was, from the first. */
  move: z
    .strictObject({
      by: z.enum(cancellers),
      reason: z.enum(moveReasons).nullable(),
      at: instant,
      from: z.strictObject({ start: instant, end: instant }).nullable(),
      count: z.int().positive(),
    })
    .nullable(),
  /** Since when the next word has been awaited. */
  awaitedSince: instant,
  /** When somebody who phoned the person last heard that nothing is known yet. */
  heardAt: instant.nullable(),
  /** Whether the account that sent it still follows referrals; else a supervisor of its territory does (BO-97). */
  isFollowed: z.boolean(),
  /** How often the venue was reminded of it. */
  reminders: z.int().nonnegative(),
} as const;

/** When a venue that does not answer is reminded, in its working days (BO-93). */
export const venueReminders = z.strictObject({
  /** So many days after it was asked, in order. */
  afterDays: z
    .array(z.int().min(1).max(60))
    .max(5)
    .refine((days) => days.every((day, index) => index === 0 || day > Number(days[index - 1]))),
  /** So many days after the last one, it is asked no more. */
  thenDays: z.int().min(1).max(60),
});
