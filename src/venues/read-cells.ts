import { Temporal } from 'temporal-polyfill';
import { phoneRegionOfDepartement } from '#src/geography';
import { foldText, parsePhone } from '#src/kernel';
import type { Notes } from './findings.ts';
import type { Enumeration, StandardColumn } from './standard.ts';

/** The values of a cell that holds several, `|` between them (`;` in version 0). */
export function readList(cell: string, field: StandardColumn, notes: Notes): readonly string[] {
  if (cell === '') return [];
  const former = !cell.includes('|') && cell.includes(';');
  if (former) notes.repair(field, 'separator');
  return cell
    .split(former ? ';' : '|')
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

/** The values of an enumeration's cell; those that no version of the standard knows are set aside. */
export function readEnumeration<Value extends string>(
  cell: string,
  field: StandardColumn,
  enumeration: Enumeration<Value>,
  notes: Notes,
): readonly Value[] {
  const values = new Set<Value>();
  for (const text of readList(cell, field, notes)) {
    const official = enumeration.official.get(text);
    const key = official === undefined ? foldText(text) : '';
    const respelt = enumeration.folded.get(key);
    const value = official ?? respelt ?? enumeration.former.get(key);
    if (value === undefined) {
      notes.flag(field, 'unknown-value');
      continue;
    }
    if (official === undefined) {
      notes.repair(field, respelt === undefined ? 'former-name' : 'spelling');
    }
    values.add(value);
  }
  return [...values];
}

/** SIRET or RNA; `null` where it is a placeholder or broken. */
export function readPivot(cell: string, notes: Notes): string | null {
  if (/^0+$/.test(cell)) {
    notes.flag('pivot', 'placeholder');
    return null;
  }
  if (!/^[a-zA-Z0-9]{9,14}$/.test(cell)) {
    notes.flag('pivot', 'malformed');
    return null;
  }
  if (/^\d{14}$/.test(cell) && !isSiret(cell)) {
    notes.flag('pivot', 'wrong-checksum');
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
export function readPhone(cell: string, departement: string, notes: Notes): string | null {
  if (cell === '') return null;
  const [first = ''] = cell.split(/[|/;,]|\bou\b/);
  const mayotte =
    departement === '976' ? first.replace(/^(\+|00)\s*269\s*(?=269)/, '+262 ') : first;
  const phone = parsePhone(mayotte, phoneRegionOfDepartement(departement));
  if (!phone.ok) {
    notes.flag('telephone', 'malformed');
    return null;
  }
  if (mayotte !== first) notes.repair('telephone', 'mayotte-prefix');
  else if (first !== cell) notes.repair('telephone', 'first-of-several');
  else if (phone.value.e164 !== cell) notes.repair('telephone', 'phone-format');
  return phone.value.e164;
}

/** Addresses that can be written to; the others are set aside. */
export function readEmails(cell: string, notes: Notes): readonly string[] {
  return readMatching(cell, 'courriels', /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/, notes);
}

const webAddress = /^https?:\/\/[^\s/]+\.[^\s]+$/i;

/** Addresses that a browser opens; the others are set aside, so that no other scheme is ever followed. */
export function readWebsites(cell: string, field: StandardColumn, notes: Notes): readonly string[] {
  return readMatching(cell, field, webAddress, notes);
}

function readMatching(cell: string, field: StandardColumn, pattern: RegExp, notes: Notes) {
  return readList(cell, field, notes).filter((value) => {
    const good = pattern.test(value);
    if (!good) notes.flag(field, 'malformed');
    return good;
  });
}

/** The first day that a record of this kind can have been touched: the oldest real ones are of 2012. */
const firstDay = '2000-01-01';

/** `YYYY-MM-DD`; `null` where the day is not to be trusted. */
export function readDay(cell: string, today: string, notes: Notes): string | null {
  const day = dayOf(cell);
  if (day === null) {
    notes.flag('date_maj', 'malformed');
    return null;
  }
  if (day > today) {
    notes.flag('date_maj', 'in-future');
    return null;
  }
  if (day < firstDay) {
    notes.flag('date_maj', 'default-date');
    return null;
  }
  if (day !== cell) notes.repair('date_maj', 'date-format');
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
