import { beforeAll } from 'vitest';
import type { Gazetteer } from '#src/geography';
import { present } from '#src/kernel';
import { shippedData } from '../../main/hub/config.ts';
import { readGazetteer } from '../../main/hub/imports/shipped.ts';

/** The communes that ship, for the tests around: call it in their `describe`. */
export function shippedGazetteer(): () => Gazetteer {
  const read: Gazetteer[] = [];
  beforeAll(async () => {
    read.push(await readGazetteer(shippedData));
  });
  return () => present(read[0], 'it is read before the first test');
}
