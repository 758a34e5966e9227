import { z } from 'zod';
import { meetingPlaces } from '#src/booking';
import { messageChannels, messageLanguages } from '#src/messages';
import { useDraft } from '../../storage/draft.ts';
import { keptFilters } from './kept-filters.ts';

const orientationDraft = z.object({
  /** `null`: as the call's answers say. */
  filters: keptFilters.nullable(),
  venueId: z.string().nullable(),
  /** The kind of appointment and where, as chosen; `null`: as the call's answers suggest. */
  kind: z.string().nullable().default(null),
  where: z.enum(meetingPlaces).nullable().default(null),
  /** The account of the mediator whom the person wants; `null`: any. */
  mediatorId: z.string().nullable().default(null),
  slot: z
    .object({
      bookingId: z.string(),
      venueId: z.string(),
      diaryId: z.string(),
      where: z.enum(meetingPlaces),
      start: z.string(),
      end: z.string(),
    })
    .nullable()
    // As another version kept it: its five minutes are over.
    .catch(null),
  /** Times wished, in words: three fields. */
  wishes: z.tuple([z.string(), z.string(), z.string()]),
  /** What was agreed on the venue's own page: a day and a time on its clock, or words. */
  agreed: z
    .object({ day: z.string(), time: z.string(), words: z.string() })
    .default({ day: '', time: '', words: '' }),
  /** Whether a request is written although the venue has a diary, or a page. */
  asksInstead: z.boolean(),
  /** How the person wants to have it in writing; `null`: as usual, or as their record says. */
  written: z
    .object({
      language: z.enum(messageLanguages),
      channels: z.array(z.enum(messageChannels)).readonly().nullable(),
      email: z.string().nullable(),
      address: z.string().nullable(),
    })
    .default({ language: 'fr', channels: null, email: null, address: null }),
  name: z.string(),
  callerName: z.string(),
  /** `null`: the number that phones. */
  phone: z.string().nullable(),
});

/** What is chosen and typed on the screen and is no act yet. */
export type OrientationDraft = z.infer<typeof orientationDraft>;

const emptyDraft: OrientationDraft = {
  filters: null,
  venueId: null,
  kind: null,
  where: null,
  mediatorId: null,
  slot: null,
  wishes: ['', '', ''],
  agreed: { day: '', time: '', words: '' },
  asksInstead: false,
  written: { language: 'fr', channels: null, email: null, address: null },
  name: '',
  callerName: '',
  phone: null,
};

export type DraftHandle = {
  readonly draft: OrientationDraft;
  readonly change: (change: Partial<OrientationDraft>) => void;
  /** Once what was typed has become an act. */
  readonly forget: () => Promise<void>;
};

/** The call's draft, kept at each change; `undefined` while the store is read. */
export function useOrientationDraft(callId: string): DraftHandle | undefined {
  const kept = useDraft(`orientation:${callId}`, orientationDraft);
  if (kept === undefined) return undefined;
  return {
    draft: kept.value ?? emptyDraft,
    change: (part) => kept.write((before) => ({ ...(before ?? emptyDraft), ...part })),
    forget: kept.forget,
  };
}
