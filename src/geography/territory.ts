import { distanceKm, type Position } from './position.ts';

/** Beyond the sea, by INSEE code where the territory has one. */
export const islands = [
  'corsica',
  '971',
  '972',
  '973',
  '974',
  '975',
  '976',
  '977',
  '978',
  '986',
  '987',
  '988',
] as const;

/** Land that one crosses without a ship or a plane. French Guiana is an island as far as roads to France go. */
export type Territory = 'mainland' | (typeof islands)[number];

/** Circles, in degrees and kilometres, each of which holds a territory and no place of another. */
const circles: Readonly<
  Record<Exclude<Territory, 'mainland'>, readonly [centre: Position, radiusKm: number]>
> = {
  corsica: [{ latitude: 42.15, longitude: 9.1 }, 115],
  '971': [{ latitude: 16.2, longitude: -61.4 }, 75],
  '972': [{ latitude: 14.65, longitude: -61 }, 50],
  '973': [{ latitude: 4, longitude: -53 }, 330],
  '974': [{ latitude: -21.1, longitude: 55.5 }, 60],
  '975': [{ latitude: 46.95, longitude: -56.3 }, 50],
  '976': [{ latitude: -12.8, longitude: 45.15 }, 40],
  // Thirty kilometres apart.
  '977': [{ latitude: 17.9, longitude: -62.83 }, 12],
  '978': [{ latitude: 18.08, longitude: -63.06 }, 14],
  '986': [{ latitude: -13.8, longitude: -177.2 }, 200],
  '987': [{ latitude: -18, longitude: -145 }, 2200],
  '988': [{ latitude: -21, longitude: 165.5 }, 500],
};

/**
 * The territory in which a position lies: Corsica and each territory overseas are their own; anything
 * else is taken for the mainland.
 */
export function territoryAt(position: Position): Territory {
  const found = islands.find((island) => {
    const [centre, radiusKm] = circles[island];
    return distanceKm(position, centre) <= radiusKm;
  });
  return found ?? 'mainland';
}
