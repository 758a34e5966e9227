import type { App } from 'electron';

const scheme = 'tel';

/** Whether the system opens telephone links with this program; a change may need its consent. */
export function phoneLinks(app: App, open: boolean | null): boolean {
  if (open === true) app.setAsDefaultProtocolClient(scheme);
  if (open === false) app.removeAsDefaultProtocolClient(scheme);
  return app.isDefaultProtocolClient(scheme);
}

/** The numbers of telephone links that other programs open here. */
export type PhoneLinks = {
  /** The last number, once. */
  readonly take: () => string | null;
  /** Says that a number waits, from now on. */
  readonly watch: (listener: () => void) => void;
};

/** Hears of links from the start: the system may start this program with one. */
export function collectLinks(app: App, started: readonly string[]): PhoneLinks {
  let waiting = numberIn(started);
  let tell: (() => void) | null = null;
  const open = (words: readonly string[]) => {
    const number = numberIn(words);
    if (number === null) return;
    waiting = number;
    tell?.();
  };
  app.on('second-instance', (_event, words) => open(words));
  app.on('open-url', (event, link) => {
    event.preventDefault();
    open([link]);
  });
  return {
    take: () => {
      const number = waiting;
      waiting = null;
      return number;
    },
    watch: (listener) => {
      tell = listener;
    },
  };
}

/** The number of a telephone link (RFC 3966) among these words of a command line; `null`: there is none. */
function numberIn(words: readonly string[]): string | null {
  for (const word of words) {
    const number = /^tel:([^;?]{1,60})/i.exec(word)?.[1];
    const read = number === undefined ? '' : withoutEscapes(number);
    if (/^\+?[\d\s().-]{2,30}$/.test(read)) return read.trim();
  }
  return null;
}

/** `%20` and the like; a text that is not so written stays as it is. */
function withoutEscapes(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
