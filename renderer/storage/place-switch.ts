import { useSyncExternalStore } from 'react';

const off = 'off';
const listeners = new Set<() => void>();

function watch(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** A hook for what is on at this place until somebody turns it off here: a choice of the place, not of the person. */
export function placeSwitch(key: string): () => readonly [boolean, (on: boolean) => void] {
  const isOn = () => localStorage.getItem(key) !== off;
  const turn = (on: boolean) => {
    if (on) localStorage.removeItem(key);
    else localStorage.setItem(key, off);
    for (const listener of listeners) listener();
  };
  return () => [useSyncExternalStore(watch, isOn), turn];
}
