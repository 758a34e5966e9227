import { isOver } from '#src/calls';
import type { Change, Entity, EntityView } from '#src/contract';
import { type DeskContext, type EffectOn, type EntityEffect, effectOf } from '#src/sync';
import type { DeskDatabase } from './database.ts';

/** Shows the effect of an act at once, over what was shown before. */
export async function show<E extends Entity>(
  database: DeskDatabase,
  effect: EntityEffect<E>,
): Promise<void> {
  const table = database.mirror[effect.entity];
  const row = await table.get(effect.id);
  const shown = effect.apply(row?.shown ?? null);
  if (row === undefined && shown === null) return;
  await table.put({ id: effect.id, truth: row?.truth ?? null, shown });
}

/** SY-17: takes the hub's truth on a record, and shows it with what still waits on top. */
export async function takeTruth(
  database: DeskDatabase,
  desk: DeskContext,
  change: Change,
): Promise<void> {
  switch (change.entity) {
    case 'call':
      if (change.value === null || isOver(change.value.state)) {
        await forgetDrafts(database, change.id);
      }
      return restore(database, desk, 'call', change.id, change.value);
    case 'referral':
      return restore(database, desk, 'referral', change.id, change.value);
    case 'diary':
      return restore(database, desk, 'diary', change.id, change.value);
    case 'booking':
      return restore(database, desk, 'booking', change.id, change.value);
    case 'walk-in':
      return restore(database, desk, 'walk-in', change.id, change.value);
    case 'presence':
      return restore(database, desk, 'presence', change.id, change.value);
    case 'reference':
      return restore(database, desk, 'reference', change.id, change.value);
  }
}

/** What was typed for a call and never became an act goes with it: its keys end with the call's id. */
async function forgetDrafts(database: DeskDatabase, callId: string): Promise<void> {
  await database.drafts.filter(({ key }) => key.endsWith(`:${callId}`)).delete();
}

/** Shows a record again from the hub's truth: what a refused act had changed goes. */
export async function undo<E extends Entity>(
  database: DeskDatabase,
  desk: DeskContext,
  effect: EntityEffect<E>,
): Promise<void> {
  const row = await database.mirror[effect.entity].get(effect.id);
  await restore(database, desk, effect.entity, effect.id, row?.truth ?? null);
}

async function restore<E extends Entity>(
  database: DeskDatabase,
  desk: DeskContext,
  entity: E,
  id: string,
  truth: EntityView<E> | null,
): Promise<void> {
  const effects: readonly EffectOn<E>[] = (await waitingEffects(database, desk)).filter(
    (effect): effect is EntityEffect & EffectOn<E> => effect.entity === entity && effect.id === id,
  );
  const shown = effects.reduce<EntityView<E> | null>((view, { apply }) => apply(view), truth);
  const table = database.mirror[entity];
  if (truth === null && shown === null) await table.delete(id);
  else await table.put({ id, truth, shown });
}

async function waitingEffects(
  database: DeskDatabase,
  desk: DeskContext,
): Promise<readonly EntityEffect[]> {
  const waiting = await database.outbox.where('state').equals('waiting').sortBy('position');
  return waiting.flatMap((entry) => {
    const effect = entry.state === 'waiting' ? effectOf(entry.operation, desk) : null;
    return effect === null ? [] : [effect];
  });
}
