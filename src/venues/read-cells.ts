import { Temporal } from 'temporal-polyfill';
import { phoneRegionOfDepartement } from '#src/geography';
import { foldText, parsePhone, present } from '#src/kernel';
import type { Notes, RepairReason } from './findings.ts';
import type { Enumeration, StandardColumn } from './standard.ts';

/** The values of a cell that holds several, `|` between them (`;` in version 0). */
export function readList(cell: string, field: StandardColumn, notes: Notes): readonly string[] {
  const { values, former } = splitList(cell);
  if (former) notes.repair(field, 'separator', values.join('|'));
  return values;
}

type List = { readonly values: readonly string[]; readonly former: boolean };

function splitList(cell: string): List {
  if (cell === '') return { values: [], former: false };
  const former = !cell.includes('|') && cell.includes(';');
  const values = cell
    .split(former ? ';' : '|')
    .map((value) => value.trim())
    .filter((value) => value !== '');
  return { values, former };
}

/**
 * The values of an enumeration's cell. Those that no version of the standard knows are set aside, and
 * stay in the cell as they are.
 */
export function readEnumeration<Value extends string>(
  cell: string,
  field: StandardColumn,
  enumeration: Enumeration<Value>,
  notes: Notes,
): readonly Value[] {
  const { values, former } = splitList(cell);
  const read = new Set<Value>();
  const written = new Set<string>();
  const reasons = new Set<RepairReason>();
  if (former) reasons.add('separator');
  for (const text of values) {
    const found = findValue(text, enumeration);
    written.add(found?.official ?? text);
    if (found === null) notes.flag(field, 'unknown-value', text);
    else {
      read.add(found.value);
      if (found.reason !== null) reasons.add(found.reason);
    }
  }
  for (const reason of reasons) notes.repair(field, reason, [...written].join('|'));
  return [...read];
}

function findValue<Value extends string>(text: string, enumeration: Enumeration<Value>) {
  const exact = enumeration.official.get(text);
  if (exact !== undefined) return { value: exact, official: text, reason: null };
  const key = foldText(text);
  const respelt = enumeration.folded.get(key);
  const value = respelt ?? enumeration.former.get(key);
  if (value === undefined) return null;
  const official = present(
    enumeration.written.get(value),
    'Every value of an enumeration is written.',
  );
  return { value, official, reason: respelt === undefined ? 'former-name' : 'spelling' } as const;
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
    if (!good) notes.flag(field, 'malformed', value);
    return good;
  });
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
