import { afterAll, beforeAll } from 'vitest';
import { present } from '#src/kernel';
import type { Database } from '../../main/hub/storage/database.ts';
import { type DeskRig, openRig } from './desk-rig.ts';

/** Desks for the tests around, on their database: call it in their `describe`. */
export function desksOn(database: () => Database): () => DeskRig {
  const opened: DeskRig[] = [];
  beforeAll(async () => {
    opened.push(await openRig(database()));
  });
  afterAll(async () => {
    for (const rig of opened) await rig.close();
  });
  return () => present(opened[0], 'the desks are opened before the first test');
}
