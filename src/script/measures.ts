import { Temporal } from 'temporal-polyfill';

/** What may be typed as a number or a date, in the question's own unit (a date: days since 1970). */
export type Limits = {
  readonly min: number | null;
  readonly max: number | null;
  /** What the number counts, as it is said: "ans", "euros". */
  readonly unit: string | null;
};

/** As a number is recorded: a point before the decimals, six at most. */
const number = /^-?\d{1,9}(\.\d{1,6})?$/;
const isoDate = /^\d{4}-\d{2}-\d{2}$/;
/** As somebody in France writes a date. */
const frenchDate = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/;

/** A number or an ISO date on one scale, so that two of a kind compare; `null`: it is neither. */
export function magnitude(kind: 'number' | 'date', value: string): number | null {
  if (kind === 'number') return number.test(value) ? Number(value) : null;
  return isoDate.test(value) ? daysOf(value) : null;
}

function daysOf(iso: string): number | null {
  try {
    return Temporal.PlainDate.from(iso).since('1970-01-01').days;
  } catch {
    return null;
  }
}

/** The ISO date of a day counted from 1970. */
export function dayOf(days: number): string {
  return Temporal.PlainDate.from('1970-01-01').add({ days }).toString();
}

/** Whether the value is a number or a date within its limits. */
export function isWithin(kind: 'number' | 'date', limits: Limits, value: string): boolean {
  const size = magnitude(kind, value);
  return (
    size !== null &&
    (limits.min === null || size >= limits.min) &&
    (limits.max === null || size <= limits.max)
  );
}

/** What was typed, as it is recorded: "1 200,5" is 1200.5, "3/4/2026" is 2026-04-03. */
export function recorded(kind: 'number' | 'date', typed: string): string {
  if (kind === 'number') return typed.replaceAll(/\s/g, '').replace(',', '.');
  const [, day = '', month = '', year = ''] = frenchDate.exec(typed.trim()) ?? [];
  if (year === '') return typed.trim();
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** A recorded number or date as it is read: "12,5 ans", "03/04/2026". */
export function measureInWords(kind: 'number' | 'date', { unit }: Limits, value: string): string {
  if (kind === 'date') return value.split('-').reverse().join('/');
  return [value.replace('.', ','), unit].filter((part) => part !== null).join(' ');
}
