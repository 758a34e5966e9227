/** SC-52: what a sheet may be, in any file. A script of 1,000 nodes is far below. */
export const mostRows = 10_000;
export const mostColumns = 200;

/** Parts the answers of a cell, and their exits. */
const separator = '|';

/**
 * SC-51: words as a cell of a sheet holds them, whatever file it is saved in. A backslash stands before what a
 * spreadsheet would take for a formula (words that begin with = + - @), and before itself; what cells and their files
 * lose is written by its number, as `\u0007`.
 */
export function cellOf(words: string): string {
  const kept = words.replaceAll('\\', '\\\\').replaceAll(lost, numbered);
  return /^[=+\-@]/.test(kept) ? `\\${kept}` : kept;
}

/** Several words in one cell. */
export function listCell(parts: readonly string[]): string {
  return parts
    .map((part) => cellOf(part).replaceAll(separator, `\\${separator}`))
    .join(` ${separator} `)
    .trim();
}

/** The words of a cell. What nobody escaped is taken as it stands. */
export function wordsOf(cell: string): string {
  return cell.replaceAll(escaped, (_all, code?: string, sign?: string) =>
    code === undefined ? (sign ?? '') : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
const escaped = /\\(?:u([0-9a-f]{4})|([\\|=+\-@]))/g;

/** The parts of a cell, each for `wordsOf`. */
export function partsOf(cell: string): readonly string[] {
  return cell === '' ? [] : cell.split(partEnd).map((part) => part.trim());
}
/** A separator with no backslash of its own before it. */
const partEnd = /(?<=(?<!\\)(?:\\\\)*)\|/;

/** A JSON value as a cell holds it: JSON has its own way to write what would be lost. */
export function jsonCell(value: unknown): string {
  return JSON.stringify(value).replaceAll(lost, numbered);
}

/**
 * Some libraries keep the words of a workbook as the keys of an object, and lose the names that every object has
 * ("constructor"): their first letter is written by its number.
 */
export function keptCell(cell: string): string {
  return cell in {} ? cell.replace(/^./, numbered) : cell;
}

/** The name of a column in a spreadsheet, from 0: A, Z, AA. */
export function letterOf(column: number): string {
  const last = String.fromCharCode('A'.charCodeAt(0) + (column % 26));
  return column < 26 ? last : `${letterOf(Math.floor(column / 26) - 1)}${last}`;
}

/**
 * Space at the ends, control characters but a line's end, half a character, what no alphabet has; and `_x0007_`, which
 * workbooks read as the character of that number.
 */
const lost = /^\s|\s$|(?!\n)\p{Cc}|\p{Cs}|\p{Cn}|\ufffd|_(?=x[0-9a-f]{4}_)/giu;

function numbered(characters: string): string {
  return characters
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
