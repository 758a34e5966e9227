import { z } from 'zod';
import type { Result } from '#src/kernel';
import { shortId } from './ids.ts';
import { type InvalidFile, parseFile } from './solution-card.ts';

const words = z.string().regex(/\S/).max(600);
const reply = z.strictObject({
  /** What the person says, in her own words. The adviser works out which answer that is. */
  says: words,
  /** The answer that it amounts to. */
  choice: z.union([z.string().min(1).max(500), z.array(shortId).min(1)]),
});

const persona = z.strictObject({
  id: shortId,
  /** The script that the answers are for: a line that runs another cannot ring with this persona. */
  script: shortId,
  name: words,
  age: z.int().min(14).max(110),
  /** E.164, in a range kept for fiction; `null`: a withheld number. */
  number: z
    .string()
    .regex(/^\+33(19900|26191|35301|46571|53649|63998)\d{4}$/)
    .nullable(),
  /** Who calls, and what about, for whoever chooses a persona. */
  presents: words,
  /** The first thing that is heard. */
  opening: words,
  /** Replies by question id of the script. */
  answers: z.record(z.string(), reply),
  /** The reply to any question that is not listed. */
  default: reply,
  /** What comes up in passing and is worth a note. */
  facts: z.array(words).min(1),
  /** Where the person who needs help lives. */
  communeCode: z.string().regex(/^(\d{2}|2[AB])\d{3}$/),
  /** How long the line rings before the person gives up, in seconds. */
  ringsForS: z.int().min(5).max(120),
  /** How long after the answer the person hangs up by herself, in seconds; `null`: stays to the end. */
  hangsUpAfterS: z.int().min(5).max(3600).nullable(),
});

/** Somebody invented who phones the training line. */
export type Persona = z.infer<typeof persona>;

/** Reads a persona's file. */
export function parsePersona(json: unknown): Result<Persona, InvalidFile> {
  return parseFile(persona, json);
}
