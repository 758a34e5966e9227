import type { DeskDatabase } from '../storage/database.ts';
import { freshSet, type KeptSet, keptSet, type ReadSet } from '../storage/sets.ts';
import type { SetStatus } from './protocol.ts';

/** A set that is used from what this desk has at once, and from what the hub has as soon as it says. */
export type HeldSet<Value> = {
  /** `null` until there is one. */
  readonly value: () => Value | null;
  readonly status: () => SetStatus;
  /** How often its value has changed. */
  readonly revision: () => number;
  /** Loads it, the first time. */
  readonly want: () => void;
  /** Asks the hub again, where it was ever wanted. */
  readonly reload: () => void;
};

export function heldSet<Value>(
  database: DeskDatabase,
  path: string,
  read: ReadSet<Value>,
  onChange: () => void,
): HeldSet<Value> {
  let status: SetStatus = { state: 'unasked' };
  let kept: KeptSet<Value> | null = null;
  let revision = 0;
  let turn: Promise<void> = Promise.resolve();

  const become = (next: SetStatus) => {
    status = next;
    onChange();
  };
  const begin = async () => {
    kept = await keptSet(database, path, read);
    // The hub may be slow to answer, or silent: what is here serves at once.
    if (kept === null) return;
    revision += 1;
    become({ state: 'ready', since: null });
  };
  const refresh = async () => {
    const fresh = await freshSet(database, path, read, kept);
    if (fresh.ok) {
      const isSame = fresh.value === kept;
      if (!isSame) revision += 1;
      kept = fresh.value;
      const wasFresh = status.state === 'ready' && status.since === null;
      if (!isSame || !wasFresh) become({ state: 'ready', since: null });
    } else if (kept === null) become({ state: 'failed', failure: fresh.error });
    else become({ state: 'ready', since: kept.at });
  };
  /** One after the other: what was asked for last is what is told last. */
  const then = (work: () => Promise<void>) => {
    turn = turn.then(work);
  };

  return {
    value: () => kept?.value ?? null,
    status: () => status,
    revision: () => revision,
    want: () => {
      if (status.state !== 'unasked') return;
      become({ state: 'loading' });
      then(begin);
      then(refresh);
    },
    reload: () => {
      if (status.state === 'unasked') return;
      if (status.state === 'failed') become({ state: 'loading' });
      then(refresh);
    },
  };
}
