import type { DistanceModel } from '#src/distance';
import type { SolutionCard } from '#src/script';
import type { Persona } from '#src/training';
import type { Auth } from './auth/auth.ts';
import type { HubConfig } from './config.ts';
import type { ShippedFile } from './imports/shipped-files.ts';
import type { VenueImports } from './imports/venue-imports.ts';
import type { Handlers, LoadViews } from './operations/handler.ts';
import type { Journal } from './operations/journal.ts';
import type { Ports } from './ports.ts';
import type { Queue } from './queue/queue.ts';
import type { OpenRdv } from './rdv-service-public/open-rdv.ts';
import type { Database } from './storage/database.ts';
import type { VenuePayload } from './storage/venue-payload.ts';
import type { TwilioWebhooks } from './telephony/twilio/open-twilio.ts';
import type { CarriedRecordings } from './telephony/twilio/recordings.port.ts';
import type { RoadTimes } from './travel/travel.port.ts';

/** What ships with the program and desks read. */
export type Shipped = {
  readonly models: readonly ShippedFile<DistanceModel>[];
  readonly cards: readonly ShippedFile<SolutionCard>[];
  readonly personas: ReadonlyMap<string, Persona>;
  /** Departements whose outlines ship. */
  readonly outlined: ReadonlySet<string>;
};

/** What the routes work with: made once, when the hub starts. */
export type Services = {
  readonly database: Database;
  readonly auth: Auth;
  readonly journal: Journal;
  readonly queue: Queue;
  readonly handlers: Handlers;
  readonly loadViews: LoadViews;
  readonly venues: { readonly read: () => Promise<VenuePayload | null> };
  readonly imports: VenueImports;
  /** `null` where no server is configured. */
  readonly roadTimes: RoadTimes | null;
  /** `null` where it is not switched on. */
  readonly rdvServicePublic: OpenRdv | null;
  /** `null` where the operator has no account for calls. */
  readonly twilio: TwilioWebhooks | null;
  /** What its carrier keeps of voices; `null` as `twilio`. */
  readonly recordings: CarriedRecordings | null;
  readonly shipped: Shipped;
  readonly config: HubConfig;
  readonly ports: Ports;
};
