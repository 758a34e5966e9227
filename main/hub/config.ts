import { randomBytes } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SendingAccounts } from './notifications/accounts.ts';
import type { RdvSettings } from './rdv-service-public/settings.ts';
import type { SipNetwork } from './telephony/sip/config.ts';
import type { TwilioVoice } from './telephony/twilio/config.ts';

export type HubConfig = {
  /** Where desks reach the hub, as an origin: `https://aide.example.org`. Cookies are `Secure` when it is https. */
  readonly publicUrl: string;
  /** Signs the session cookies. The same for every hub of one database. */
  readonly secret: string;
  /** Folder of the built desk; `null` where the shell serves it itself. */
  readonly desk: string | null;
  /** Folder of the data that ships with the program. */
  readonly data: string;
  /** Reverse proxies, by address, whose `X-Forwarded-For` is believed. */
  readonly trustedProxies?: readonly string[];
  /** Opens a demonstration beside this installation: its address, or `null`. Absent where the shell cannot. */
  readonly openDemonstration?: () => Promise<string | null>;
  /** Whether venues may be fetched from this machine, and without https: for tests. */
  readonly fetchesLoopback?: boolean;
  /** A server of the operator's own that knows the roads (OSRM). Absent: distances are great-circle alone. */
  readonly roadTimes?: string;
  /** The operator's account at RDV Service Public. Absent: no drafts are made there. */
  readonly rdvServicePublic?: RdvSettings;
  /** The operator's accounts for messages; absent: nothing is sent, nor shown as due. */
  readonly sending?: SendingAccounts;
  /** The operator's account for calls. Absent: no line of Twilio's is carried. */
  readonly twilioVoice?: TwilioVoice;
  /** The operator's own telephone network. Absent: no line of it is carried. */
  readonly sip?: SipNetwork;
  /** Delays of the event stream. */
  readonly events?: EventDelays;
};

export type EventDelays = { readonly heartbeatMs: number; readonly lifetimeMs: number };

/** The program's own `data` folder. */
export const shippedData = fileURLToPath(new URL('../../data/', import.meta.url));

const secretBytes = 32;

/**
 * The secret that signs cookies: `given` (of the environment), else the one kept in the data folder, made at the first
 * start and readable by its owner only.
 */
export async function readSecret(folder: string, given: string | undefined): Promise<string> {
  if (given !== undefined && given.length >= 32) return given;
  const path = join(folder, 'secret');
  const kept = await readFile(path, 'utf8').catch(() => '');
  // A machine that stopped in the middle of writing leaves a file that anybody can guess.
  if (kept.length === 2 * secretBytes) return kept;
  const secret = randomBytes(secretBytes).toString('hex');
  await rm(path, { force: true });
  await writeFile(path, secret, { flag: 'wx', mode: 0o600 });
  return secret;
}
