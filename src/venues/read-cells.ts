import { Temporal } from 'temporal-polyfill';
import { phoneRegionOfDepartement } from '#src/geography';
import { readFrenchHours, readHours } from '#src/hours';
import { foldText, parsePhone } from '#src/kernel';
import type { Notes } from './findings.ts';

/** A name made of nothing but words like these, one of them `test`, is no venue's: "ANCT Test". */
const testName =
  /^(?=.*\b(tests?|fictif|fictive)\b)((tests?|fictive?|anct|lieu|structure|fiche|compte|nom|exemple|de|du|le|la|un|une|mon|ma|\d+)( |$))+$/;

/** What the venue calls itself. A test that was left in the data is flagged (VE-16). */
export function readName(cell: string, notes: Notes): { name: string; isTest: boolean } {
  // Few names hold the word at all: the others are not looked at twice.
  const isTest = /test|fictif|fictive/i.test(cell) && testName.test(foldText(cell));
  if (isTest) notes.flag('nom', 'test-record', cell);
  return { name: cell.replace(/\s+/g, ' '), isTest };
}

/** The hours: as they are, or as OSM writes what a French text says for certain (VE-18). */
export function readHoursText(cell: string, notes: Notes): string | null {
  if (cell === '') return null;
  const hours = readHours(cell);
  const french = hours.trusted ? null : readFrenchHours(cell);
  if (french !== null) notes.repair('horaires', 'french-hours', french);
  for (const defect of french === null ? hours.defects : readHours(french).defects) {
    // Hours that depend on the school holidays are no fault of the record.
    if (defect !== 'school-holidays') notes.flag('horaires', defect, cell);
  }
  return french ?? cell;
}

/** SIRET or RNA; `null` where it is a placeholder or broken. */
export function readPivot(cell: string, notes: Notes): string | null {
  if (/^0+$/.test(cell)) {
    notes.flag('pivot', 'placeholder', cell);
    return null;
  }
  if (!/^[a-zA-Z0-9]{9,14}$/.test(cell)) {
    notes.flag('pivot', 'malformed', cell);
    return null;
  }
  if (/^\d{14}$/.test(cell) && !isSiret(cell)) {
    notes.flag('pivot', 'wrong-checksum', cell);
    return null;
  }
  return cell;
}

/** Luhn's key; La Poste's offices (SIREN 356000000) have a sum that 5 divides instead. */
function isSiret(digits: string): boolean {
  const figures = [...digits].map(Number);
  const luhn = figures.toReversed().reduce((sum, figure, place) => {
    const doubled = place % 2 === 1 ? figure * 2 : figure;
    return sum + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  if (luhn % 10 === 0) return true;
  return (
    digits.startsWith('356000000') && figures.reduce((sum, figure) => sum + figure, 0) % 5 === 0
  );
}

/** E.164, on the numbering plan of the venue's département. */
export function readPhone(cell: string, departement: string | null, notes: Notes): string | null {
  if (cell === '') return null;
  const [first = ''] = cell.split(/[|/;,]|\bou\b/);
  const mayotte =
    departement === '976' ? first.replace(/^(\+|00)\s*269\s*(?=269)/, '+262 ') : first;
  const phone = parsePhone(mayotte, phoneRegionOfDepartement(departement ?? ''));
  if (!phone.ok) {
    notes.flag('telephone', 'malformed', cell);
    return null;
  }
  const { e164 } = phone.value;
  if (mayotte !== first) notes.repair('telephone', 'mayotte-prefix', e164);
  else if (first !== cell) notes.repair('telephone', 'first-of-several', e164);
  else if (e164 !== cell) notes.repair('telephone', 'phone-format', e164);
  return e164;
}

/** The first day that a record of this kind can have been touched: the oldest real ones are of 2012. */
const firstDay = '2000-01-01';

/** `YYYY-MM-DD`; `null` where the day is not to be trusted. */
export function readDay(cell: string, today: string, notes: Notes): string | null {
  const day = dayOf(cell);
  if (day === null) {
    notes.flag('date_maj', 'malformed', cell);
    return null;
  }
  if (day > today) {
    notes.flag('date_maj', 'in-future', cell);
    return null;
  }
  if (day < firstDay) {
    notes.flag('date_maj', 'default-date', cell);
    return null;
  }
  if (day !== cell) notes.repair('date_maj', 'date-format', day);
  return day;
}

function dayOf(cell: string): string | null {
  const [iso] = /^\d{4}-\d{2}-\d{2}(?=$|[T ])/.exec(cell) ?? [];
  if (iso !== undefined) return existing(iso);
  const [, first = '', second = '', year = ''] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(cell) ?? [];
  // 25/03/2021 has one reading; 05/03/2021 has two, and some tools do write the month first.
  return Number(first) > 12 || first === second ? existing(`${year}-${second}-${first}`) : null;
}

function existing(day: string): string | null {
  try {
    return Temporal.PlainDate.from(day, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}
