import type { Auth } from './auth/auth.ts';
import type { HubConfig } from './config.ts';
import type { Handlers, LoadViews } from './operations/handler.ts';
import type { Journal } from './operations/journal.ts';
import type { Ports } from './ports.ts';
import type { Database } from './storage/database.ts';

/** What the routes work with: made once by createHub. */
export type Services = {
  readonly database: Database;
  readonly auth: Auth;
  readonly journal: Journal;
  readonly handlers: Handlers;
  readonly loadViews: LoadViews;
  readonly config: HubConfig;
  readonly ports: Ports;
};
