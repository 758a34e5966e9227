import type { z } from 'zod';
import { parseJson } from '#src/kernel';

/** What this machine keeps under a name; `null` where there is nothing, or nothing understood. */
export function readStored<Schema extends z.ZodType>(
  key: string,
  schema: Schema,
): z.infer<Schema> | null {
  const text = localStorage.getItem(key);
  const json = text === null ? null : parseJson(text);
  if (json === null || !json.ok) return null;
  const parsed = schema.safeParse(json.value);
  return parsed.success ? parsed.data : null;
}
