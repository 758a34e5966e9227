import { pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';

/** Whose desk is there: migrations/0026-desks.sql. */
export const desk = pgTable('desk', {
  accountId: text('account_id').primaryKey(),
  until: instant().notNull(),
});
