import { type ComponentType, lazy } from 'react';

/** A screen whose files come when it is opened, or before if `load` was called. */
export type OnDemand = {
  readonly component: ComponentType;
  readonly load: () => Promise<unknown>;
};

export function onDemand(load: () => Promise<ComponentType>): OnDemand {
  return { component: lazy(async () => ({ default: await load() })), load };
}

/** Brings screens in, one after the other: whoever loses the network later can still open each. */
export async function loadAhead(screens: readonly OnDemand[]): Promise<void> {
  for (const { load } of screens) {
    // What does not come now is asked for again when it is opened.
    await load().catch(() => undefined);
  }
}
