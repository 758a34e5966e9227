import { useEffect, useEffectEvent } from 'react';
import { type GlobalKey, globalKeys } from '#src/contract';
import { useMessages } from '../i18n/messages.tsx';
import { announce } from '../ui/announcer.tsx';
import { useShortcut } from '../ui/shortcuts.tsx';
import { desktopShell } from './shell.ts';

/** The keys that the components on screen want. */
let wanted: readonly GlobalKey[] = [];
/** Each refusal is said once: the other program keeps its key. */
const told = new Set<GlobalKey>();

/**
 * While the component is on screen, `key` does this from any program: only as long as there is a call for it. In a browser,
 * nothing. A key that another program holds is said.
 */
export function useGlobalKey(key: GlobalKey, label: string, action: () => void): void {
  const { desktop: words } = useMessages();
  const run = useEffectEvent(action);
  const refuse = useEffectEvent(() => announce(words.keyTaken(label)));
  const combination = desktopShell() === null ? undefined : globalKeys[key];
  useShortcut(combination, words.anywhere(label), action);
  useEffect(() => {
    const stop = desktopShell()?.watch((event) => {
      if (event.kind === 'key-pressed' && event.key === key) run();
    });
    wanted = [...wanted, key];
    void tellWanted().then((refused) => {
      if (!refused.includes(key) || told.has(key)) return;
      told.add(key);
      refuse();
    });
    return () => {
      stop?.();
      wanted = wanted.toSpliced(wanted.indexOf(key), 1);
      void tellWanted();
    };
  }, [key]);
}

/** Gives the keys that are refused. */
async function tellWanted(): Promise<readonly GlobalKey[]> {
  const answer = await desktopShell()?.setKeys({ keys: [...new Set(wanted)] });
  return answer?.refused ?? [];
}
