import { foldText, present } from '#src/kernel';
import type { FlagReason, Notes, RepairReason } from './findings.ts';
import type { Enumeration, StandardColumn } from './standard.ts';

/** The values of a cell, and what had to be put right in how they stand in it. */
type List = { readonly values: readonly string[]; readonly repair: RepairReason | null };

/** What stands between the values of version 0, where `|` does not. */
const formerSeparator = /;/;
/** Neither sign can be in the name of a mailbox. */
const mailSeparator = /[;,]/;
/** Either sign can be in an address: it separates only where another address follows. */
const addressSeparator = /[;,](?=\s*https?:\/\/)/i;

function splitList(cell: string, former: RegExp): List {
  if (cell.trim() === '') return { values: [], repair: null };
  const isFormer = !cell.includes('|') && former.test(cell);
  const values = cell
    .split(isFormer ? former : '|')
    .map((value) => value.trim())
    .filter((value) => value !== '');
  if (isFormer) return { values, repair: 'separator' };
  return { values, repair: values.join('|') === cell ? null : 'spaces' };
}

/** The values of a cell that holds several, `|` between them (`;` in version 0). */
export function readList(cell: string, field: StandardColumn, notes: Notes): readonly string[] {
  return readSplit(splitList(cell, formerSeparator), field, notes);
}

function readSplit({ values, repair }: List, field: StandardColumn, notes: Notes) {
  if (repair !== null) notes.repair(field, repair, values.join('|'));
  return values;
}

/**
 * The values of an enumeration's cell. Those that no version of the standard knows, or that have no
 * successor, are set aside, and stay in the cell as they are.
 */
export function readEnumeration<Value extends string>(
  cell: string,
  field: StandardColumn,
  enumeration: Enumeration<Value>,
  notes: Notes,
): readonly Value[] {
  const { values, repair } = splitList(cell, formerSeparator);
  const read = new Set<Value>();
  const written = new Set<string>();
  const reasons = new Set<RepairReason>();
  if (repair !== null) reasons.add(repair);
  for (const text of values) {
    const found = findValue(text, enumeration);
    if (found.value !== null) read.add(found.value);
    if (found.repair !== null) reasons.add(found.repair);
    if (found.flag !== null) notes.flag(field, found.flag, text);
    written.add(found.written);
  }
  for (const reason of reasons) notes.repair(field, reason, [...written].join('|'));
  return [...read];
}

/** What a text is in an enumeration: its value, or why it has none. */
type Found<Value> = {
  readonly value: Value | null;
  /** As the standard writes it. */
  readonly written: string;
  readonly repair: RepairReason | null;
  readonly flag: FlagReason | null;
};

function findValue<Value extends string>(
  text: string,
  enumeration: Enumeration<Value>,
): Found<Value> {
  const read = (value: Value, repair: RepairReason | null) => ({
    value,
    written: present(enumeration.written.get(value), 'every value of an enumeration is written'),
    repair,
    flag: null,
  });
  const setAside = (flag: FlagReason) => ({ value: null, written: text, repair: null, flag });
  const exact = enumeration.official.get(text);
  if (exact !== undefined) return read(exact, null);
  const respelt = enumeration.folded.get(foldText(text));
  if (respelt !== undefined) return read(respelt, 'spelling');
  // Version 0 explained its values after a colon: "Payant : L'accès au lieu est payant".
  const [name = ''] = text.split(/\s*:\s/, 1);
  const former = enumeration.former.get(foldText(name));
  if (former === null) return setAside('no-successor');
  const value = former ?? enumeration.folded.get(foldText(name));
  return value === undefined ? setAside('unknown-value') : read(value, 'former-name');
}

/** Whether the enumeration has the value, in this version or in version 0. */
export function knowsValue<Value extends string>(
  text: string,
  enumeration: Enumeration<Value>,
): boolean {
  return findValue(text, enumeration).flag !== 'unknown-value';
}

/** Kinds of structure. Pôle emploi became France Travail. */
export function readTypologies(cell: string, notes: Notes): readonly string[] {
  const { values, repair } = splitList(cell, formerSeparator);
  const isFormer = values.includes('PE');
  const current = isFormer
    ? [...new Set(values.map((code) => (code === 'PE' ? 'FT' : code)))]
    : values;
  if (repair !== null) notes.repair('typologie', repair, current.join('|'));
  if (isFormer) notes.repair('typologie', 'former-name', current.join('|'));
  return current;
}

/** Addresses that can be written to; the others are set aside. */
export function readEmails(cell: string, notes: Notes): readonly string[] {
  const list = readSplit(splitList(cell, mailSeparator), 'courriels', notes);
  return matching(list, 'courriels', /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/, notes);
}

const webAddress = /^https?:\/\/[^\s/]+\.[^\s]+$/i;

/** Addresses that a browser opens; the others are set aside, so that no other scheme is ever followed. */
export function readWebsites(cell: string, field: StandardColumn, notes: Notes): readonly string[] {
  const list = readSplit(splitList(cell, addressSeparator), field, notes);
  return matching(list, field, webAddress, notes);
}

function matching(
  list: readonly string[],
  field: StandardColumn,
  pattern: RegExp,
  notes: Notes,
): readonly string[] {
  return list.filter((value) => {
    const isGood = pattern.test(value);
    if (!isGood) notes.flag(field, 'malformed', value);
    return isGood;
  });
}
