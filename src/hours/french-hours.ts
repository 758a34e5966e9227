import { readHours } from './hours.ts';

/** The OSM opening_hours that a French text says, where that is certain; else `null`. */
export function readFrenchHours(text: string): string | null {
  return readHours(text).trusted ? text.trim() : null;
}
