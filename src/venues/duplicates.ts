import { foldText } from '#src/kernel';
import type { Venue } from './venue.ts';

/**
 * Says of each venue, in turn, whether an earlier one is the same place: the same name or the same
 * address, at the same postcode (VE-13).
 */
export function duplicateFinder(): (venue: Venue) => boolean {
  const seen = new Set<string>();
  return ({ name, address, postcode }) => {
    const keys = [`name ${postcode} ${foldText(name)}`, `address ${postcode} ${foldText(address)}`];
    const again = keys.some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    return again;
  };
}
