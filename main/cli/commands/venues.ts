import { venueImport } from './venue-import.ts';
import { venueSearch } from './venue-search.ts';

export const commands = [venueImport, venueSearch] as const;
