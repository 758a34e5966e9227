import { bigint, boolean, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { callRecordings, callStates, noRequestReasons, outcomes } from '#src/calls';
import { levels, overrideReasons } from '#src/distance';
import { instant, jsonValue, payer } from './columns.ts';

export const person = pgTable('person', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  phone: text(),
  email: text(),
  address: text(),
  createdAt: instant('created_at').notNull(),
});

export const call = pgTable('call', {
  id: uuid().primaryKey(),
  ...payer,
  lineId: uuid('line_id').notNull(),
  adviserId: text('adviser_id'),
  leftBy: text('left_by').array().notNull().default([]),
  offerExpiresAt: instant('offer_expires_at'),
  state: text({ enum: callStates }).notNull(),
  mode: text({ enum: ['live', 'afterwards'] }).notNull(),
  personaId: text('persona_id'),
  scriptHash: text('script_hash'),
  openedAt: instant('opened_at').notNull(),
  answeredAt: instant('answered_at'),
  resumedAt: instant('resumed_at'),
  endedAt: instant('ended_at'),
  endedBy: text('ended_by', { enum: ['caller', 'adviser'] }),
  spokenBeforeS: integer('spoken_before_s').notNull().default(0),
  callBackAt: instant('call_back_at'),
  turnedAway: text('turned_away', { enum: ['closed', 'full'] }),
  askedBackAt: instant('asked_back_at'),
  rejoinUntil: instant('rejoin_until'),
  heldSince: instant('held_since'),
  recording: text({ enum: callRecordings }),
  recordingErased: boolean('recording_erased').notNull().default(false),
  listenerId: text('listener_id'),
  attempts: integer().notNull().default(0),
  callsOutSince: instant('calls_out_since'),
  closedAt: instant('closed_at'),
  outcome: text({ enum: outcomes }),
  noRequest: text('no_request', { enum: noRequestReasons }),
  service: text(),
  theme: text(),
  level: text({ enum: levels }),
  fragile: boolean(),
  obstacles: text().array().notNull().default([]),
  communeCode: text('commune_code'),
  levelModel: text('level_model'),
  levelAsked: text('level_asked').array().notNull().default([]),
});

export const levelOverride = pgTable('level_override', {
  callId: uuid('call_id').primaryKey(),
  measured: text({ enum: levels }).notNull(),
  level: text({ enum: levels }).notNull(),
  reason: text({ enum: overrideReasons }).notNull(),
  words: text(),
  at: instant().notNull(),
});

export const callIdentity = pgTable('call_identity', {
  callId: uuid('call_id').primaryKey(),
  number: text(),
  callBackNumber: text('call_back_number'),
  callerId: uuid('caller_id'),
  beneficiaryId: uuid('beneficiary_id'),
});

export const answer = pgTable('answer', {
  position: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  callId: uuid('call_id').notNull(),
  operationId: uuid('operation_id').notNull(),
  question: text().notNull(),
  value: jsonValue().notNull(),
  at: instant().notNull(),
});

export const note = pgTable('note', {
  callId: uuid('call_id').primaryKey(),
  text: text().notNull(),
  at: instant().notNull(),
});

export const consent = pgTable(
  'consent',
  {
    callId: uuid('call_id').notNull(),
    operationId: uuid('operation_id').notNull(),
    question: text().notNull(),
    scriptHash: text('script_hash').notNull(),
    given: boolean().notNull(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.callId, table.operationId] })],
);
