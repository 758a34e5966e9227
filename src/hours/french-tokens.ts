import { type Weekday, weekdayOf } from './clock.ts';

/** A part of the day that hours are said of: they must lie between these minutes. */
export type HalfDay = { readonly from: number; readonly to: number };

/** One word, or group of words, of hours written in French. */
export type FrenchToken =
  | { readonly kind: 'days'; readonly days: readonly FrenchDay[] }
  /** Minutes since midnight; a `bare` one has no "h" and needs another time beside it. */
  | { readonly kind: 'time'; readonly minutes: number; readonly bare: boolean }
  | { readonly kind: 'half-day'; readonly within: HalfDay }
  /** `to-day` is "au", which joins days only; "à" joins days or times. */
  | { readonly kind: 'to' | 'to-day' | 'dash' | 'and' | 'between' | 'article' | 'colon' }
  /** Ends a sentence; a new line may. */
  | { readonly kind: 'stop' | 'line' }
  | { readonly kind: 'closed' | 'except' | 'by-appointment' | 'around-the-clock' }
  /** Changes nothing, and parts what stands around it: "fermé lundi, ouvert samedi". */
  | { readonly kind: 'open' };

/** A weekday, or public holidays. */
export type FrenchDay = Weekday | 'PH';

type Reader = readonly [pattern: RegExp, read: (match: RegExpExecArray) => FrenchToken | null];

const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const dayPrefixes = ['lu', 'ma', 'me', 'je', 've', 'sa', 'di'];
const appointment = '(?:rendez[- ]?vous|rdv|r\\.d\\.v\\.)';

const word = (kind: Exclude<FrenchToken['kind'], 'days' | 'time' | 'half-day'>) => () => ({ kind });
const days = (list: readonly FrenchDay[]) => () => ({ kind: 'days', days: list }) as const;
const halfDay = (from: number, to: number) => () =>
  ({ kind: 'half-day', within: { from: from * 60, to: to * 60 } }) as const;
const nothing = () => null;

/** In this order: the first that fits is taken. They read text without accents, in small letters. */
const readers: readonly Reader[] = [
  [/ /y, nothing],
  [/<\/?(?:br|ul|li|p)\s*\/?>|[\n\r]+/y, word('line')],
  [/(?:tous\s+)?(?:les\s+)?jours?\s+feries?\b/y, days(['PH'])],
  [/(?:tous\s+les\s+jours|chaque\s+jour|7\s*(?:j|jours?)\s*(?:\/|sur)\s*7)\b/y, days(everyDay)],
  [/(?:tous\s+les\s+)?week[- ]?ends?\b/y, days([6, 7])],
  [
    /(?:(?:lun|mar|mercre|jeu|vendre|same)dis?|dimanches?|(?:lun|mar|mer|jeu|ven|sam|dim|lu|ma|me|je|ve|sa|di)(?:\.|\b))/y,
    ([name]) => ({ kind: 'days', days: [weekdayOf(dayPrefixes.indexOf(name.slice(0, 2)) + 1)] }),
  ],
  [/24\s*h?\s*(?:\/|sur)\s*24\s*h?\b/y, word('around-the-clock')],
  [
    // "9 h 12 h" is two times, "9 h 12" is one.
    /(\d{1,2}) *(?:heures?|h)(?: *([0-5]\d)(?!\d|:| *h))?/y,
    ([, hours, minutes = '0']) => time(hours, minutes),
  ],
  [/(\d{1,2}):([0-5]\d)(?!\d)\s*h?(?![a-z])/y, ([, hours, minutes]) => time(hours, minutes)],
  [/(\d{1,2})(?![\d:.a-z])/y, ([, hours]) => time(hours, '0', true)],
  [/midi\b/y, () => time('12', '0')],
  [/minuit\b/y, () => time('24', '0')],
  [/matin(?:ee)?s?\b/y, halfDay(0, 13)],
  [/(?:apres[- ]?midis?|aprem)\b/y, halfDay(12, 24)],
  [/soir(?:ee)?s?\b/y, halfDay(17, 24)],
  [new RegExp(`\\(?(?:avec\\s+ou\\s+)?sans\\s+${appointment}\\)?`, 'y'), word('open')],
  [
    new RegExp(
      `\\(?(?:(?:uniquement|seulement)\\s+)?(?:sur|avec)\\s+${appointment}(?:\\s+uniquement)?\\)?`,
      'y',
    ),
    word('by-appointment'),
  ],
  [/(?:ferme(?:e|s|es)?|fermetures?)\b/y, word('closed')],
  [/(?:sauf|excepte|hors)\b/y, word('except')],
  [/horaires?(?:\s+d'ouverture)?(?:\s+au\s+public)?\b/y, word('open')],
  [/(?:nous\s+sommes\s+)?ouvert(?:e|s|es|ure)?(?:\s+au\s+public)?\b/y, word('open')],
  [/(?:sans\s+interruption|non[- ]stop|en\s+continu)\b/y, word('open')],
  [/(?:accueil(?:\s+du\s+public)?|permanences?)\b/y, word('open')],
  [/jusqu'a\b/y, word('to')],
  [/entre\b/y, word('between')],
  [/a\b/y, word('to')],
  [/au\b/y, word('to-day')],
  [/(?:du|des|de|les|le|tous\s+les|chaque)\b/y, word('article')],
  [/,/y, word('and')],
  // "9 h-12 h et sur rendez-vous": then too, or at other hours?
  [/(?:(?:et|puis|ainsi\s+que)\b|[/&+])(?!\s*(?:sur|avec)\b)/y, word('and')],
  [/-/y, word('dash')],
  [/:/y, word('colon')],
  [/[;.|•]/y, word('stop')],
];

function time(hours: string | undefined, minutes: string | undefined, bare = false) {
  return { kind: 'time', minutes: Number(hours) * 60 + Number(minutes), bare } as const;
}

/** The words of a French text, or `null` as soon as one is none of those that have a sure meaning here. */
export function readFrenchTokens(text: string): readonly FrenchToken[] | null {
  const plain = text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .replaceAll('’', "'")
    .replaceAll(/\p{Dash}/gu, '-')
    .replaceAll(/[^\S\n\r]+/g, ' ')
    .toLowerCase();
  const tokens: FrenchToken[] = [];
  let place = 0;
  while (place < plain.length) {
    const found = readAt(plain, place);
    if (found === null) return null;
    if (found.token !== null) tokens.push(found.token);
    place = found.end;
  }
  return tokens;
}

function readAt(
  text: string,
  place: number,
): { readonly token: FrenchToken | null; readonly end: number } | null {
  for (const [pattern, read] of readers) {
    pattern.lastIndex = place;
    const match = pattern.exec(text);
    if (match !== null) return { token: read(match), end: pattern.lastIndex };
  }
  return null;
}
