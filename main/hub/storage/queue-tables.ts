import { boolean, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { legRoles, legStates } from '#src/routing';
import { instant } from './columns.ts';

/** The place of a call in its line's queue: migrations/0019-queue.sql. */
export const queueEntry = pgTable('queue_entry', {
  callId: uuid('call_id').primaryKey(),
  since: instant().notNull(),
  priority: integer().notNull().default(0),
  skills: text().array().notNull().default([]),
  language: text(),
  callsBack: boolean('calls_back').notNull().default(false),
  toldAt: instant('told_at'),
  requestedBy: text('requested_by'),
});

/** One end of a call on its carrier. */
export const leg = pgTable('leg', {
  id: text().primaryKey(),
  callId: uuid('call_id').notNull(),
  role: text({ enum: legRoles }).notNull(),
  accountId: text('account_id'),
  partyId: uuid('party_id'),
  state: text({ enum: legStates }).notNull(),
  isHeld: boolean('is_held').notNull().default(false),
  beganAt: instant('began_at').notNull(),
  joinedAt: instant('joined_at'),
  endedAt: instant('ended_at'),
  heardAt: instant('heard_at').notNull(),
  recordingsRead: boolean('recordings_read').notNull().default(false),
});

/** What carriers said, each once. */
export const carrierEvent = pgTable('carrier_event', {
  key: text().primaryKey(),
  legId: text('leg_id').notNull(),
  sequence: integer(),
  status: text().notNull(),
  at: instant(),
  receivedAt: instant('received_at').notNull(),
});
