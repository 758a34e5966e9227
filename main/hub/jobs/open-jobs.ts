import type { HubConfig } from '../config.ts';
import { openCarriers } from '../notifications/accounts.ts';
import type { Journal } from '../operations/journal.ts';
import type { Ports } from '../ports.ts';
import type { RdvParts } from '../rdv-service-public/draft.ts';
import type { Database } from '../storage/database.ts';
import { type Jobs, startJobs } from './jobs.ts';
import type { RecordingParts } from './recordings.ts';

type Parts = {
  readonly database: Database;
  readonly journal: Journal;
  readonly ports: Ports;
  readonly rdv: RdvParts | null;
  readonly recordings: RecordingParts | null;
  readonly config: Pick<HubConfig, 'sending' | 'publicUrl'>;
};

const none: Jobs = { close: async () => undefined };

/** The hub's own work, where its configuration says how messages leave. */
export function openJobs(parts: Parts): Jobs {
  const { database, journal, ports, rdv, recordings, config } = parts;
  const { sending, publicUrl } = config;
  if (sending === undefined) return none;
  const carriers = openCarriers(sending);
  const jobs = startJobs({
    database,
    journal,
    ports,
    carriers,
    publicUrl,
    rdv,
    recordings,
    mailFrom: sending.mail?.from ?? '',
  });
  return {
    close: async () => {
      await jobs.close();
      for (const carrier of Object.values(carriers)) carrier.close();
    },
  };
}
