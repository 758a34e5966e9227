import { bigint, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { draftStates } from '#src/booking';
import { instant } from './columns.ts';

export const rdvPlan = pgTable('rdv_plan', {
  referralId: uuid('referral_id').primaryKey(),
  state: text({ enum: draftStates }).notNull(),
  askedAt: instant('asked_at'),
  planId: bigint('plan_id', { mode: 'number' }),
  url: text(),
  userId: bigint('user_id', { mode: 'number' }),
  rdvId: bigint('rdv_id', { mode: 'number' }),
  status: text(),
  lookAt: instant('look_at'),
  looks: integer().notNull().default(0),
});
