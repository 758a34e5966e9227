import {
  bigint,
  boolean,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { roles } from '#src/access';
import { chosenPresences, presences } from '#src/routing';
import { instant } from './columns.ts';

/** better-auth writes `Date`s in its own tables. */
const authTime = (name: string) => timestamp(name, { withTimezone: true });
const authTimes = {
  createdAt: authTime('created_at').notNull(),
  updatedAt: authTime('updated_at').notNull(),
};

export const user = pgTable('user', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull(),
  emailVerified: boolean('email_verified').notNull(),
  image: text(),
  ...authTimes,
  role: text({ enum: roles }).notNull(),
  venueId: text('venue_id'),
});

export const session = pgTable('session', {
  id: text().primaryKey(),
  token: text().notNull(),
  userId: text('user_id').notNull(),
  expiresAt: authTime('expires_at').notNull(),
  ...authTimes,
  ipAddress: text('ip_address'),
  userAgent: text('user_agent'),
});

export const account = pgTable('account', {
  id: text().primaryKey(),
  accountId: text('account_id').notNull(),
  providerId: text('provider_id').notNull(),
  userId: text('user_id').notNull(),
  accessToken: text('access_token'),
  refreshToken: text('refresh_token'),
  idToken: text('id_token'),
  accessTokenExpiresAt: authTime('access_token_expires_at'),
  refreshTokenExpiresAt: authTime('refresh_token_expires_at'),
  scope: text(),
  password: text(),
  ...authTimes,
});

export const verification = pgTable('verification', {
  id: text().primaryKey(),
  identifier: text().notNull(),
  value: text().notNull(),
  expiresAt: authTime('expires_at').notNull(),
  ...authTimes,
});

export const rateLimit = pgTable('rate_limit', {
  id: text().primaryKey(),
  key: text().notNull(),
  count: integer().notNull(),
  lastRequest: bigint('last_request', { mode: 'number' }).notNull(),
});

export const userTerritory = pgTable(
  'user_territory',
  { userId: text('user_id').notNull(), territoryId: uuid('territory_id').notNull() },
  (table) => [primaryKey({ columns: [table.userId, table.territoryId] })],
);

export const presence = pgTable('presence', {
  userId: text('user_id').primaryKey(),
  presence: text({ enum: presences }).notNull(),
  since: instant().notNull(),
  next: text({ enum: chosenPresences }),
  until: instant(),
  idleSince: instant('idle_since'),
});

export const adviserSkill = pgTable('adviser_skill', {
  userId: text('user_id').primaryKey(),
  skills: text().array().notNull().default([]),
  languages: text().array().notNull().default(['fr']),
});
