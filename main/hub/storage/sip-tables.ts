import { jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';

/** An end of a call that a hub holds on the operator's own network: migrations/0024-sip-legs.sql. */
export const sipLeg = pgTable('sip_leg', {
  id: text().primaryKey(),
  callId: uuid('call_id').notNull(),
  saved: jsonb().$type<unknown>().notNull(),
});
