import { planTilesOrigin } from '#src/contract';

/**
 * What the desk's page may load, whichever shell serves it, as the header's text: what comes from its own origin, and the
 * squares of the plan where an administrator allows them.
 */
export function contentPolicy(isPlanAllowed: boolean): string {
  return [
    "default-src 'self'",
    `img-src 'self' data: blob:${isPlanAllowed ? ` ${planTilesOrigin}` : ''}`,
    // React Aria writes a style element, Leaflet style attributes.
    "style-src 'self' 'unsafe-inline'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
