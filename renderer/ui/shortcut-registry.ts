/**
 * A key, alone or with modifiers: `Digit1`, `Alt+N`, `Ctrl+Enter`, `Backspace`, `?`.
 *
 * Digits are matched by the physical key, since the top row of AZERTY needs Shift; the pad counts
 * too. Letters are matched by what the key writes, so that the letter shown is the letter pressed.
 */
export type Combination = string;

export type Shortcut = {
  readonly combination: Combination;
  /** What it does, for the list of shortcuts. */
  readonly label: string;
  readonly whileTyping: boolean;
  /** How many dialogs were open around it: what lies under a dialog does not answer. */
  readonly depth: number;
  readonly run: () => void;
};

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey'> & {
  readonly altGraph: boolean;
};

/** Whether this press is that combination. */
export function matches(combination: Combination, press: KeyPress): boolean {
  const parts = combination.split('+');
  const key = parts.at(-1) ?? '';
  if (parts.includes('Alt') !== (press.altKey && !press.altGraph)) return false;
  if (parts.includes('Ctrl') !== ((press.ctrlKey || press.metaKey) && !press.altGraph))
    return false;
  const digit = /^Digit(\d)$/.exec(key)?.[1];
  if (digit !== undefined) return press.code === key || press.code === `Numpad${digit}`;
  if (!/^[A-Z]$/.test(key)) return press.key === key;
  const writesLetter = /^[a-z]$/i.test(press.key);
  return writesLetter ? press.key.toUpperCase() === key : press.code === `Key${key}`;
}

const typingFields = 'input:not([type=checkbox],[type=radio],[type=button]), textarea, select';
const ownKeys = '[role=listbox], [role=menu], [role=option], [contenteditable=true]';

/** A list whose plain keys act on what is chosen in it, instead of finding an entry by its first letters. */
const actingLists = '[data-keys=acting]';

function isInActingList(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(actingLists) !== null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    !isInActingList(target) &&
    target instanceof Element &&
    target.closest(`${typingFields}, ${ownKeys}`) !== null
  );
}

/** Enter and space on a control are that control's own. */
function isPressOfControl(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' && event.key !== ' ') return false;
  return event.target instanceof Element && event.target.closest('button, a, summary') !== null;
}

let shortcuts: readonly Shortcut[] = [];
let openDialogs = 0;
const listeners = new Set<() => void>();

function changed(next: readonly Shortcut[]): void {
  shortcuts = next;
  for (const listener of listeners) listener();
}

/** A plain key is first the control's own. */
function onPlainKey(event: KeyboardEvent): void {
  if (!isCombined(event) && !isPressOfControl(event)) runShortcut(event);
}

/** With Ctrl or Alt it is the screen's, before a button takes Ctrl Enter for a press of its own; so is any key in an acting list. */
function onEarlyKey(event: KeyboardEvent): void {
  const isEarly = isCombined(event) || isInActingList(event.target);
  if (isEarly && runShortcut(event)) event.stopPropagation();
}

const isCombined = ({ ctrlKey, altKey, metaKey }: KeyboardEvent) => ctrlKey || altKey || metaKey;

/** Whether a shortcut answered. */
function runShortcut(event: KeyboardEvent): boolean {
  if (event.repeat || event.defaultPrevented || event.isComposing) return false;
  const press = {
    key: event.key,
    code: event.code,
    altKey: event.altKey,
    ctrlKey: event.ctrlKey,
    metaKey: event.metaKey,
    altGraph: event.getModifierState('AltGraph'),
  };
  const typing = isTyping(event.target);
  const found = shortcuts.findLast(
    (shortcut) =>
      shortcut.depth === openDialogs &&
      matches(shortcut.combination, press) &&
      (shortcut.whileTyping || !typing),
  );
  if (found === undefined) return false;
  event.preventDefault();
  found.run();
  return true;
}

export function addShortcut(shortcut: Shortcut): () => void {
  if (shortcuts.length === 0) {
    document.addEventListener('keydown', onEarlyKey, { capture: true });
    document.addEventListener('keydown', onPlainKey);
  }
  changed([...shortcuts, shortcut]);
  return () => {
    changed(shortcuts.filter((other) => other !== shortcut));
    if (shortcuts.length > 0) return;
    document.removeEventListener('keydown', onEarlyKey, { capture: true });
    document.removeEventListener('keydown', onPlainKey);
  };
}

export function enterDialog(): () => void {
  openDialogs += 1;
  return () => {
    openDialogs -= 1;
  };
}

export function watchShortcuts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function currentShortcuts(): readonly Shortcut[] {
  return shortcuts;
}
