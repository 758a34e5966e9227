import { z } from 'zod';
import { noRequestReasons } from '#src/calls';
import { levels } from '#src/distance';
import type { Result } from '#src/kernel';
import { type InvalidFile, parseFile, scriptOutcomes, shortId } from '#src/script';

const words = z.string().regex(/\S/).max(600);
const answer = z.union([z.string().min(1).max(500), z.array(shortId).min(1)]);

const reply = z.strictObject({
  /** What the person says, in her own words. The adviser works out which answer that is. */
  says: words,
  /** The answer that it amounts to. */
  choice: answer,
  /** Where the words can be heard in more than one way: the other answers that are as good. */
  orElse: z.array(answer).min(1).optional(),
  /** Where the words can be heard in more than one way: how to hear them, told afterwards. */
  why: words.optional(),
});
export type Reply = z.infer<typeof reply>;

/** What a good call with the person comes to. The path to it is that of her own answers. */
const expectedEnd = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('script'),
    outcome: z.enum(scriptOutcomes),
    /** `null`: her script does not measure it, or the call ends before. */
    level: z.enum(levels).nullable(),
  }),
  z.strictObject({
    kind: z.literal('no-request'),
    /** What is heard on the line: `continued` is never that of a training call. */
    reason: z.enum(noRequestReasons).exclude(['continued']),
    /** The last question to ask before the call is closed. */
    after: z.string().min(1),
  }),
]);

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
  expected: z.strictObject({
    end: expectedEnd,
    /** How long a good call takes, from the answer to goodbye. */
    minutes: z.int().min(1).max(30),
    /** What hurts or loses this person, and what to say instead. */
    avoid: z.array(z.strictObject({ words, instead: words })).min(2),
  }),
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

/** What the person says to that question. */
export function replyTo({ answers, default: otherwise }: Persona, question: string): Reply {
  return answers[question] ?? otherwise;
}
