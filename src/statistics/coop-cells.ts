/** Several values of a cell, as the standard of venues parts them; `null` where there is none. */
export function listed(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.join('|');
}
