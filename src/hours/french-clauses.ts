import type { FrenchDay, FrenchToken, HalfDay } from './french-tokens.ts';
import type { MinuteRange } from './ranges.ts';

/** One statement: these days, at these hours, or closed, or by appointment. */
export type FrenchClause = {
  /** `null`: it names no day. */
  readonly days: readonly FrenchDay[] | null;
  /** "sauf …" */
  readonly except: readonly FrenchDay[];
  readonly ranges: readonly MinuteRange[];
  readonly closed: boolean;
  /** Whether, and where in the clause, it says "sur rendez-vous". */
  readonly byAppointment: 'no' | 'first' | 'last';
  /** Whether the hours are said of a half-day, so that they add to those of the day. */
  readonly ofHalfDay: boolean;
  /** Whether a new sentence begins with it. */
  readonly opensSentence: boolean;
};

/** A place among the words, moved on as they are read. */
type Cursor = { readonly tokens: readonly FrenchToken[]; place: number };

/** The statements that the words make, or `null` where they make none for certain. */
export function readFrenchClauses(tokens: readonly FrenchToken[]): readonly FrenchClause[] | null {
  const cursor: Cursor = { tokens, place: 0 };
  const clauses: FrenchClause[] = [];
  let opensSentence = true;
  while (cursor.place < tokens.length) {
    const kind = kindAt(cursor);
    if (kind === 'stop' || kind === 'line') {
      opensSentence = true;
      cursor.place += 1;
      continue;
    }
    if (kind === 'dash' || kind === 'open' || (kind === 'and' && clauses.length > 0)) {
      cursor.place += 1;
      continue;
    }
    const clause = readClause(cursor, opensSentence);
    if (clause === null) return null;
    clauses.push(clause);
    opensSentence = false;
  }
  return clauses;
}

const kindAt = ({ tokens, place }: Cursor, ahead = 0) => tokens[place + ahead]?.kind;

/** Moves past the next word if it is one of these. */
function take(cursor: Cursor, ...kinds: readonly FrenchToken['kind'][]): boolean {
  const kind = kindAt(cursor);
  const isTaken = kind !== undefined && kinds.includes(kind);
  if (isTaken) cursor.place += 1;
  return isTaken;
}

/** What follows joining words: the kind, and how many of them there are. */
function after(cursor: Cursor, ...joining: readonly FrenchToken['kind'][]) {
  let ahead = 0;
  let kind = kindAt(cursor);
  while (kind !== undefined && joining.includes(kind)) {
    ahead += 1;
    kind = kindAt(cursor, ahead);
  }
  return { kind, ahead };
}

function readClause(cursor: Cursor, opensSentence: boolean): FrenchClause | null {
  const start = cursor.place;
  const appointmentFirst = take(cursor, 'by-appointment');
  cursor.place += after(cursor, 'colon', 'open').ahead;
  const closedFirst = take(cursor, 'closed');
  take(cursor, 'colon');
  const days = readDays(cursor);
  if (days === 'unclear') return null;
  const except = readExcept(cursor);
  if (except === null) return null;
  // "Sauf jeudi matin": the afternoon is not excepted.
  if (except.length > 0 && kindAt(cursor) === 'half-day') return null;
  if (days !== null) skipToHours(cursor);
  const closed = closedFirst || (days !== null && take(cursor, 'closed'));
  const hours = closed ? { ranges: [], ofHalfDay: false } : readRanges(cursor);
  if (hours === null) return null;
  const daysLast = days === null && hours.ranges.length > 0 ? readDays(cursor) : null;
  if (daysLast === 'unclear') return null;
  const named = days ?? daysLast;
  // "fermé lundi, mardi 9 h", "lundi fermé mardi", "9 h-12 h lundi, mardi 9 h" can be cut in two ways.
  if ((closed || daysLast !== null) && (named === null || !endsHere(cursor))) return null;
  const later = closed ? [] : readExcept(cursor);
  if (later === null || (later.length > 0 && goesOnWithHours(cursor))) return null;
  const isSetApart = kindAt(cursor) === 'and' && kindAt(cursor, 1) === 'by-appointment';
  if (isSetApart) cursor.place += 1;
  const appointmentLast = take(cursor, 'by-appointment');
  // "Lundi 9 h-12 h, sur rendez-vous mardi": which of the two?
  if (appointmentLast && (!endsHere(cursor) || (isSetApart && kindAt(cursor) === 'and')))
    return null;
  // "Matin 9 h-12 h, après-midi 14 h-17 h sur rendez-vous": all day, or in the afternoon?
  if (appointmentLast && hours.ofHalfDay && hours.ranges.length > 1) return null;
  if (cursor.place === start) return null;
  return {
    days: named,
    except: [...except, ...later],
    ...hours,
    closed,
    byAppointment: appointmentFirst ? 'first' : appointmentLast ? 'last' : 'no',
    opensSentence,
  };
}

/** Whether a clause can end at this place: at the end, or before a word that joins two of them. */
function endsHere(cursor: Cursor): boolean {
  const kind = kindAt(cursor);
  return (
    kind === undefined || kind === 'stop' || kind === 'line' || kind === 'and' || kind === 'open'
  );
}

/** Moves past what may stand between the days and their hours. */
function skipToHours(cursor: Cursor): void {
  const { kind, ahead } = after(cursor, 'colon', 'dash', 'line', 'and', 'open');
  const isHours = after(cursor, 'colon', 'dash', 'line', 'and', 'open', 'article').kind;
  if (kind === 'closed' || isHours === 'time' || isHours === 'half-day' || isHours === 'between')
    cursor.place += ahead;
}

/** "sauf le mercredi 9 h-12 h": closed then, or open only then? */
function goesOnWithHours(cursor: Cursor): boolean {
  const { kind } = after(cursor, 'colon', 'article', 'dash', 'and');
  return kind === 'time' || kind === 'half-day';
}

/** "sauf le mercredi"; no day where nothing is excepted, `null` where it is not clear what is. */
function readExcept(cursor: Cursor): readonly FrenchDay[] | null {
  const { kind, ahead } = after(cursor, 'and', 'open');
  if (kind !== 'except') return [];
  cursor.place += ahead + 1;
  const days = readDays(cursor);
  return days === 'unclear' ? null : days;
}

/** "du lundi au mercredi et le vendredi" */
function readDays(cursor: Cursor): readonly FrenchDay[] | null | 'unclear' {
  const days: FrenchDay[] = [];
  for (;;) {
    const joining = days.length === 0 ? (['article'] as const) : (['and', 'article'] as const);
    const { kind, ahead } = after(cursor, ...joining);
    if (kind !== 'days') break;
    cursor.place += ahead;
    const named = readDaySpan(cursor);
    if (named === null) return 'unclear';
    days.push(...named);
  }
  if (new Set(days).size < days.length) return 'unclear';
  return days.length === 0 ? null : days;
}

/** "lundi", or "lundi au vendredi". */
function readDaySpan(cursor: Cursor): readonly FrenchDay[] | null {
  const first = takeDays(cursor);
  const joined = after(cursor, 'to', 'to-day', 'dash', 'article');
  if (joined.kind !== 'days' || kindAt(cursor) === 'article' || joined.ahead === 0) return first;
  cursor.place += joined.ahead;
  const last = takeDays(cursor);
  // "mardi-jeudi-samedi" is a list, "mardi-jeudi" a span.
  const chained = after(cursor, 'to', 'to-day', 'dash');
  if (chained.kind === 'days' && chained.ahead > 0) return null;
  const [from, ...others] = first;
  const [to, ...more] = last;
  if (others.length > 0 || more.length > 0) return null;
  if (from === undefined || to === undefined || from === 'PH' || to === 'PH') return null;
  return from < to ? first.concat(weekdaysBetween(from, to)) : null;
}

const weekdaysBetween = (from: number, to: number): readonly FrenchDay[] =>
  ([1, 2, 3, 4, 5, 6, 7] as const).filter((weekday) => from < weekday && weekday <= to);

function takeDays(cursor: Cursor): readonly FrenchDay[] {
  const token = cursor.tokens[cursor.place];
  cursor.place += 1;
  return token?.kind === 'days' ? token.days : [];
}

/** "de 9 h à 12 h et de 14 h à 17 h"; no range where no hour is said, `null` where it is not clear. */
function readRanges(cursor: Cursor): Pick<FrenchClause, 'ranges' | 'ofHalfDay'> | null {
  const ranges: MinuteRange[] = [];
  let ofHalfDay = false;
  if (take(cursor, 'around-the-clock')) return { ranges: [{ from: 0, to: 24 * 60 }], ofHalfDay };
  for (;;) {
    const joining =
      ranges.length === 0 ? (['article'] as const) : (['and', 'article', 'line'] as const);
    const next = after(cursor, ...joining);
    if (next.kind !== 'time' && next.kind !== 'half-day' && next.kind !== 'between') break;
    cursor.place += next.ahead;
    const halfDay = takeHalfDay(cursor);
    const range = readTimes(cursor);
    if (range === null || !liesWithin(range, halfDay)) return null;
    // "9 h-12 h, 2 h-6 h": in the afternoon?
    const last = ranges.at(-1);
    if (last !== undefined && range.from < last.to) return null;
    ofHalfDay ||= halfDay !== null;
    ranges.push(range);
  }
  return { ranges, ofHalfDay };
}

function takeHalfDay(cursor: Cursor): HalfDay | null {
  const token = cursor.tokens[cursor.place];
  if (token?.kind !== 'half-day') return null;
  cursor.place += 1;
  take(cursor, 'colon');
  take(cursor, 'article');
  return token.within;
}

const liesWithin = ({ from, to }: MinuteRange, halfDay: HalfDay | null) =>
  halfDay === null || (halfDay.from <= from && to <= halfDay.to);

/** "9 h à 12 h 30", "entre 9 h et 12 h". */
function readTimes(cursor: Cursor): MinuteRange | null {
  const isBetween = take(cursor, 'between');
  const from = takeTime(cursor);
  if (!take(cursor, ...(isBetween ? (['and'] as const) : (['to', 'dash'] as const)))) return null;
  const to = takeTime(cursor);
  if (from === null || to === null || (from.bare && to.bare)) return null;
  // "9 h-12 h-14 h": what is the second dash?
  const next = after(cursor, 'to', 'dash');
  if (next.kind === 'time' && next.ahead > 0) return null;
  return from.minutes < to.minutes && to.minutes <= 24 * 60
    ? { from: from.minutes, to: to.minutes }
    : null;
}

function takeTime(cursor: Cursor): { readonly minutes: number; readonly bare: boolean } | null {
  const token = cursor.tokens[cursor.place];
  if (token?.kind !== 'time') return null;
  cursor.place += 1;
  return token;
}
