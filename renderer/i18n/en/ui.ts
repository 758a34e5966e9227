import type { ui as french } from '../fr/ui.ts';

export const ui: typeof french = {
  close: 'Close',
  loading: 'Loading…',
  retry: 'Try again',
  hide: 'Hide',
  showPassword: 'Show the password',
  noChoice: 'Nothing matches',
  choose: 'Choose…',
  definition: 'Definition',
  stale: (clock) => `Received at ${clock}, may have changed`,
  keys: {
    Enter: 'Enter',
    Escape: 'Esc',
    Backspace: '⌫',
    Ctrl: 'Ctrl',
    Alt: 'Alt',
    Shift: 'Shift',
  },
};
