import { bigint, boolean, integer, json, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';

export const scriptVersion = pgTable('script_version', {
  hash: text().primaryKey(),
  id: text().notNull(),
  version: text().notNull(),
  document: json().$type<unknown>().notNull(),
  ships: boolean().notNull(),
});

export const scriptPublication = pgTable('script_publication', {
  position: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  hash: text().notNull(),
  at: instant().notNull(),
  author: text(),
  reason: text(),
});

export const scriptDraft = pgTable('script_draft', {
  scriptId: text('script_id').primaryKey(),
  revision: integer().notNull(),
  document: json().$type<unknown>().notNull(),
  base: text(),
  savedAt: instant('saved_at').notNull(),
  savedBy: text('saved_by').notNull(),
});
