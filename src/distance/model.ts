import { z } from 'zod';
import { err, hashOf, ok, present, type Result } from '#src/kernel';
import { type Level, levels } from './levels.ts';

/**
 * What was done in the last three months: alone, with help, not, or the person does not know.
 * French as in the instrument, whose recorded answers carry these words.
 */
export const distanceAnswers = ['seul', 'aide', 'non', 'nsp'] as const;
export type DistanceAnswer = (typeof distanceAnswers)[number];

/**
 * What a question is about, for a profile beside the level: who is near in one thing may be far in another.
 * Internet at all, a device at ease, reaching people, finding out, forms and money.
 */
export const dimensions = [
  'access',
  'equipment',
  'communication',
  'information',
  'procedures',
] as const;
export type Dimension = (typeof dimensions)[number];

/** DI-5: the longest that a caller is asked, the gate included. */
const mostQuestions = 8;

const text = z.string().trim().min(1).max(300);
/** No dot: a script names a question of the model `<score node>.<question>`. */
const questionId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
const level = z.enum(levels);

const question = z.strictObject({
  dimension: z.enum(dimensions),
  /** Short, for the way back: "Mail". */
  title: text,
  /** What is done, in the infinitive, for a sentence that explains: "lire ou envoyer un mail". */
  deed: text,
  /** The words to say. */
  say: text,
  /** What to add where the person hesitates. */
  help: text,
});

const modelDocument = z
  .strictObject({
    format: z.literal('aiguillage-distance/1'),
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    version: z.string().regex(/^\d+\.\d+\.\d+$/),
    language: z.string().regex(/^[a-z]{2}$/),
    title: text,
    /** Asked first. Not using it at all is `closed`, whatever the rest would be. */
    gate: z.strictObject({ question: questionId, closed: level }),
    /** Asked next; how many are done alone picks the branch, and the row of the table. */
    routing: z.array(questionId).min(1).max(6),
    /** The second stage, by how many routing questions are done alone. */
    branches: z
      .array(
        z.strictObject({
          alone: z.array(z.int().nonnegative()).min(1),
          questions: z.array(questionId).min(1).max(6),
        }),
      )
      .min(1),
    /** Row: done alone in the routing. Column: done alone in the branch. */
    table: z.array(z.array(level).min(1)).min(1),
    /** What the levels are called, in the language of the questions. */
    levelNames: z.record(z.enum(levels), text),
    answers: z.record(
      z.enum(distanceAnswers),
      z.strictObject({ label: text, hint: text.nullable() }),
    ),
    questions: z.record(questionId, question),
    /** What gets in the person's way. Flags: they never change the level. */
    obstacles: z.array(z.strictObject({ id: questionId, label: text })),
  })
  .superRefine((model, context) => {
    for (const { place, message } of inconsistencies(model)) {
      context.addIssue({ code: 'custom', path: [...place], message });
    }
  });
type ModelDocument = z.infer<typeof modelDocument>;

/** A scoring model: questions and table, no code. See docs/spec/distance.md. */
export type DistanceModel = ModelDocument & {
  /** `id@version`, on every result. */
  readonly stamp: string;
  /** SHA-256 of the document: two models of one stamp that differ are told apart. */
  readonly hash: string;
};

/** Why a document is no model: where in it (a path), and what is wrong there. */
export type ModelIssue = {
  readonly code: 'invalid-model';
  readonly place: string;
  readonly message: string;
};

/** DI-1: reads a model, and refuses one whose table does not fit its questions. */
export function parseDistanceModel(json: unknown): Result<DistanceModel, readonly ModelIssue[]> {
  const parsed = modelDocument.safeParse(json);
  if (!parsed.success) {
    return err(
      parsed.error.issues.map(({ path, message }) => ({
        code: 'invalid-model',
        place: path.join('.'),
        message,
      })),
    );
  }
  const document = parsed.data;
  return ok({ ...document, stamp: `${document.id}@${document.version}`, hash: hashOf(document) });
}

/** The questions asked after `alone` routing questions done alone. */
export function branchOf(model: Pick<DistanceModel, 'branches'>, alone: number): readonly string[] {
  const branch = model.branches.find((candidate) => candidate.alone.includes(alone));
  return present(branch, 'a parsed model has one branch for each count').questions;
}

type Inconsistency = {
  readonly place: readonly (string | number)[];
  readonly message: string;
};

function* inconsistencies(model: Written): Generator<Inconsistency> {
  yield* misplacedQuestions(model);
  const misshapen = [...misshapenTable(model)];
  yield* misshapen;
  if (misshapen.length === 0) yield* raisedDistances(model);
}

/** What the rules below look at; a document has it before it is known to fit together. */
type Written = {
  readonly gate: { readonly question: string; readonly closed: Level };
  readonly routing: readonly string[];
  readonly branches: ModelDocument['branches'];
  readonly table: ModelDocument['table'];
  readonly questions: ModelDocument['questions'];
};

function* misplacedQuestions(model: Written): Generator<Inconsistency> {
  const used = [
    model.gate.question,
    ...model.routing,
    ...model.branches.flatMap(({ questions }) => questions),
  ];
  for (const id of new Set(used)) {
    if (!Object.hasOwn(model.questions, id)) {
      yield { place: ['questions'], message: `The question "${id}" has no words.` };
    }
  }
  if (new Set(used).size !== used.length) {
    yield { place: ['branches'], message: 'A question stands in two places.' };
  }
  for (const [place, { questions }] of model.branches.entries()) {
    if (1 + model.routing.length + questions.length > mostQuestions) {
      yield {
        place: ['branches', place],
        message: `This way asks more than ${mostQuestions} questions.`,
      };
    }
  }
}

function* misshapenTable(model: Written): Generator<Inconsistency> {
  if (model.table.length !== model.routing.length + 1) {
    yield { place: ['table'], message: 'The table needs one row for each count of the routing.' };
  }
  for (const [alone, row] of model.table.entries()) {
    const branches = model.branches.filter((branch) => branch.alone.includes(alone));
    if (branches.length !== 1) {
      yield { place: ['branches'], message: `${alone} done alone needs exactly one branch.` };
    }
    const branch = branches[0];
    if (branch !== undefined && row.length !== branch.questions.length + 1) {
      yield { place: ['table', alone], message: 'The row needs one level for each count.' };
    }
  }
}

/**
 * DI-6: whatever else was answered. One more in the branch moves along the row; one more in the routing
 * moves to the next row, in the same column where the branch stays, to any of its columns where the
 * branch changes; the gate opens onto any cell.
 */
function* raisedDistances(model: Written): Generator<Inconsistency> {
  const message = 'One more thing done alone raises the distance.';
  for (const [alone, row] of model.table.entries()) {
    const before = model.table[alone - 1];
    const staysOnBranch =
      before !== undefined && branchOf(model, alone) === branchOf(model, alone - 1);
    const isRaised = row.some((level, column) => {
      const fromBefore = staysOnBranch ? before[column] : before?.at(-1);
      return level > (row[column - 1] ?? level) || level > (fromBefore ?? model.gate.closed);
    });
    if (isRaised) yield { place: ['table', alone], message };
  }
}
