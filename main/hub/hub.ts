import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDistanceModel } from '#src/distance';
import { linkScript, parseScript, parseSolutionCard } from '#src/script';
import { createAuth } from './auth/auth.ts';
import { openInstallation, renewSetupToken } from './auth/installation.ts';
import type { HubConfig } from './config.ts';
import { createApp } from './http/app.ts';
import { readShippedFiles } from './imports/shipped-files.ts';
import { createVenueImports } from './imports/venue-imports.ts';
import { openJobs } from './jobs/open-jobs.ts';
import { createHandlers } from './operations/handlers.ts';
import { openJournal } from './operations/journal.ts';
import { keepShippedScripts } from './operations/shipped-scripts.ts';
import { loadViews } from './operations/views.ts';
import type { Ports } from './ports.ts';
import { applyLineEvent } from './queue/apply-line-event.ts';
import { openRdv } from './rdv-service-public/open-rdv.ts';
import type { Services, Shipped } from './services.ts';
import type { Database } from './storage/database.ts';
import { venuePayloads } from './storage/venue-payload.ts';
import { accountCarriers } from './telephony/carriers.ts';
import { openLines } from './telephony/open-lines.ts';
import { readPersonas } from './telephony/personas.ts';
import { systemTimers } from './telephony/timers.ts';
import { openTwilio } from './telephony/twilio/open-twilio.ts';
import { twilioRecordings } from './telephony/twilio/recordings.ts';
import { osrm } from './travel/osrm.ts';
import { remembered } from './travel/remembered.ts';

export type Hub = {
  /** Answers a request; `address` is who calls, as the network says. */
  readonly fetch: (request: Request, address?: string) => Promise<Response>;
  /** What the first administrator types, to be shown to the operator only; `null` once there is one. */
  readonly setupToken: string | null;
  readonly close: () => Promise<void>;
};

/** About two megabytes. */
const keptWays = 10_000;

export type HubParts = {
  /** Migrated. Closing the hub leaves it open. */
  readonly database: Database;
  readonly config: HubConfig;
  readonly ports: Ports;
};

/** The hub. `replaced` is for tests of one part. */
export async function createHub(
  { database, config, ports }: HubParts,
  replaced: Partial<Services> = {},
): Promise<Hub> {
  await openInstallation(database, ports);
  const setupToken = await renewSetupToken(database);
  const shipped = await readShipped(config.data);
  const scripts = (await readShippedFiles(config.data, 'scripts', parseScript)).map(
    ({ value }) => value,
  );
  const { personas } = shipped;
  const models = shipped.models.map(({ value }) => value);
  const journal = await openJournal(database);
  await keepShippedScripts(
    { journal, ports },
    scripts.map((script) => linkScript(script, scripts)),
  );
  const { publicUrl, twilioVoice } = config;
  const carriers = accountCarriers(database, ports, config);
  const lines = await openLines({ database, journal, ports, personas, carriers });
  const { queue } = lines;
  const timers = systemTimers;
  const twilio = openTwilio({ database, ports, queue, publicUrl, timers }, twilioVoice);
  const recordings = twilioVoice === undefined ? null : twilioRecordings(twilioVoice);
  const imports = createVenueImports({
    database,
    journal,
    ports,
    data: config.data,
    policy: { allowsLoopback: config.fetchesLoopback === true },
    timers,
  });
  const rdvServicePublic = openRdv({ journal, ports, publicUrl }, config.rdvServicePublic);
  const app = createApp({
    database,
    config,
    ports,
    journal,
    shipped,
    loadViews,
    auth: createAuth(database, config),
    queue,
    handlers: createHandlers({ queue, personas, models, isRdvOn: rdvServicePublic !== null }),
    venues: venuePayloads(database),
    imports,
    rdvServicePublic,
    twilio,
    recordings,
    roadTimes: config.roadTimes === undefined ? null : remembered(osrm(config.roadTimes), keptWays),
    ...replaced,
  });
  const jobs = openJobs({
    database,
    journal,
    ports,
    config,
    rdv: rdvServicePublic,
    recordings:
      recordings === null
        ? null
        : {
            database,
            journal,
            ports,
            carried: recordings,
            tell: (event) => applyLineEvent(queue, event),
          },
  });
  return {
    fetch: async (request, address) => app.fetch(request, address === undefined ? {} : { address }),
    setupToken,
    close: async () => {
      await jobs.close();
      await imports.close();
      await twilio?.close();
      await lines.close();
      await journal.close();
    },
  };
}

async function readShipped(data: string): Promise<Shipped> {
  const outlines = await readdir(join(data, 'geography', 'contours'));
  return {
    models: await readShippedFiles(data, 'models', parseDistanceModel),
    cards: await readShippedFiles(data, 'solution-cards', parseSolutionCard),
    personas: await readPersonas(data),
    outlined: new Set(outlines.map((name) => name.replace('.topo.json.gz', ''))),
  };
}
