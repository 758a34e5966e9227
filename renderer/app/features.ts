import type { ComponentType } from 'react';
import type { Action } from '#src/access';
import type { Messages } from '../i18n/messages.tsx';
import type { IconName } from '../ui/icon.tsx';

/** A screen of the desk: where it is, who may open it, and its place in the rail if it has one. */
export type Screen = {
  /** The address, `/appel/:id` with parameters. */
  readonly path: string;
  /** Whoever may ever do this sees the screen. */
  readonly action: Action;
  readonly component: ComponentType;
  readonly rail?: {
    readonly label: (messages: Messages) => string;
    readonly icon: IconName;
    /** How many things wait there; a hook. */
    readonly useCount?: () => number;
  };
};

/** Every screen, in the order of the rail. Each feature adds its own. */
export const screens: readonly Screen[] = [];

/** What stands on top of every screen while a call rings or is live; renders nothing otherwise. */
export const callBars: readonly ComponentType[] = [];
