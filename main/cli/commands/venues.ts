import { venueExport } from './venue-export.ts';
import { venueImport } from './venue-import.ts';
import { venueSearch } from './venue-search.ts';

export const commands = [venueImport, venueExport, venueSearch] as const;
