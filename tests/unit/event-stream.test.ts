import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { eventStream } from '../../main/hub/http/events.ts';
import type { Journal } from '../../main/hub/operations/journal.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('SY-9 a stream that the database cannot begin fails alone, and leaves nothing behind', async () => {
  const listeners = new Set<(seq: number) => void>();
  const journal: Journal = {
    write: () => Promise.reject(new Error('not asked here')),
    newest: () => Promise.reject(new Error('the database is away')),
    onMore: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => undefined,
  };
  const onClosed = vi.fn(async () => undefined);
  const stream = eventStream({ journal, isSignedIn: async () => false, onClosed });
  const reader = stream.getReader();
  await expect(reader.read()).rejects.toThrow('away');
  expect(listeners.size).toBe(0);
  expect(onClosed).toHaveBeenCalledTimes(1);
  // A beat or an end on a stream that has failed would be thrown in a timer, and would end the hub.
  expect(vi.getTimerCount()).toBe(0);
});
