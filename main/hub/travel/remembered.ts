import type { Way } from '#src/contract';
import type { Position } from '#src/geography';
import { ok, present } from '#src/kernel';
import type { RoadTimes } from './travel.port.ts';

/** Remembers the last `limit` ways, so that the same search asks its server once; failures are not remembered. */
export function remembered(roadTimes: RoadTimes, limit: number): RoadTimes {
  // The oldest first: a way that is used again moves to the end.
  const ways = new Map<string, Way | null>();
  const remember = (key: string, way: Way | null) => {
    ways.delete(key);
    ways.set(key, way);
    const [oldest] = ways.keys();
    if (ways.size > limit && oldest !== undefined) ways.delete(oldest);
  };
  return async (from, to) => {
    const known = new Map<string, Way | null>();
    const unknown = new Map<string, Position>();
    for (const place of to) {
      const key = keyOf(from, place);
      const way = ways.get(key);
      if (way === undefined) unknown.set(key, place);
      else known.set(key, way);
    }
    if (unknown.size > 0) {
      const asked = await roadTimes(from, [...unknown.values()]);
      if (!asked.ok) return asked;
      for (const [index, key] of [...unknown.keys()].entries()) {
        known.set(key, asked.value[index] ?? null);
      }
    }
    for (const [key, way] of known) remember(key, way);
    return ok(
      to.map((place) => {
        const way = known.get(keyOf(from, place));
        return way === null ? null : present(way, 'every place was known, or asked');
      }),
    );
  };
}

function keyOf(from: Position, to: Position): string {
  return [from.latitude, from.longitude, to.latitude, to.longitude].join(' ');
}
