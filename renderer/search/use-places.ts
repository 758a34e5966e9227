import type { SettingsView } from '#src/contract';
import type { Commune, CommuneMatch } from '#src/geography';
import type { Venue } from '#src/venues';
import { useSearchClient, useSearchSets } from './search-provider.tsx';
import { type Asked, currentValue, useAnswer } from './use-answer.ts';

/** A venue of the current set; `null` while it is looked for, or where the set no longer has it. */
export function useVenue(id: string | null): Venue | null {
  return currentValue(useAnswer('venue', id));
}

/** Venues with these words in their name or their commune's. */
export function useVenuesNamed(text: string, limit: number): readonly Venue[] {
  const asked = useAnswer('venuesNamed', { text, limit });
  return asked.state === 'ready' ? asked.value : [];
}

/** A commune by its code; `null` while it is looked for, or where there is none. */
export function useCommune(code: string | null): Commune | null {
  return currentValue(useAnswer('communes', code === null ? null : [code]))?.[0] ?? null;
}

/** The name of a commune; `null` while it is not known. */
export function useCommuneName(code: string | null): string | null {
  return useCommune(code)?.name ?? null;
}

/** Communes by their codes; none until they are known. */
export function useCommunes(codes: readonly string[]): readonly Commune[] {
  return currentValue(useAnswer('communes', codes)) ?? none;
}

const none: readonly Commune[] = [];

/** Communes that what is typed may mean, the likeliest first. */
export function useCommuneSearch(text: string, limit: number): Asked<readonly CommuneMatch[]> {
  return useAnswer('communesNamed', { text, limit });
}

/** What an administrator decided for the installation; what ships, until that is known. */
export function useSettings(): SettingsView {
  useSearchSets(settingsOnly);
  return useSearchClient().state.status.settings;
}

const settingsOnly = ['settings'] as const;
