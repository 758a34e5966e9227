import pino, { type Logger } from 'pino';
import { v7 } from 'uuid';

/** What the hub takes from outside, so that a test decides it. */
export type Ports = {
  /** Now, ISO 8601 in UTC. */
  readonly clock: () => string;
  /** A new UUIDv7. */
  readonly newId: () => string;
  /** Never personal data: no body, no query, no parameter of a statement. */
  readonly log: Logger;
};

export function systemPorts(log: Logger = pino({ base: null })): Ports {
  return { clock: () => new Date().toISOString(), newId: v7, log };
}
