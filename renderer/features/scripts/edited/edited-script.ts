import { z } from 'zod';

/*
 * A script while it is written: any part may still be missing, so that every moment of typing has a value. What the
 * form does not know stays where it is. `checkScript` says what is wrong with it; docs/spec/script.md what it means.
 */

/** Empty words are left out of the file: the checker names what is not there. */
const words = z.string().optional();

const option = z.looseObject({
  id: z.string(),
  label: words,
  hint: words,
  value: words,
  card: words,
  exclusive: z.boolean().optional(),
  next: words,
});
export type EditedOption = Readonly<z.infer<typeof option>>;

export const predicates = [
  'is',
  'in',
  'count',
  'level',
  'compare',
  'fact',
  'not',
  'all',
  'any',
] as const;
export type Predicate = (typeof predicates)[number];

/** What a case of a decision asks, as far as it is written. */
export type EditedCondition = {
  readonly predicate: Predicate;
  readonly question?: string | undefined;
  readonly option?: string | undefined;
  readonly options?: readonly string[] | undefined;
  readonly atLeast?: number | undefined;
  readonly score?: string | undefined;
  readonly levels?: readonly string[] | undefined;
  readonly op?: string | undefined;
  readonly fact?: string | undefined;
  readonly value?: number | string | undefined;
  readonly of?: EditedCondition | readonly EditedCondition[] | undefined;
};
const condition: z.ZodType<EditedCondition> = z.looseObject({
  predicate: z.enum(predicates),
  question: words,
  option: words,
  options: z.array(z.string()).readonly().optional(),
  atLeast: z.number().optional(),
  score: words,
  levels: z.array(z.string()).readonly().optional(),
  op: words,
  fact: words,
  value: z.union([z.number(), z.string()]).optional(),
  of: z.lazy(() => z.union([condition, z.array(condition).readonly()])).optional(),
});

const decisionCase = z.looseObject({ when: condition, next: words });
export type EditedCase = Readonly<z.infer<typeof decisionCase>>;

export const nodeTypes = [
  'choice',
  'choices',
  'text',
  'number',
  'date',
  'commune',
  'instruction',
  'decision',
  'orientation',
  'score',
  'script',
  'retry',
  'outcome',
] as const;
export type NodeType = (typeof nodeTypes)[number];

const limit = z.union([z.number(), z.string()]).optional();

/** The parts of every type of node; which of them one has is its type's business. */
const node = z.looseObject({
  type: z.enum(nodeTypes),
  section: words,
  title: words,
  say: words,
  help: words,
  fact: words,
  showCard: z.boolean().optional(),
  options: z.array(option).readonly().optional(),
  min: limit,
  max: limit,
  unit: words,
  label: words,
  cases: z.array(decisionCase).readonly().optional(),
  otherwise: words,
  model: words,
  script: words,
  again: words,
  times: z.number().optional(),
  result: words,
  next: words,
});
export type EditedNode = Readonly<z.infer<typeof node>>;

const section = z.looseObject({ id: z.string(), title: words });
export type EditedSection = Readonly<z.infer<typeof section>>;

const example = z.looseObject({
  title: words,
  answers: z
    .array(
      z.looseObject({
        question: z.string(),
        answer: z.union([z.string(), z.number(), z.array(z.string()).readonly()]),
      }),
    )
    .readonly(),
  outcome: words,
});
export type EditedExample = Readonly<z.infer<typeof example>>;

export const editedScript = z.looseObject({
  id: z.string(),
  version: words,
  title: words,
  start: words,
  sections: z.array(section).readonly(),
  nodes: z.record(z.string(), node),
  examples: z.array(example).readonly().optional(),
});
export type EditedScript = Readonly<z.infer<typeof editedScript>>;

/** Reads a draft, a published version or an imported file; `null`: it is no script at all. */
export function readEdited(json: unknown): EditedScript | null {
  const parsed = editedScript.safeParse(json);
  return parsed.success ? parsed.data : null;
}

/** What is typed into a field, as the script holds it. */
export function orNone(typed: string): string | undefined {
  return typed === '' ? undefined : typed;
}

/** The script with a node changed. */
export function withNode(
  script: EditedScript,
  id: string,
  change: (node: EditedNode) => EditedNode,
): EditedScript {
  const before = script.nodes[id];
  if (before === undefined) return script;
  return { ...script, nodes: { ...script.nodes, [id]: change(before) } };
}
