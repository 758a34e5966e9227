import { boolean, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import {
  cancellers,
  cancelReasons,
  moveReasons,
  referralResults,
  referralStates,
  refusalReasons,
  waysElsewhere,
} from '#src/booking';
import { linkPurposes } from '#src/contract';
import { type DistanceAnswer, levels } from '#src/distance';
import { services } from '#src/venues';
import { instant, payer, period } from './columns.ts';

export const referral = pgTable('referral', {
  id: uuid().primaryKey(),
  callId: uuid('call_id').notNull(),
  ...payer,
  lineId: uuid('line_id').notNull(),
  venueId: text('venue_id').notNull(),
  venueName: text('venue_name').notNull(),
  adviserId: text('adviser_id').notNull(),
  bookingId: uuid('booking_id'),
  bookedOn: text('booked_on', { enum: waysElsewhere }),
  wishes: text().array().notNull(),
  summary: jsonb().$type<unknown>().notNull(),
  state: text({ enum: referralStates }).notNull(),
  refusalReason: text('refusal_reason', { enum: refusalReasons }),
  refusalNote: text('refusal_note'),
  sentAt: instant('sent_at').notNull(),
  decidedAt: instant('decided_at'),
  attendanceAt: instant('attendance_at'),
  result: text({ enum: referralResults }),
  resultAt: instant('result_at'),
  zone: text().notNull(),
  agreedPeriod: period('agreed_period'),
  awaitedSince: instant('awaited_since').notNull(),
  heardAt: instant('heard_at'),
  reminders: integer().notNull().default(0),
  remindedAt: instant('reminded_at'),
  proposalNote: text('proposal_note'),
  moves: integer().notNull().default(0),
  movedBy: text('moved_by', { enum: cancellers }),
  moveReason: text('move_reason', { enum: moveReasons }),
  movedAt: instant('moved_at'),
  movedFrom: period('moved_from'),
  cancelledBy: text('cancelled_by', { enum: cancellers }),
  cancelReason: text('cancel_reason', { enum: cancelReasons }),
  cancelledAt: instant('cancelled_at'),
});

export const link = pgTable('link', {
  tokenHash: text('token_hash').primaryKey(),
  purpose: text({ enum: linkPurposes }).notNull(),
  referralId: uuid('referral_id').notNull(),
  madeAt: instant('made_at').notNull(),
  expiresAt: instant('expires_at'),
  openedAt: instant('opened_at'),
  usedAt: instant('used_at'),
});

export const calendarFeed = pgTable('calendar_feed', {
  userId: text('user_id').primaryKey(),
  tokenHash: text('token_hash').notNull(),
  madeAt: instant('made_at').notNull(),
});

export const referralProposal = pgTable('referral_proposal', {
  id: uuid().primaryKey(),
  referralId: uuid('referral_id').notNull(),
  period: period().notNull(),
  bookingId: uuid('booking_id'),
});

export const measurement = pgTable('measurement', {
  id: uuid().primaryKey(),
  personId: uuid('person_id').notNull(),
  referralId: uuid('referral_id').notNull(),
  ...payer,
  lineId: uuid('line_id').notNull(),
  venueId: text('venue_id').notNull(),
  measuredBy: text('measured_by').notNull(),
  agreedAt: instant('agreed_at').notNull(),
  at: instant().notNull(),
  model: text().notNull(),
  modelHash: text('model_hash').notNull(),
  answers: jsonb().$type<Readonly<Record<string, DistanceAnswer>>>().notNull(),
  level: text({ enum: levels }).notNull(),
  fragile: boolean().notNull(),
});

export const walkIn = pgTable('walk_in', {
  id: uuid().primaryKey(),
  venueId: text('venue_id').notNull(),
  departement: text(),
  notedBy: text('noted_by').notNull(),
  at: instant().notNull(),
  service: text({ enum: services }).notNull(),
  result: text({ enum: referralResults }).notNull(),
  minutes: integer(),
});
