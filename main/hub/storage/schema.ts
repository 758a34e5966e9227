import { bigint, boolean, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { installationKinds } from '#src/contract';
import { disputedDays } from '#src/hours';
import { lineKinds } from '#src/routing';
import { instant, jsonValue, payer } from './columns.ts';

export * from './account-tables.ts';
export * from './booking-tables.ts';
export * from './call-party-table.ts';
export * from './call-tables.ts';
export * from './desk-table.ts';
export * from './message-tables.ts';
export * from './queue-tables.ts';
export * from './rdv-tables.ts';
export * from './recording-table.ts';
export * from './referral-tables.ts';
export * from './script-tables.ts';
export * from './sip-tables.ts';
export * from './venue-tables.ts';
export * from './wait-tables.ts';

// The tables of migrations/*.sql, as queries see them. Constraints, defaults and indexes are said there, once;
// a test compares every column with both databases.

export const installation = pgTable('installation', {
  id: uuid().primaryKey(),
  kind: text({ enum: installationKinds }).notNull(),
  name: text().notNull(),
  createdAt: instant('created_at').notNull(),
  setupTokenHash: text('setup_token_hash'),
  demonstrationPassword: text('demonstration_password'),
});

export const sponsor = pgTable('sponsor', { id: uuid().primaryKey(), name: text().notNull() });

export const territory = pgTable('territory', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  departements: text().array().notNull(),
});

export const line = pgTable('line', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  number: text(),
  kind: text({ enum: lineKinds }).notNull(),
  ...payer,
  scriptId: text('script_id').notNull(),
  formerScripts: text('former_scripts').array().notNull().default([]),
  rules: jsonb().$type<unknown>(),
  closedAt: instant('closed_at'),
});

export const setting = pgTable('setting', {
  disputedHolidays: text('disputed_holidays', { enum: disputedDays }).notNull(),
  rankingWeights: jsonValue('ranking_weights'),
  planTiles: boolean('plan_tiles').notNull(),
  venueReminders: jsonValue('venue_reminders').notNull(),
  reminders: boolean().notNull(),
});

export const operation = pgTable('operation', {
  id: uuid().primaryKey(),
  hash: text().notNull(),
  kind: text().notNull(),
  userId: text('user_id').notNull(),
  at: instant().notNull(),
  receivedAt: instant('received_at').notNull(),
  status: text({ enum: ['applied', 'refused'] }).notNull(),
  code: text(),
  place: text(),
});

export const change = pgTable('change', {
  seq: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  entity: text({
    enum: ['call', 'referral', 'diary', 'booking', 'walk-in', 'presence', 'reference'],
  }).notNull(),
  entityId: text('entity_id').notNull(),
  territoryId: uuid('territory_id'),
  adviserId: text('adviser_id'),
  venueId: text('venue_id'),
  at: instant().notNull(),
});
