import { z } from 'zod';
import type { QualityGroup, VenueCounts } from '#src/venues';
import { day, id, instant } from './values.ts';

const count = z.int().nonnegative();

/** What was read of a file. */
export const venueCounts = z.strictObject({
  read: count,
  accepted: count,
  rejected: count,
  repaired: count,
  flagged: count,
  duplicates: count,
}) satisfies z.ZodType<VenueCounts>;

/** A set of venues. */
export const venueSetView = z.strictObject({
  id,
  /** The file's name, or the address it came from. */
  origin: z.string(),
  importedAt: instant,
  counts: venueCounts,
  /** Against the set that was current when it was read; `null` for the first. */
  difference: z
    .strictObject({
      added: count,
      changed: count,
      /** No longer listed: `withdrawn` of them are kept because something depends on them. */
      gone: count,
      withdrawn: count,
    })
    .nullable(),
  /** Whether it has fewer than four fifths of the current set's venues: somebody must confirm it. */
  shrinks: z.boolean(),
});
export type VenueSetView = z.infer<typeof venueSetView>;

/** Why a file, or an address, gives no set. */
export const venueImportFailures = [
  'unreadable',
  'not-text',
  'not-csv',
  'not-json',
  'missing-columns',
  'no-venue',
  'too-large',
  'address-refused',
  'address-unreachable',
  'address-failed',
  /** It never arrived whole, or the hub failed: its log says why. */
  'interrupted',
] as const;

/** What the last import came to. */
export const venueImportOutcome = z.discriminatedUnion('code', [
  /** It is in use. */
  z.strictObject({ code: z.literal('published') }),
  /** It waits for an administrator: a file that was sent always does, one that was fetched only if it shrinks. */
  z.strictObject({ code: z.literal('waiting') }),
  /** The address has nothing newer. */
  z.strictObject({ code: z.literal('not-newer') }),
  z.strictObject({
    code: z.enum(venueImportFailures),
    /** Where and why: the columns that lack, the line, the status. Never personal data. */
    detail: z.string(),
  }),
]);
export type VenueImportOutcome = z.infer<typeof venueImportOutcome>;

/** GET /api/venue-data */
export const venueDataView = z.strictObject({
  current: venueSetView.nullable(),
  /** Read, checked, and not in use until an administrator says so. */
  waiting: venueSetView.nullable(),
  /** What is being read now: bytes of the whole, where the whole is known. */
  importing: z
    .strictObject({ origin: z.string(), done: count, total: count.nullable() })
    .nullable(),
  last: z.strictObject({ at: instant, origin: z.string(), outcome: venueImportOutcome }).nullable(),
  /** Where the set may be fetched from, each night, once it is turned on. */
  address: z.strictObject({
    url: z.string(),
    isOn: z.boolean(),
    checkedAt: instant.nullable(),
  }),
});
export type VenueDataView = z.infer<typeof venueDataView>;

/** POST /api/venue-data/address */
export const venueAddressRequest = z.strictObject({
  url: z.url().max(500),
  isOn: z.boolean(),
});
export type VenueAddressRequest = z.infer<typeof venueAddressRequest>;

/**
 * POST /api/venue-data/file: the file itself as body, its name percent-encoded in `X-File-Name`; answered once
 * it has arrived. POST /api/venue-data/fetch: reads the address now, whether it is on or not; empty body,
 * answered at once. Both answer `venueDataView`; the reading goes on, and is seen by asking again.
 * `already-importing` where another import runs.
 *
 * POST /api/venue-data/publish and /discard: about the set that waits.
 */
export const venueSetDecision = z.strictObject({
  setId: id,
  /** Publishing a set that shrinks needs it (`invalid-request`, `confirmsShrink`). */
  confirmsShrink: z.boolean().optional(),
});

const problem = z.strictObject({
  kind: z.enum(['rejected', 'repaired', 'flagged']),
  field: z.string().nullable(),
  reason: z.string(),
  count,
});

/** As the tally of a file gives it. */
const qualityGroup = z.strictObject({
  source: z.string().nullable(),
  departement: z.string().nullable(),
  counts: venueCounts,
  withoutPosition: count,
  doubtfulPosition: count,
  withoutHours: count,
  hoursNotUnderstood: count,
  withoutContact: count,
  stale: count,
  problems: z.array(problem),
}) satisfies z.ZodType<QualityGroup>;

/**
 * GET /api/venue-data/:setId/report, one group a producer and département; the sums of the groups are
 * the counts of the set. GET /api/venue-data/:setId/findings.csv?source&departement: a line a finding.
 * GET /api/venue-data/:setId/standard.csv: the set in the columns of the standard, repaired.
 */
export const qualityReport = z.strictObject({ groups: z.array(qualityGroup) });
export type QualityReport = z.infer<typeof qualityReport>;

/** GET /api/venue-data/:setId/difference: the venues themselves, at most `differenceLimit` of each. */
export const venueDifference = z.strictObject({
  added: z.array(z.strictObject({ id: z.string(), name: z.string(), commune: z.string() })),
  changed: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      commune: z.string(),
      /** Names of `Venue`'s fields. */
      fields: z.array(z.string()),
    }),
  ),
  gone: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      commune: z.string(),
      withdrawnOn: day.nullable(),
    }),
  ),
});
export type VenueDifference = z.infer<typeof venueDifference>;
/** A difference is read by a person: more than this of a kind is counted, not listed. */
export const differenceLimit = 500;
