import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bookingStates, type DiaryRules, meetingPlaces } from '#src/booking';
import { holidayTerritories } from '#src/hours';
import { instant, payer, period } from './columns.ts';

export const diary = pgTable('diary', {
  id: uuid().primaryKey(),
  venueId: text('venue_id').notNull(),
  mediatorId: text('mediator_id'),
  zone: text().notNull(),
  territory: text({ enum: holidayTerritories }).notNull(),
  rules: jsonb().$type<DiaryRules>().notNull(),
});

export const booking = pgTable('booking', {
  id: uuid().primaryKey(),
  diaryId: uuid('diary_id').notNull(),
  callId: uuid('call_id').notNull(),
  adviserId: text('adviser_id').notNull(),
  ...payer,
  lineId: uuid('line_id').notNull(),
  kindId: uuid('kind_id').notNull(),
  kindName: text('kind_name').notNull(),
  meetingPlace: text('meeting_place', { enum: meetingPlaces }).notNull(),
  period: period().notNull(),
  taken: period().notNull(),
  session: text().notNull(),
  seat: integer().notNull(),
  places: integer().notNull(),
  state: text({ enum: bookingStates }).notNull(),
  holdExpiresAt: instant('hold_expires_at'),
});
