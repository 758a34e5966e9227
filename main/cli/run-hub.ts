import { err, ok, type Result } from '#src/kernel';
import { type HubConfig, shippedData } from '../hub/config.ts';
import { seedDemonstration } from '../hub/demonstration.ts';
import { createHub } from '../hub/hub.ts';
import { importShippedVenues } from '../hub/imports/import-venues.ts';
import type { Ports } from '../hub/ports.ts';
import { serveHub } from '../hub/serve.ts';
import { type Database, type DatabasePlace, openDatabase } from '../hub/storage/database.ts';
import { migrate } from '../hub/storage/migrate.ts';
import { currentVenueSet, removeStoppedImports } from '../hub/storage/venue-store.ts';
import { readSipNetwork } from '../hub/telephony/sip/config.ts';
import { readTwilioVoice } from '../hub/telephony/twilio/config.ts';
import { describeFailure } from './commands/venue-failure.ts';
import { describeMigrationFailure } from './migration-failure.ts';
import { readSendingAccounts } from './sending-accounts.ts';

export type RunningHub = {
  readonly address: string;
  /** Creates the first administrator; `null` where there is one. */
  readonly token: string | null;
  readonly close: () => Promise<void>;
};

type Wanted = {
  readonly database: DatabasePlace;
  readonly host: string;
  readonly port: number;
  readonly config: Omit<HubConfig, 'data'>;
  readonly ports: Ports;
  readonly isDemonstration: boolean;
  readonly onProgress: (done: number, total: number) => void;
};

/** Opens a database, brings it up to date, and serves the hub on it. The error is a sentence for the operator. */
export async function runHub(wanted: Wanted): Promise<Result<RunningHub, string>> {
  const database = await openDatabase(wanted.database);
  const served = await serveOn(database, wanted).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  if (!served.ok) await database.close();
  return served;
}

async function serveOn(database: Database, wanted: Wanted): Promise<Result<RunningHub, string>> {
  const { ports } = wanted;
  const migrated = await migrate(database);
  if (!migrated.ok) return err(describeMigrationFailure(migrated.error));
  if ('folder' in wanted.database) await removeStoppedImports(database.db);
  if ((await currentVenueSet(database.db)) === null) {
    const imported = await importShippedVenues(database, ports, shippedData, wanted.onProgress);
    if (!imported.ok) return err(describeFailure(imported.error));
  }
  if (wanted.isDemonstration) await seedDemonstration(database, ports);
  const fetchesLoopback = process.env['AIGUILLAGE_FETCH_LOOPBACK'] === '1';
  const sending = readSendingAccounts(process.env);
  if (!sending.ok) return err(sending.error);
  const voice = readTwilioVoice(process.env);
  if (!voice.ok) return err(voice.error);
  const sip = readSipNetwork(process.env);
  if (!sip.ok) return err(sip.error);
  // What a demonstration invents reaches nobody.
  const accounts = wanted.isDemonstration ? {} : sending.value;
  const twilioVoice = wanted.isDemonstration ? null : voice.value;
  const network = wanted.isDemonstration ? null : sip.value;
  const config = {
    ...wanted.config,
    data: shippedData,
    fetchesLoopback,
    sending: accounts,
    ...(twilioVoice === null ? {} : { twilioVoice }),
    ...(network === null ? {} : { sip: network }),
  };
  const hub = await createHub({ database, ports, config });
  const served = await serveHub(hub, wanted);
  if (!served.ok) {
    await hub.close();
    return err(`Le port ${wanted.port} est pris par un autre programme.`);
  }
  return ok({
    address: served.value.address,
    token: hub.setupToken,
    close: async () => {
      await served.value.close();
      await hub.close();
      await database.close();
    },
  });
}
