import { deskZone } from '../search/desk-filters.ts';
import { useSettings } from '../search/use-places.ts';
import { useNow } from '../ui/timer.tsx';
import type { HoursView } from './hours-words.ts';

/** How this desk reads hours, anew every half minute. */
export function useHoursView(): HoursView {
  const now = useNow(30);
  const { disputedHolidays } = useSettings();
  return { now, deskZone: deskZone(), disputed: disputedHolidays };
}
