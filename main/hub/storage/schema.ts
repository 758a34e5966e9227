import {
  bigint,
  boolean,
  integer,
  json,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { roles } from '#src/access';
import {
  bookingStates,
  cancellers,
  cancelReasons,
  type DiaryRules,
  meetingPlaces,
  moveReasons,
  referralResults,
  referralStates,
  refusalReasons,
  waysElsewhere,
} from '#src/booking';
import { callRecordings, callStates, noRequestReasons, outcomes } from '#src/calls';
import { installationKinds, linkPurposes } from '#src/contract';
import { type DistanceAnswer, levels, overrideReasons } from '#src/distance';
import { disputedDays, holidayTerritories } from '#src/hours';
import { chosenPresences, lineKinds, presences } from '#src/routing';
import { services, type Venue } from '#src/venues';
import { bytes, instant, jsonValue, period } from './columns.ts';

export * from './call-party-table.ts';
export * from './desk-table.ts';
export * from './message-tables.ts';
export * from './queue-tables.ts';
export * from './rdv-tables.ts';
export * from './sip-tables.ts';
export * from './recording-table.ts';
export * from './wait-tables.ts';

// The tables of migrations/*.sql, as queries see them. Constraints, defaults and indexes are said there, once;
// a test compares every column with both databases.

export const installation = pgTable('installation', {
  id: uuid().primaryKey(),
  kind: text({ enum: installationKinds }).notNull(),
  name: text().notNull(),
  createdAt: instant('created_at').notNull(),
  setupTokenHash: text('setup_token_hash'),
  demonstrationPassword: text('demonstration_password'),
});

export const sponsor = pgTable('sponsor', { id: uuid().primaryKey(), name: text().notNull() });

export const territory = pgTable('territory', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  departements: text().array().notNull(),
});

/** Who pays, and for where: on every record of facts. */
const payer = {
  sponsorId: uuid('sponsor_id').notNull(),
  territoryId: uuid('territory_id').notNull(),
};

export const line = pgTable('line', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  number: text(),
  kind: text({ enum: lineKinds }).notNull(),
  ...payer,
  scriptId: text('script_id').notNull(),
  formerScripts: text('former_scripts').array().notNull().default([]),
  rules: jsonb().$type<unknown>(),
  closedAt: instant('closed_at'),
});

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

export const scriptVersion = pgTable('script_version', {
  hash: text().primaryKey(),
  id: text().notNull(),
  version: text().notNull(),
  document: json().$type<unknown>().notNull(),
  ships: boolean().notNull(),
});

export const scriptPublication = pgTable('script_publication', {
  position: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  hash: text().notNull(),
  at: instant().notNull(),
  author: text(),
  reason: text(),
});

export const scriptDraft = pgTable('script_draft', {
  scriptId: text('script_id').primaryKey(),
  revision: integer().notNull(),
  document: json().$type<unknown>().notNull(),
  base: text(),
  savedAt: instant('saved_at').notNull(),
  savedBy: text('saved_by').notNull(),
});

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

export const setting = pgTable('setting', {
  disputedHolidays: text('disputed_holidays', { enum: disputedDays }).notNull(),
  rankingWeights: jsonValue('ranking_weights'),
  planTiles: boolean('plan_tiles').notNull(),
  venueReminders: jsonValue('venue_reminders').notNull(),
  reminders: boolean().notNull(),
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

export const operation = pgTable('operation', {
  id: uuid().primaryKey(),
  hash: text().notNull(),
  kind: text().notNull(),
  userId: text('user_id').notNull(),
  at: instant().notNull(),
  receivedAt: instant('received_at').notNull(),
  status: text({ enum: ['applied', 'refused'] }).notNull(),
  code: text(),
  place: text(),
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

export const change = pgTable('change', {
  seq: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  entity: text({
    enum: ['call', 'referral', 'diary', 'booking', 'walk-in', 'presence', 'reference'],
  }).notNull(),
  entityId: text('entity_id').notNull(),
  territoryId: uuid('territory_id'),
  adviserId: text('adviser_id'),
  venueId: text('venue_id'),
  at: instant().notNull(),
});
