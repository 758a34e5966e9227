/** Deeper than any script: PostgreSQL, and what reads a tree by calling itself, have an end too. */
const deepest = 40;

/**
 * Whether the database can keep the JSON value: a `json` column takes what no text column does (U+0000, half of an
 * emoji), and fails where it is read.
 */
export function isStorable(json: unknown): boolean {
  const waiting = [{ value: json, depth: 1 }];
  for (const { value, depth } of waiting) {
    if (typeof value === 'string' && !isText(value)) return false;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > deepest) return false;
    for (const [key, part] of Object.entries(value)) {
      if (!isText(key)) return false;
      waiting.push({ value: part, depth: depth + 1 });
    }
  }
  return true;
}

function isText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}
