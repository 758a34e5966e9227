import { globalShortcut } from 'electron';
import { type GlobalKey, globalKeys } from '#src/contract';

/** Keys that answer in every program, while the desk wants them: other programs get them back at once. */
export type HeldKeys = {
  /** Holds these keys and lets go of the others; gives those that another program holds. */
  readonly hold: (wanted: readonly GlobalKey[]) => readonly GlobalKey[];
};

export function holdKeys(press: (key: GlobalKey) => void): HeldKeys {
  const held = new Set<GlobalKey>();
  return {
    hold: (wanted) => {
      for (const key of held) {
        if (wanted.includes(key)) continue;
        globalShortcut.unregister(globalKeys[key]);
        held.delete(key);
      }
      for (const key of wanted) {
        if (!held.has(key) && globalShortcut.register(globalKeys[key], () => press(key))) {
          held.add(key);
        }
      }
      return wanted.filter((key) => !held.has(key));
    },
  };
}
