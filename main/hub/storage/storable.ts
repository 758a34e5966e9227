/** Deeper than any script: PostgreSQL, and what reads a tree by calling itself, have an end too. */
const deepest = 40;
/** An act is some steps down in what is sent. */
const deepestSent = deepest + 10;

/**
 * Whether the database can keep the JSON value: a `json` column takes what no text column does (U+0000, half of an
 * emoji), and fails where it is read.
 */
export function isStorable(json: unknown): boolean {
  return isTreeOf(isText, json, deepest);
}

/** Whether what reads the JSON value by calling itself comes to an end. */
export function isReadable(json: unknown): boolean {
  return isTreeOf(() => true, json, deepestSent);
}

function isTreeOf(fits: (text: string) => boolean, json: unknown, most: number): boolean {
  const waiting = [{ value: json, depth: 1 }];
  for (const { value, depth } of waiting) {
    if (typeof value === 'string' && !fits(value)) return false;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > most) return false;
    for (const [key, part] of Object.entries(value)) {
      if (!fits(key)) return false;
      waiting.push({ value: part, depth: depth + 1 });
    }
  }
  return true;
}

function isText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}
