import { useSyncExternalStore } from 'react';
import './announcer.css';

type Announcement = { readonly id: number; readonly text: string };

const secondsOnScreen = 6;
let shown: readonly Announcement[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function show(next: readonly Announcement[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

/** Says something done, on screen for a moment and to a screen reader. Never for what needs an act. */
export function announce(text: string): void {
  const id = nextId++;
  show([...shown, { id, text }]);
  setTimeout(() => show(shown.filter((other) => other.id !== id)), secondsOnScreen * 1000);
}

/** Where announcements appear: once, in the frame of the application. */
export function Announcer() {
  const announcements = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
  return (
    <div className="announcer" role="status">
      {announcements.map(({ id, text }) => (
        <p key={id} className="announcement">
          {text}
        </p>
      ))}
    </div>
  );
}
