/** A number as it is typed in French, `12,5`; nothing where it is none. */
export function readNumber(typed: string): number | undefined {
  const plain = typed.trim().replace(',', '.');
  const value = Number(plain);
  return plain === '' || Number.isNaN(value) ? undefined : value;
}

export function writtenNumber(value: number | string | undefined): string {
  return value === undefined ? '' : String(value).replace('.', ',');
}

/** A day as it is typed, `3/11/2026` or as the file has it; nothing where it is none. */
export function readDate(typed: string): string | undefined {
  const plain = typed.trim();
  const french = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(plain);
  const [, day = '', month = '', year = ''] = french ?? [];
  const iso = french === null ? plain : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(iso) ? iso : undefined;
}

export function writtenDate(value: number | string | undefined): string {
  return value === undefined ? '' : String(value).split('-').reverse().join('/');
}

function isDay(iso: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return false;
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso);
}
