import { expect, test } from 'vitest';
import type { CallView } from '#src/contract';
import { callIdOf, currentCall, secondCall } from '../../renderer/features/call/current-call.ts';

function call(id: string, state: CallView['state'], openedAt = '2026-01-12T08:00:00.000Z') {
  return { id, state, openedAt };
}

test('the bar speaks of what is on the line, then of what rings, then of what is on screen', () => {
  const [wrapUp, live, ringing] = [call('a', 'wrap-up'), call('b', 'live'), call('c', 'ringing')];
  expect(currentCall([wrapUp, live, ringing], 'a')).toBe(live);
  expect(currentCall([wrapUp, ringing], 'a')).toBe(ringing);
  expect(currentCall([wrapUp], 'a')).toBe(wrapUp);
  expect(currentCall([wrapUp], null)).toBeNull();
});

test('calls that are over are never spoken of', () => {
  expect(currentCall([call('a', 'closed'), call('b', 'missed')], 'a')).toBeNull();
});

test('of two live calls the newer is meant: the other is about to be refused', () => {
  const older = call('a', 'live', '2026-01-12T08:00:00.000Z');
  const newer = call('b', 'live', '2026-01-12T08:05:00.000Z');
  expect(currentCall([older, newer], null)).toBe(newer);
});

test('what rings beside the call on the line is a second call, and nothing else is', () => {
  const [live, ringing] = [call('b', 'live'), call('c', 'ringing')];
  expect(secondCall([live, ringing], live)).toBe(ringing);
  expect(secondCall([live, call('a', 'wrap-up')], live)).toBeNull();
  expect(secondCall([ringing], ringing)).toBeNull();
  expect(secondCall([], null)).toBeNull();
});

test('the address names the call on its own page and on the orientation’s', () => {
  const id = '01890000-0000-7000-8000-000000000001';
  expect(callIdOf(`/appel/${id}`)).toBe(id);
  expect(callIdOf(`/orientation/${id}`)).toBe(id);
  expect(callIdOf('/appel')).toBeNull();
  expect(callIdOf('/suivi')).toBeNull();
});
