import type { SettingsView } from '#src/contract';
import type { SearchStatus } from './protocol.ts';

/** What holds until an administrator decides otherwise. */
export const shippedSettings: SettingsView = {
  disputedHolidays: 'to-check',
  rankingWeights: null,
  planTiles: false,
  venueReminders: { afterDays: [2, 5], thenDays: 2 },
  reminders: true,
};

/** Nothing is there yet, and nothing was asked for. */
export const firstStatus: SearchStatus = {
  sets: {
    communes: { state: 'unasked' },
    venues: { state: 'unasked' },
    settings: { state: 'unasked' },
    load: { state: 'unasked' },
  },
  settings: shippedSettings,
  revisions: { communes: 0, venues: 0, settings: 0, load: 0, slots: 0 },
};
