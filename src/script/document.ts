import { z } from 'zod';
import { err, ok, type Result } from '#src/kernel';
import { condition } from './condition.ts';
import { type Finding, type FindingCode, problem } from './findings.ts';
import { shortId } from './ids.ts';

const text = z.string().regex(/\S/).max(1000);
const label = z.string().regex(/\S/).max(80);
const next = shortId;

/** What every node that is said or shown carries. */
const spoken = {
  section: shortId,
  /** Short, for the way back. */
  title: label,
  /** The words to say aloud. */
  say: text,
  /** What to add where the person hesitates, or what the adviser minds. */
  help: text.optional(),
};

const option = {
  id: shortId,
  label,
  hint: label.optional(),
  /** The fact's value, where it is not the id (of a theme: the label). */
  value: z.string().regex(/\S/).max(80).optional(),
};
/** The solution card that belongs to the answer. */
const card = shortId.optional();
const leadingOption = z.strictObject({ ...option, next, card });

const choice = z.strictObject({
  type: z.literal('choice'),
  ...spoken,
  fact: z.enum(['consent', 'beneficiary', 'service', 'theme', 'resolution']).optional(),
  /** Shows the solution card that the path chose last. */
  showCard: z.boolean().optional(),
  options: z.array(leadingOption).min(1),
});
/** Several answers. An option that is `exclusive`, or has its own exit, stands alone. */
const choices = z.strictObject({
  type: z.literal('choices'),
  ...spoken,
  fact: z.enum(['obstacles', 'wishes']).optional(),
  options: z
    .array(z.strictObject({ ...option, exclusive: z.boolean().optional(), next: next.optional() }))
    .min(1),
  next,
});
const typed = { ...spoken, options: z.array(leadingOption), next };
const textQuestion = z.strictObject({ type: z.literal('text'), ...typed });
const number = z.strictObject({
  type: z.literal('number'),
  ...typed,
  min: z.number().optional(),
  max: z.number().optional(),
  /** What it counts, as it is said: "ans", "euros". */
  unit: label.optional(),
});
const date = z.strictObject({
  type: z.literal('date'),
  ...typed,
  min: z.iso.date().optional(),
  max: z.iso.date().optional(),
});
const commune = z.strictObject({
  type: z.literal('commune'),
  ...typed,
  fact: z.literal('commune').optional(),
});
/** Words to say, and one way on, which `label` names. */
const instruction = z.strictObject({ type: z.literal('instruction'), ...spoken, label, next });
const decision = z.strictObject({
  type: z.literal('decision'),
  cases: z.array(z.strictObject({ when: condition, next })).min(1),
  otherwise: next,
});
/** The questions of a distance model, in the order that it asks them. */
const score = z.strictObject({
  type: z.literal('score'),
  section: shortId,
  /** `id@version` */
  model: z.string().min(1).max(60),
  next,
});
/** Where venues are looked for and an appointment is made. */
const orientation = z.strictObject({
  type: z.literal('orientation'),
  ...spoken,
  options: z.array(leadingOption).min(1),
});

/** Another script, whose outcomes lead on from here. */
const subScript = z.strictObject({
  type: z.literal('script'),
  /** Of all that it says. */
  section: shortId,
  /** Its id. */
  script: shortId,
  next,
});
/** Back to `again`, so many times; then on. */
const retry = z.strictObject({
  type: z.literal('retry'),
  again: shortId,
  times: z.int().min(1).max(3),
  next,
});

/** How a script may end. */
export const scriptOutcomes = ['solved', 'partly-solved', 'referred', 'unsolved'] as const;
export type ScriptOutcome = (typeof scriptOutcomes)[number];
const outcome = z.strictObject({
  type: z.literal('outcome'),
  ...spoken,
  result: z.enum(scriptOutcomes),
});

const node = z.discriminatedUnion('type', [
  choice,
  choices,
  textQuestion,
  number,
  date,
  commune,
  instruction,
  decision,
  score,
  orientation,
  subScript,
  retry,
  outcome,
]);
export type ScriptNode = z.infer<typeof node>;
/** A node that a call can stand at or pass: sub-scripts and rounds of retry are written out. */
export type FlatNode = Exclude<ScriptNode, { type: 'script' | 'retry' }>;
/** A node at which the adviser says something. */
export type SpokenNode = Exclude<FlatNode, { type: 'decision' | 'score' }>;

/** A call as it should go: what is answered, and where it ends. */
const example = z.strictObject({
  title: label,
  answers: z
    .array(
      z.strictObject({
        question: z.string().min(1).max(240),
        answer: z.union([z.string(), z.number(), z.array(z.string())]),
      }),
    )
    .max(100),
  /** The outcome's node. */
  outcome: shortId,
});

const singleScript = z.strictObject({
  format: z.literal('aiguillage-script/1'),
  id: shortId,
  version: z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/),
  language: z.string().regex(/^[a-z]{2}$/),
  title: label,
  start: shortId,
  /** In the order in which they come. */
  sections: z.array(z.strictObject({ id: shortId, title: label })).min(1),
  nodes: z.record(shortId, node),
  examples: z.array(example).max(200).optional(),
});

const scriptDocument = singleScript.extend({
  /** The scripts that it runs, by id, once it is linked (`linkScript`). */
  scripts: z.record(shortId, singleScript).optional(),
});

/** A script as it is written. See docs/spec/script.md. */
export type ScriptDocument = z.infer<typeof scriptDocument>;

/** SC-1: reads the shape only; `checkScript` says whether it can run. */
export function parseScript(json: unknown): Result<ScriptDocument, readonly Finding[]> {
  const parsed = scriptDocument.safeParse(json);
  return parsed.success ? ok(parsed.data) : err(parsed.error.issues.map(shapeFinding));
}

/** A part that is missing has a finding of its own: it is what an author forgets. */
function shapeFinding({ path, message }: z.core.$ZodIssue): Finding {
  const part = path.length > 2 ? namedParts.get(path.at(-1)) : undefined;
  return problem(part?.code ?? 'shape', path, part?.says ?? message);
}

const namedParts = new Map<
  PropertyKey | undefined,
  { readonly code: FindingCode; readonly says: string }
>([
  [
    'next',
    { code: 'answer-without-exit', says: 'Nothing says where this leads: "next" is needed.' },
  ],
  [
    'otherwise',
    {
      code: 'decision-without-otherwise',
      says: 'A decision needs "otherwise", for when no case holds.',
    },
  ],
  [
    'predicate',
    {
      code: 'unknown-predicate',
      says: 'Known are is, in, count, level, compare, fact and, at most four deep, not, all, any.',
    },
  ],
]);
