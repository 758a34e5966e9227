import { planTilesOrigin } from '#src/contract';

/**
 * What the desk's page may load, whichever shell serves it, as the header's text: what comes from its own origin, the squares
 * of the plan where an administrator allows them, and the networks that carry its calls.
 */
export function contentPolicy(allowed: {
  readonly isPlanAllowed: boolean;
  readonly voice: readonly string[];
}): string {
  return [
    "default-src 'self'",
    `img-src 'self' data: blob:${allowed.isPlanAllowed ? ` ${planTilesOrigin}` : ''}`,
    // React Aria writes a style element, Leaflet style attributes.
    "style-src 'self' 'unsafe-inline'",
    ["connect-src 'self'", ...allowed.voice].join(' '),
    // The desk makes its own sounds.
    "media-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
