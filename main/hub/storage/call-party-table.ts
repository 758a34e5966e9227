import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';

/** Who else is in a call: migrations/0022-call-parties.sql. */
export const callParty = pgTable('call_party', {
  id: uuid().primaryKey(),
  callId: uuid('call_id').notNull(),
  adviserId: text('adviser_id'),
  number: text(),
  addedBy: text('added_by').notNull(),
  state: text({ enum: ['ringing', 'joined'] }).notNull(),
  since: instant().notNull(),
});
