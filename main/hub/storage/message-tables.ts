import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { messageFailures, messageKinds, messageRecipients, messageStates } from '#src/contract';
import { messageChannels, messageLanguages } from '#src/messages';
import { instant, period } from './columns.ts';

export const messageChoice = pgTable('message_choice', {
  callId: uuid('call_id').primaryKey(),
  language: text({ enum: messageLanguages }).notNull(),
  channels: text({ enum: messageChannels }).array().notNull(),
});

export const message = pgTable('message', {
  id: uuid().primaryKey(),
  referralId: uuid('referral_id').notNull(),
  kind: text({ enum: messageKinds }).notNull(),
  recipient: text({ enum: messageRecipients }).notNull(),
  channel: text({ enum: messageChannels }).notNull(),
  language: text({ enum: messageLanguages }).notNull(),
  occasion: text().notNull(),
  appointment: period(),
  zone: text(),
  keptUntil: instant('kept_until'),
  dueAt: instant('due_at').notNull(),
  state: text({ enum: messageStates }).notNull(),
  attempts: integer().notNull().default(0),
  stateAt: instant('state_at').notNull(),
  providerId: text('provider_id'),
  textHash: text('text_hash'),
  failure: text({ enum: messageFailures }),
});

export const translationSignature = pgTable(
  'translation_signature',
  {
    language: text({ enum: messageLanguages }).notNull(),
    hash: text().notNull(),
    name: text().notNull(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.language, table.hash] })],
);
