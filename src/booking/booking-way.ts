import { Temporal } from 'temporal-polyfill';

/**
 * How an appointment is had at a venue:
 * - `diary`: a slot of its diary, kept here
 * - `rdv-service-public`: on RDV Service Public, the State's own booking site
 * - `own-page`: on another booking page of the venue's
 * - `request`: a time is asked for, and the venue confirms it
 */
export const bookingWays = ['diary', 'rdv-service-public', 'own-page', 'request'] as const;
export type BookingWay = (typeof bookingWays)[number];

/** Where somebody else keeps the appointment. */
export const waysElsewhere = ['rdv-service-public', 'own-page'] as const;
export type WayElsewhere = (typeof waysElsewhere)[number];

/** RDV Service Public and the names that it had: "RDV Solidarités", "RDV Aide Numérique". */
const rdvServicePublicHosts = ['rdv.anct.gouv.fr', 'rdv-solidarites.fr', 'rdv-aide-numerique.fr'];

/** BO-60: how an appointment is had there, told before anything is promised. A diary here goes before every page elsewhere. */
export function bookingWayOf(
  venue: { readonly bookingUrl: string | null },
  hasDiary: boolean,
): BookingWay {
  if (hasDiary) return 'diary';
  const host = hostOf(venue.bookingUrl ?? '');
  if (host === null) return 'request';
  const isTheirs = rdvServicePublicHosts.some((own) => host === own || host.endsWith(`.${own}`));
  return isTheirs ? 'rdv-service-public' : 'own-page';
}

/** The host of a web address; `null` where it is none, or names an account. */
function hostOf(address: string): string | null {
  const [, host] = /^https?:\/\/([a-z0-9.-]+)(?::\d+)?(?:[/?#]|$)/i.exec(address) ?? [];
  return host?.toLowerCase() ?? null;
}

/** How long an appointment kept elsewhere is taken to last: its page tells its begin alone. */
const minutesElsewhere = 60;

/** BO-62: the time of an appointment kept elsewhere, after whose end news of it is awaited. Instants are ISO 8601 in UTC. */
export function periodElsewhere(start: string): { readonly start: string; readonly end: string } {
  const begin = Temporal.Instant.from(start);
  return { start: begin.toString(), end: begin.add({ minutes: minutesElsewhere }).toString() };
}
