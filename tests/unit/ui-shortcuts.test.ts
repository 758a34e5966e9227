import { describe, expect, test } from 'vitest';
import { matches } from '../../renderer/ui/shortcut-registry.ts';

type Press = Parameters<typeof matches>[1];

function press(key: string, code: string, modifiers: Partial<Press> = {}): Press {
  return {
    key,
    code,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    altGraph: false,
    ...modifiers,
  };
}

describe('digits', () => {
  test('answer on the top row of AZERTY, where they need Shift, and on the pad', () => {
    expect(matches('Digit1', press('&', 'Digit1'))).toBe(true);
    expect(matches('Digit1', press('1', 'Digit1'))).toBe(true);
    expect(matches('Digit1', press('1', 'Numpad1'))).toBe(true);
    expect(matches('Digit1', press('é', 'Digit2'))).toBe(false);
  });

  test('do not answer under Alt or Ctrl, which the browser keeps for itself', () => {
    expect(matches('Digit1', press('1', 'Digit1', { ctrlKey: true }))).toBe(false);
    expect(matches('Digit1', press('1', 'Digit1', { altKey: true }))).toBe(false);
  });
});

describe('letters', () => {
  test('answer to the letter that the key writes, wherever it lies', () => {
    expect(matches('Alt+A', press('a', 'KeyQ', { altKey: true }))).toBe(true);
    expect(matches('Alt+A', press('q', 'KeyA', { altKey: true }))).toBe(false);
  });

  test('answer to the place of the key where Alt writes another sign', () => {
    expect(matches('Alt+N', press('~', 'KeyN', { altKey: true }))).toBe(true);
  });

  test('do not answer to AltGr, which types signs', () => {
    const altGraph = { altKey: true, ctrlKey: true, altGraph: true };
    expect(matches('Alt+E', press('€', 'KeyE', altGraph))).toBe(false);
    expect(matches('Ctrl+E', press('€', 'KeyE', altGraph))).toBe(false);
  });
});

test('signs answer to what is written, whatever Shift had to do', () => {
  expect(matches('?', press('?', 'KeyM'))).toBe(true);
  expect(matches('?', press(',', 'KeyM'))).toBe(false);
});

test('Ctrl answers to the command key of a Mac as well', () => {
  expect(matches('Ctrl+Enter', press('Enter', 'Enter', { metaKey: true }))).toBe(true);
});
