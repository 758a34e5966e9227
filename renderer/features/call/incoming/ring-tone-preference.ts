import { useSyncExternalStore } from 'react';

const key = 'aiguillage-ring-tone';
const off = 'off';
const listeners = new Set<() => void>();

function isOn(): boolean {
  return localStorage.getItem(key) !== off;
}

function watch(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

function choose(rings: boolean): void {
  if (rings) localStorage.removeItem(key);
  else localStorage.setItem(key, off);
  for (const listener of listeners) listener();
}

/** Whether this desk is heard when a call rings: a choice of the place, not of the person. */
export function useRingTonePreference(): readonly [boolean, (rings: boolean) => void] {
  return [useSyncExternalStore(watch, isOn), choose];
}
