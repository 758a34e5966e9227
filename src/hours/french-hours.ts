import type { Weekday } from './clock.ts';
import { type FrenchClause, readFrenchClauses } from './french-clauses.ts';
import { type FrenchDay, readFrenchTokens } from './french-tokens.ts';
import { longestHours, readHours } from './hours.ts';
import { readPlainHours } from './plain-hours.ts';
import { type MinuteRange, mergeRanges } from './ranges.ts';
import { writeRule } from './write-rules.ts';

/** What is said of a day. */
type DayPlan = {
  readonly ranges: readonly MinuteRange[];
  readonly byAppointment: boolean;
  /** The days that were named together with it. */
  readonly named: string;
};

const comment = '"sur rendez-vous"';

/**
 * The OSM opening_hours that a text in French says, where that is certain; else `null` (HO-30 to HO-35). A
 * word without a sure meaning here, a day said twice with other hours, hours of no day: nothing is guessed.
 * A text that is opening_hours already comes back as it is best written.
 */
export function readFrenchHours(text: string): string | null {
  if (text.length > longestHours) return null;
  const osm = readPlainHours(text);
  if ('plain' in osm) return osm.written;
  if (readHours(text).trusted) return text.trim();
  const tokens = readFrenchTokens(text);
  const clauses = tokens === null ? null : readFrenchClauses(tokens);
  return clauses === null || clauses.length === 0 ? null : writeClauses(clauses);
}

/** "Sur rendez-vous" alone, said of every day that has hours. */
const isOfAllDays = ({ days, ranges, byAppointment, except }: FrenchClause) =>
  byAppointment !== 'no' && days === null && ranges.length === 0 && except.length === 0;

function writeClauses(clauses: readonly FrenchClause[]): string | null {
  const statements = clauses.filter((clause) => !isOfAllDays(clause));
  if (statements.length === 0) return comment;
  const general = clauses.filter(isOfAllDays);
  const opening = statements.filter(({ closed, days }) => !closed && days !== null);
  if (general.length > 0 && opening.length === 0) return null;
  if (general.some(({ opensSentence }) => !opensSentence) || isUnclear(opening)) return null;
  const open = new Map<FrenchDay, DayPlan>();
  const excepted = new Map<FrenchDay, DayPlan>();
  for (const clause of opening) {
    if (!addDays(clause, general.length > 0, open, excepted)) return null;
  }
  const closed = closedDays(statements, open.size > 0);
  // "mardi 9 h-12 h, fermé le mardi"
  if (closed === null || opening.some(({ days }) => days?.every((day) => closed.has(day))))
    return null;
  for (const [day, plan] of excepted) {
    if (open.has(day)) continue;
    open.set(day, plan);
    closed.add(day);
  }
  return writeDays(open, closed);
}

/** "Lundi 9 h-12 h, mardi 14 h-17 h, sur rendez-vous": on Tuesday, or on both days? */
function isUnclear(opening: readonly FrenchClause[]): boolean {
  if (opening.length < 2) return false;
  const last = opening.at(-1);
  return opening.some(
    (clause) =>
      clause.ranges.length > 0 &&
      (clause.byAppointment === 'first' ||
        (clause.byAppointment === 'last' && clause === last && !clause.opensSentence)),
  );
}

/** Adds the days of a clause to those known; false where it is not clear what they mean together. */
function addDays(
  { days, except, ranges, byAppointment, ofHalfDay }: FrenchClause,
  allByAppointment: boolean,
  open: Map<FrenchDay, DayPlan>,
  excepted: Map<FrenchDay, DayPlan>,
): boolean {
  const isByAppointment = allByAppointment || byAppointment !== 'no';
  const merged = mergeRanges(ranges);
  if (days === null || merged.overlaps) return false;
  if (ranges.length === 0 && !isByAppointment) return false;
  const named = [...days].join();
  const plan = { ranges: merged.ranges, byAppointment: isByAppointment, named };
  for (const day of days) {
    if (except.includes(day)) {
      excepted.set(day, plan);
      continue;
    }
    const before = open.get(day);
    const both = before === undefined ? plan : joinPlans(before, plan, ofHalfDay);
    if (both === null) return false;
    open.set(day, both);
  }
  // "du lundi au vendredi sauf le dimanche" adds nothing, and holidays are no day of the week.
  for (const day of except) if (!days.includes(day) && day === 'PH') excepted.set(day, plan);
  return true;
}

/** Hours said of the same days, or of a half-day, add up; others may replace the first ones. */
function joinPlans(before: DayPlan, plan: DayPlan, ofHalfDay: boolean): DayPlan | null {
  if (!ofHalfDay && before.named !== plan.named) return null;
  if (before.byAppointment !== plan.byAppointment) return null;
  const { ranges, overlaps } = mergeRanges([...before.ranges, ...plan.ranges]);
  return overlaps ? null : { ...before, ranges };
}

/** The days said to be closed; `null` where a clause names no day, or excepts days from nothing. */
function closedDays(
  statements: readonly FrenchClause[],
  isSomeOpen: boolean,
): Set<FrenchDay> | null {
  const closed = new Set<FrenchDay>();
  for (const clause of statements) {
    if (!clause.closed && clause.days !== null) continue;
    // Hours of no day.
    if (clause.ranges.length > 0 || clause.byAppointment !== 'no') return null;
    if (clause.closed && clause.except.length > 0) return null;
    if (!clause.closed && !isSomeOpen) return null;
    for (const day of clause.days ?? clause.except) closed.add(day);
  }
  return closed;
}

/** Days with the same hours together, then those that are closed, then public holidays. */
function writeDays(open: ReadonlyMap<FrenchDay, DayPlan>, closed: ReadonlySet<FrenchDay>): string {
  const groups = new Map<string, { days: Weekday[]; plan: DayPlan }>();
  for (const weekday of [1, 2, 3, 4, 5, 6, 7] as const) {
    const plan = open.get(weekday);
    if (plan === undefined) continue;
    const key = JSON.stringify([plan.ranges, plan.byAppointment]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { days: [weekday], plan });
    else group.days.push(weekday);
  }
  const rules = [...groups.values()].map(({ days, plan }) => writePlan(days, false, plan));
  const off = [...closed].filter((day) => day !== 'PH');
  if (off.length > 0) rules.push(writeRule(off, false, []));
  const holidays = open.get('PH');
  if (closed.has('PH')) rules.push(writeRule([], true, []));
  else if (holidays !== undefined) rules.push(writePlan([], true, holidays));
  return rules.join('; ');
}

function writePlan(days: readonly Weekday[], holidays: boolean, plan: DayPlan): string {
  const rule = writeRule(days, holidays, plan.ranges);
  if (!plan.byAppointment) return rule;
  return plan.ranges.length === 0 ? rule.replace(/off$/, comment) : `${rule} ${comment}`;
}
