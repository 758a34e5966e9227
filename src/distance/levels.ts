/**
 * Digital distance, from autonomous to far from any use (research: repère téléphonique d'éloignement).
 *
 * - `E0` autonome: does it alone
 * - `E1` fragile: autonomous with help at hand
 * - `E2` éloigné: uses the Internet, most things not alone
 * - `E3` très éloigné: no use in the last three months
 */
export const levels = ['E0', 'E1', 'E2', 'E3'] as const;
export type Level = (typeof levels)[number];

/** How somebody went from one level to another. */
export type Movement = 'nearer' | 'same' | 'farther';

/** DI-20: nearer to digital life is towards E0. */
export function movement(from: Level, to: Level): Movement {
  const moved = levels.indexOf(to) - levels.indexOf(from);
  if (moved === 0) return 'same';
  return moved < 0 ? 'nearer' : 'farther';
}
