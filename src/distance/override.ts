import type { Level } from './levels.ts';

/** Why an adviser says another level than the answers give. */
export const overrideReasons = [
  /** The person said less than she does. */
  'says-less',
  'says-more',
  'answered-for-another',
  'not-understood',
  /** Said in a few words. */
  'other',
] as const;
export type OverrideReason = (typeof overrideReasons)[number];

/** DI-15: the level that the adviser holds for right, beside the one that the answers gave when they said so. */
export type LevelOverride = {
  readonly measured: Level;
  readonly level: Level;
  readonly reason: OverrideReason;
  /** Of `other`: why; they name nobody. `null` for the other reasons, and once they are erased. */
  readonly words: string | null;
};

/** DI-16: the override, where it still answers to what the answers give; `null` where they now give another level. */
export function standingOverride<Override extends Pick<LevelOverride, 'measured'>>(
  measured: Level | null,
  override: Override | null,
): Override | null {
  return override?.measured === measured ? override : null;
}

/** The level that counts: the adviser's while the override stands, else the measured one. */
export function countedLevel(
  measured: Level | null,
  override: Pick<LevelOverride, 'measured' | 'level'> | null,
): Level | null {
  return standingOverride(measured, override)?.level ?? measured;
}
