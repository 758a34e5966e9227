import type { HubConfig } from '../config.ts';
import { openCarriers } from '../notifications/accounts.ts';
import type { Journal } from '../operations/journal.ts';
import type { Ports } from '../ports.ts';
import type { RdvParts } from '../rdv-service-public/draft.ts';
import type { Database } from '../storage/database.ts';
import { type Jobs, startJobs } from './jobs.ts';

type Parts = {
  readonly database: Database;
  readonly journal: Journal;
  readonly ports: Ports;
  readonly rdv: RdvParts | null;
  readonly config: Pick<HubConfig, 'sending' | 'publicUrl'>;
};

const none: Jobs = { close: async () => undefined };

/** The hub's own work, where its configuration says how messages leave. */
export function openJobs({ database, journal, ports, rdv, config }: Parts): Jobs {
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
    mailFrom: sending.mail?.from ?? '',
  });
  return {
    close: async () => {
      await jobs.close();
      for (const carrier of Object.values(carriers)) carrier.close();
    },
  };
}
