import { z } from 'zod';
import { type Level, levels } from '#src/distance';
import { present } from '#src/kernel';
import { type Fact, facts } from './facts.ts';
import { questionId, shortId } from './ids.ts';
import { magnitude } from './measures.ts';

/** What a decision may look at: these and nothing else, so that a script holds no code. */
export type Condition =
  /** The answer is this option, or this option is among the answers. */
  | { readonly predicate: 'is'; readonly question: string; readonly option: string }
  | { readonly predicate: 'in'; readonly question: string; readonly options: readonly string[] }
  /** So many options were chosen, "ne sait pas" and "none of these" not counted. */
  | { readonly predicate: 'count'; readonly question: string; readonly atLeast: number }
  /** The level that a score node found. */
  | { readonly predicate: 'level'; readonly score: string; readonly levels: readonly Level[] }
  /** A number or a date holds against another; "ne sait pas" holds against none. */
  | {
      readonly predicate: 'compare';
      readonly question: string;
      readonly op: Comparison;
      readonly value: number | string;
    }
  /** The call's fact has this value. A fact that nobody gave has none. */
  | { readonly predicate: 'fact'; readonly fact: Fact; readonly value: string }
  | { readonly predicate: 'not'; readonly of: Condition }
  | { readonly predicate: 'all' | 'any'; readonly of: readonly Condition[] };

const comparisons = ['lt', 'lte', 'eq', 'gte', 'gt'] as const;
type Comparison = (typeof comparisons)[number];

/** How deep not, all and any may hold each other. What nobody can read aloud is refused. */
const deepest = 4;

const simple = [
  z.strictObject({ predicate: z.literal('is'), question: questionId, option: shortId }),
  z.strictObject({
    predicate: z.literal('in'),
    question: questionId,
    options: z.array(shortId).min(1),
  }),
  z.strictObject({
    predicate: z.literal('count'),
    question: questionId,
    atLeast: z.int().positive(),
  }),
  z.strictObject({
    predicate: z.literal('level'),
    score: questionId,
    levels: z.array(z.enum(levels)).min(1),
  }),
  z.strictObject({
    predicate: z.literal('compare'),
    question: questionId,
    op: z.enum(comparisons),
    value: z.union([z.number(), z.iso.date()]),
  }),
  z.strictObject({ predicate: z.literal('fact'), fact: z.enum(facts), value: z.string().min(1) }),
] as const;

function conditionOf(depth: number): z.ZodType<Condition> {
  if (depth === 0) return z.discriminatedUnion('predicate', simple);
  const inner = conditionOf(depth - 1);
  return z.discriminatedUnion('predicate', [
    ...simple,
    z.strictObject({ predicate: z.literal('not'), of: inner }),
    z.strictObject({ predicate: z.enum(['all', 'any']), of: z.array(inner).min(1) }),
  ]);
}

/** SC-8: the shape of a condition in a script's file. */
export const condition = conditionOf(deepest);

/** What a condition can ask about the path so far. */
export type Known = {
  /** The options chosen; none where the question was not asked. */
  chosen(question: string): readonly string[];
  /** How many of them are more than "ne sait pas" and "none of these". */
  counted(question: string): number;
  /** The number or the date typed, on one scale; `null` where none was. */
  size(question: string): number | null;
  /** The level that a score node found. */
  level(score: string): Level | null;
  /** The values given for a fact. */
  fact(fact: Fact): readonly string[];
};

/** Whether the condition is true of what is known. */
export function holds(condition: Condition, known: Known): boolean {
  switch (condition.predicate) {
    case 'is':
      return known.chosen(condition.question).includes(condition.option);
    case 'in':
      return known.chosen(condition.question).some((option) => condition.options.includes(option));
    case 'count':
      return known.counted(condition.question) >= condition.atLeast;
    case 'level': {
      const level = known.level(condition.score);
      return level !== null && condition.levels.includes(level);
    }
    case 'compare': {
      const size = known.size(condition.question);
      return size !== null && compares(size, condition.op, comparedSize(condition.value));
    }
    case 'fact':
      return known.fact(condition.fact).includes(condition.value);
    case 'not':
      return !holds(condition.of, known);
    case 'all':
      return condition.of.every((part) => holds(part, known));
    case 'any':
      return condition.of.some((part) => holds(part, known));
  }
}

/** What a condition compares with, on the scale of its kind. */
export function comparedSize(value: number | string): number {
  if (typeof value === 'number') return value;
  return present(magnitude('date', value), 'the format takes ISO dates only');
}

function compares(size: number, op: Comparison, other: number): boolean {
  switch (op) {
    case 'lt':
      return size < other;
    case 'lte':
      return size <= other;
    case 'eq':
      return size === other;
    case 'gte':
      return size >= other;
    case 'gt':
      return size > other;
  }
}

/** The parts of a condition that ask something. */
export type SimpleCondition = Exclude<Condition, { readonly of: unknown }>;

/** Those parts of a condition, whatever not, all and any make of them. */
export function partsOf(condition: Condition): readonly SimpleCondition[] {
  switch (condition.predicate) {
    case 'not':
      return partsOf(condition.of);
    case 'all':
    case 'any':
      return condition.of.flatMap(partsOf);
    default:
      return [condition];
  }
}
