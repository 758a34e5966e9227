import type { desktop as french } from '../fr/desktop.ts';

export const desktop: typeof french = {
  title: 'This computer',
  front: 'Come to the front when a call comes in',
  frontHelp: 'Otherwise the icon flashes and the window stays where it is.',
  phoneLinks: 'Open numbers clicked elsewhere',
  phoneLinksHelp: 'A number clicked in an e-mail or a page opens “Enter a call”.',
  open: 'Open Aiguillage',
  quit: 'Quit',
  anywhere: (does: string) => `${does}, from any program`,
  keyTaken: (does: string) => `“${does}”: another program holds the key. Use the window instead.`,
};
