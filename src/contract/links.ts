import { z } from 'zod';
import { instant } from './values.ts';

/** What a link without account lets its bearer do: answer for the venue; move or cancel one's own appointment. */
export const linkPurposes = ['venue-answer', 'person-change'] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

/** GET /api/referrals/:id/links: the links that were issued and not revoked, the newest first. Their addresses are kept nowhere. */
export const linkList = z.strictObject({
  links: z.array(
    z.strictObject({
      purpose: z.enum(linkPurposes),
      madeAt: instant,
      /** `null`: it lives until the appointment. */
      expiresAt: instant.nullable(),
      /** When somebody first pressed on its page. */
      openedAt: instant.nullable(),
      /** When the venue answered. */
      usedAt: instant.nullable(),
    }),
  ),
});
export type LinkList = z.infer<typeof linkList>;

/** POST /api/referrals/:id/links, and /revoke: which links. */
export const linkRequest = z.strictObject({ purpose: z.enum(linkPurposes) });

/** The one answer in which a link's address stands. */
export const issuedLink = z.strictObject({ address: z.url(), expiresAt: instant.nullable() });
export type IssuedLink = z.infer<typeof issuedLink>;

/** GET /api/calendar-feed: whether the mediator's calendar address is in use, and since when. */
export const calendarFeedView = z.strictObject({ madeAt: instant.nullable() });
export type CalendarFeedView = z.infer<typeof calendarFeedView>;

/** POST /api/calendar-feed: a new address, shown this once; an earlier one opens nothing any more. */
export const issuedCalendarFeed = z.strictObject({ address: z.url(), madeAt: instant });
export type IssuedCalendarFeed = z.infer<typeof issuedCalendarFeed>;
