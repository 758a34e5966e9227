import { z } from 'zod';
import { roles } from '#src/access';
import { outcomes } from '#src/calls';
import { levels } from '#src/distance';
import { lineKinds } from '#src/routing';
import { fates } from '#src/statistics';
import { day, id, instant, phoneNumber, sha256, shortText } from './values.ts';

/** What a failed request says. `correlationId` finds it in the hub's log. */
export const apiError = z.strictObject({
  code: z.enum([
    'not-found',
    'not-signed-in',
    'forbidden',
    'invalid-request',
    'wrong-token',
    'already-set-up',
    'already-importing',
    'draft-changed',
    'wrong-origin',
    'too-large',
    'too-many-requests',
    /** The network that carries calls did not give what was asked of it. */
    'carrier-failed',
    'internal',
  ]),
  where: z.string().optional(),
  correlationId: z.string().optional(),
});
export type ApiError = z.infer<typeof apiError>;

/** What an installation is: a real one keeps people's data, a demonstration invents its own. */
export const installationKinds = ['real', 'demonstration'] as const;

/** A line on which the account may work, with who pays for it and where. */
export const lineView = z.strictObject({
  id,
  name: z.string(),
  number: phoneNumber.nullable(),
  kind: z.enum(lineKinds),
  sponsorId: id,
  sponsorName: z.string(),
  territoryId: id,
  territoryName: z.string(),
  scriptId: z.string(),
  /** Whether who pays for it lets conversations be recorded. */
  isRecorded: z.boolean().default(false),
});
export type LineView = z.infer<typeof lineView>;

/** A territory of the account. `departements`: their INSEE codes. */
export const territoryView = z.strictObject({
  id,
  name: z.string(),
  departements: z.array(z.string()),
});
export type TerritoryView = z.infer<typeof territoryView>;

/** POST /api/auth/sign-in/email. The answer is empty and sets the session's cookie. */
export const signInRequest = z.strictObject({
  email: z.email().max(200),
  password: z.string().min(1).max(128),
});
export type SignInRequest = z.infer<typeof signInRequest>;

/** GET /api/session */
export const sessionView = z.strictObject({
  installation: z.strictObject({
    id,
    kind: z.enum(installationKinds),
    name: z.string(),
  }),
  account: z.strictObject({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: z.enum(roles),
    venueId: z.string().nullable(),
  }),
  territories: z.array(territoryView),
  lines: z.array(lineView),
  /** Whether a server for the way by road is configured: without one, POST /api/travel is not found. */
  roadTimes: z.boolean().default(false),
  /** Whether drafts are made on RDV Service Public: without it, POST /api/rdv-plans is not found. */
  rdvServicePublic: z.boolean().default(false),
  now: instant,
});
export type SessionView = z.infer<typeof sessionView>;

/** GET /api/setup: what a first visitor may know. */
export const setupView = z.strictObject({
  state: z.enum(['needs-administrator', 'ready']),
  kind: z.enum(installationKinds),
  /** Whether this shell can open a demonstration beside the installation. */
  canOpenDemonstration: z.boolean(),
  /** What the desk's page may reach beside its hub, to carry calls: sources of its content policy. */
  voiceOrigins: z.array(z.string()).default([]),
  /** A demonstration's accounts, one a role, with their password; `null` on a real installation. */
  accounts: z
    .array(
      z.strictObject({
        role: z.enum(roles),
        name: z.string(),
        email: z.string(),
        password: z.string(),
      }),
    )
    .nullable(),
});
export type SetupView = z.infer<typeof setupView>;

/** POST /api/setup/administrator: the first account, with the installation's first territory and line. */
export const setupRequest = z.strictObject({
  token: z.string().min(1).max(200),
  name: shortText,
  email: z.email().max(200),
  password: z.string().min(12).max(128),
  organisation: shortText,
  territory: z.strictObject({
    name: shortText,
    departements: z
      .array(z.string().regex(/^(\d{2}|2[AB]|9[78]\d)$/))
      .min(1)
      .max(110),
  }),
  line: z.strictObject({ name: shortText, number: phoneNumber.nullable() }),
});
export type SetupRequest = z.infer<typeof setupRequest>;

/** POST /api/setup/demonstration */
export const demonstrationView = z.strictObject({ address: z.url() });

/** An account as an administrator sees it. */
export const accountView = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  territoryIds: z.array(id),
  venueId: z.string().nullable(),
  /** What somebody who takes calls knows, and the languages that they speak with callers; empty for the other roles. */
  skills: z.array(z.string()),
  languages: z.array(z.string()),
});
export type AccountView = z.infer<typeof accountView>;
/** GET /api/accounts */
export const accountList = z.strictObject({ accounts: z.array(accountView) });
/** POST /api/accounts */
export const accountRequest = z.strictObject({
  name: shortText,
  email: z.email().max(200),
  password: z.string().min(12).max(128),
  role: z.enum(roles),
  territoryIds: z.array(id).max(200),
  venueId: z.string().min(1).max(200).nullable(),
});
export type AccountRequest = z.infer<typeof accountRequest>;

/** GET /api/changes?after */
export const changesQuery = z.strictObject({
  after: z.coerce.number().int().nonnegative().default(0),
});

/** GET /api/statistics?from&to&territory: `to` is the last day counted, on the clock of Paris. */
export const statisticsQuery = z.strictObject({
  from: day,
  to: day,
  territory: id.optional(),
});
/** GET /api/visits/coop.csv?month and /api/visits/coop.xlsx: a month on the venue's clock, `YYYY-MM`. */
export const visitsQuery = z.strictObject({
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
});

const count = z.int().nonnegative();
/** What it answers: the figures, as docs/spec/statistics.md defines them. */
export const statisticsView = z.strictObject({
  from: day,
  to: day,
  demonstration: z.boolean(),
  computedAt: instant,
  /** calls = withoutRequest + requests; requests = the sum of byOutcome. */
  calls: count,
  withoutRequest: count,
  requests: count,
  byOutcome: z.record(z.enum(outcomes), count),
  /** Requests for which a referral went to a venue; `booked` of them have an appointment. */
  referrals: count,
  booked: count,
  /** What became of the referrals. They sum to `referrals`. */
  byFate: z.record(z.enum(fates), count),
  /** People who came to a venue there without having been sent (BO-84). */
  walkIns: count,
  /** Requests by level; `none` where it was not measured. They sum to `requests`. */
  byLevel: z.record(z.enum([...levels, 'none']), count),
  /** Requests by service of the standard, `null` where none was named. They sum to `requests`. */
  byService: z.array(z.strictObject({ service: z.string().nullable(), requests: count })),
  /** People measured twice or more, by how they went; `null`: too few people to be told (ST-8). */
  progress: z
    .strictObject({
      people: count,
      nearer: count.nullable(),
      same: count.nullable(),
      farther: count.nullable(),
    })
    .nullable(),
});
export type StatisticsView = z.infer<typeof statisticsView>;

/** GET /api/scripts/:id and /api/scripts/by-hash/:hash: a script with all that a run of it needs. */
export const scriptBundle = z.strictObject({
  hash: sha256,
  /** For parseScript. */
  document: z.unknown(),
  /** Each for parseDistanceModel. */
  models: z.array(z.unknown()),
  cards: z.array(z.unknown()),
});

/** GET /api/training/personas: each for parsePersona. */
export const trainingPersonas = z.strictObject({ personas: z.array(z.unknown()) });
