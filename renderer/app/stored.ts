import type { z } from 'zod';

/** What this machine keeps under a name; `null` where there is nothing, or nothing understood. */
export function readStored<Schema extends z.ZodType>(
  key: string,
  schema: Schema,
): z.infer<Schema> | null {
  const parsed = schema.safeParse(parseJson(localStorage.getItem(key)));
  return parsed.success ? parsed.data : null;
}

function parseJson(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
