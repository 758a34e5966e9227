import { z } from 'zod';
import {
  bookingView,
  callView,
  diaryView,
  presenceView,
  referenceView,
  referralView,
  walkInView,
} from './views.ts';

/** Everything that a desk mirrors, by entity. */
export const entityViews = {
  call: callView,
  referral: referralView,
  diary: diaryView,
  booking: bookingView,
  'walk-in': walkInView,
  presence: presenceView,
  reference: referenceView,
} as const;
/** A kind of record that a desk mirrors. */
export type Entity = keyof typeof entityViews;
/** Such a record, as a desk sees it. */
export type EntityView<E extends Entity> = z.infer<(typeof entityViews)[E]>;

const change = <E extends Entity, View extends z.ZodType>(entity: E, view: View) =>
  z.strictObject({
    /** Position in the installation's order of changes. */
    seq: z.int().positive(),
    entity: z.literal(entity),
    id: z.string(),
    /** As it is now; `null`: no longer in this account's scope. */
    value: view.nullable(),
  });

/** GET /api/changes: what a desk must read again, in the installation's order. */
export const changePage = z.strictObject({
  changes: z.array(
    z.discriminatedUnion('entity', [
      change('call', callView),
      change('referral', referralView),
      change('diary', diaryView),
      change('booking', bookingView),
      change('walk-in', walkInView),
      change('presence', presenceView),
      change('reference', referenceView),
    ]),
  ),
  /** Ask for what comes after this next time. */
  cursor: z.int().nonnegative(),
  more: z.boolean(),
});
export type ChangePage = z.infer<typeof changePage>;
export type Change = ChangePage['changes'][number];
