import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { recordingKinds } from '#src/routing';
import { instant } from './columns.ts';

/** What the carrier keeps of voices: migrations/0025-recordings.sql. */
export const recording = pgTable('recording', {
  id: text().primaryKey(),
  callId: uuid('call_id').notNull(),
  kind: text({ enum: recordingKinds }).notNull(),
  beganAt: instant('began_at').notNull(),
  seconds: integer(),
  deleteAfter: instant('delete_after').notNull(),
  heardAt: instant('heard_at'),
  deletedAt: instant('deleted_at'),
});
