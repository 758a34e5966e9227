import type { SettingsView } from '#src/contract';
import { type RankingWeights, shippedWeights } from '#src/venues';
import { sameReminders } from './venue-reminders.ts';

/** The settings as they are being changed: the weights are always spelt out. */
export type SettingsDraft = Omit<SettingsView, 'rankingWeights'> & {
  readonly weights: RankingWeights;
};

export type WeightName = keyof RankingWeights;

/** The weights in the order in which they are shown, the heaviest matter first. */
export const weightNames = [
  'wishNotMetKm',
  'wishUnknownKm',
  'noFreeSlotKm',
  'hoursUnknownKm',
  'staleRecordKm',
  'referralKm',
] as const satisfies readonly WeightName[];

export function draftOf({ rankingWeights, ...settings }: SettingsView): SettingsDraft {
  return { ...settings, weights: rankingWeights ?? shippedWeights };
}

/** What is sent: weights that are the shipped ones follow those of later versions. */
export function settingsOf({ weights, ...settings }: SettingsDraft): SettingsView {
  return { ...settings, rankingWeights: sameWeights(weights, shippedWeights) ? null : weights };
}

export function sameWeights(a: RankingWeights, b: RankingWeights): boolean {
  return weightNames.every((name) => a[name] === b[name]);
}

export function sameDraft(a: SettingsDraft, b: SettingsDraft): boolean {
  return (
    a.disputedHolidays === b.disputedHolidays &&
    a.planTiles === b.planTiles &&
    sameReminders(a.venueReminders, b.venueReminders) &&
    a.reminders === b.reminders &&
    sameWeights(a.weights, b.weights)
  );
}
