import { Temporal } from 'temporal-polyfill';
import { useSettings } from '../search/use-places.ts';
import { useNow } from '../ui/timer.tsx';
import type { HoursView } from './hours-words.ts';

/** How this desk reads hours, anew every half minute. */
export function useHoursView(): HoursView {
  const now = useNow(30);
  const { disputedHolidays } = useSettings();
  return { now, deskZone: Temporal.Now.timeZoneId(), disputed: disputedHolidays };
}
