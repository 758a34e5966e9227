import {
  bigint,
  boolean,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Venue } from '#src/venues';
import { bytes, instant } from './columns.ts';

export const venueSet = pgTable('venue_set', {
  id: uuid().primaryKey(),
  origin: text().notNull(),
  importedAt: instant('imported_at').notNull(),
  state: text({ enum: ['importing', 'waiting', 'current', 'past'] }).notNull(),
  counts: jsonb().$type<unknown>().notNull(),
  done: bigint({ mode: 'number' }).notNull().default(0),
  total: bigint({ mode: 'number' }),
  touchedAt: instant('touched_at'),
  report: jsonb().$type<unknown>(),
  difference: jsonb().$type<unknown>(),
  differenceList: jsonb('difference_list').$type<unknown>(),
});

export const venueSetPiece = pgTable(
  'venue_set_piece',
  {
    setId: uuid('set_id').notNull(),
    position: integer().notNull(),
    bytes: bytes().notNull(),
  },
  (table) => [primaryKey({ columns: [table.setId, table.position] })],
);

export const venueFeed = pgTable('venue_feed', {
  url: text(),
  isOn: boolean('is_on').notNull(),
  etag: text(),
  lastModified: text('last_modified'),
  checkedAt: instant('checked_at'),
  last: jsonb().$type<unknown>(),
});

export const venue = pgTable(
  'venue',
  {
    setId: uuid('set_id').notNull(),
    id: text().notNull(),
    name: text().notNull(),
    communeCode: text('commune_code'),
    departement: text(),
    data: jsonb().$type<Venue>().notNull(),
    shownAs: text('shown_as'),
  },
  (table) => [primaryKey({ columns: [table.setId, table.id] })],
);
