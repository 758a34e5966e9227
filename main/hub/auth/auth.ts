import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { roles } from '#src/access';
import type { HubConfig } from '../config.ts';
import type { Database } from '../storage/database.ts';
import * as schema from '../storage/schema.ts';

const hour = 60 * 60;
/** A working day; each use within it begins it again. */
const sessionSeconds = 12 * hour;

/** The header by which the hub tells better-auth who calls: see `clientAddress` in http/guards.ts. */
export const addressHeader = 'x-aiguillage-address';

/** Sign-in: e-mail and password, sessions in the database. Accounts are made by an administrator only. */
export function createAuth(database: Database, config: HubConfig) {
  return betterAuth({
    baseURL: config.publicUrl,
    basePath: '/api/auth',
    secret: config.secret,
    trustedOrigins: [config.publicUrl],
    database: drizzleAdapter(database.db, { provider: 'pg', schema }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
    },
    user: {
      additionalFields: {
        role: { type: [...roles], required: true, input: false },
        venueId: { type: 'string', required: false, input: false },
      },
    },
    session: { expiresIn: sessionSeconds, updateAge: hour / 4 },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 300,
      customRules: { '/sign-in/email': { window: 60, max: 10 } },
    },
    advanced: {
      // A browser gives a host's cookies to all its ports: a demonstration beside it would end the real session.
      cookiePrefix: `aiguillage${new URL(config.publicUrl).port}`,
      useSecureCookies: config.publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict', path: '/' },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    telemetry: { enabled: false },
    // better-auth's own log would name accounts.
    logger: { disabled: true },
  });
}

export type Auth = ReturnType<typeof createAuth>;
