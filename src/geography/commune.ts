import type { Position } from './position.ts';

/** A commune of France, a municipal arrondissement, or a commune overseas. */
export type Commune = {
  /** INSEE code (code officiel géographique). */
  readonly code: string;
  readonly name: string;
  readonly postcodes: readonly string[];
  /** INSEE code of its département or overseas collectivity. */
  readonly departement: string;
  readonly population: number;
  /** The middle of its contour; `null` where no source gives one. */
  readonly position: Position | null;
  /** Kilometres from its middle to the farthest point of its contour; 0 where the contour is unknown. */
  readonly extentKm: number;
  /** Names of communes that it absorbed, and its own of before. */
  readonly formerNames: readonly string[];
};

/** A commune that was found; `formerName`: the old name by which it was, `null` if by its own. */
export type CommuneMatch = Commune & { readonly formerName: string | null };
