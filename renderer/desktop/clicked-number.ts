import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { desktopShell } from './shell.ts';

let clicked: string | null = null;
const listeners = new Set<() => void>();

function change(number: string | null): void {
  clicked = number;
  for (const listener of listeners) listener();
}

function watch(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The number of the telephone link that was clicked in another program, and the way to be done with it. */
export function useClickedNumber(): readonly [string | null, () => void] {
  return [useSyncExternalStore(watch, () => clicked), () => change(null)];
}

/** Takes the numbers of clicked links, also of the one that started the program; `arrived` shows where they are entered. */
export function useTakeNumbers(arrived: () => void): void {
  const show = useEffectEvent(arrived);
  useEffect(() => {
    const shell = desktopShell();
    if (shell === null) return;
    const take = async () => {
      const { number } = await shell.takeNumber({});
      if (number === null) return;
      change(number);
      show();
    };
    void take();
    return shell.watch((event) => {
      if (event.kind === 'number-waits') void take();
    });
  }, []);
}
