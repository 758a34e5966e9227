import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { halfDays } from '#src/booking';
import { instant } from './columns.ts';

export const waitEntry = pgTable('wait_entry', {
  referralId: uuid('referral_id').primaryKey(),
  since: instant().notNull(),
  weekdays: integer().array().notNull(),
  halves: text({ enum: halfDays }).array().notNull(),
});

export const waitOffer = pgTable('wait_offer', {
  bookingId: uuid('booking_id').primaryKey(),
  referralId: uuid('referral_id').notNull(),
  diaryId: uuid('diary_id').notNull(),
  start: instant().notNull(),
  madeAt: instant('made_at').notNull(),
  until: instant().notNull(),
  answer: text({ enum: ['accepted', 'declined', 'expired'] }),
  answeredAt: instant('answered_at'),
});
