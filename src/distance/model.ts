import { z } from 'zod';
import { err, hashOf, ok, type Result } from '#src/kernel';
import { levels } from './levels.ts';

/**
 * What was done in the last three months: alone, with help, not, or the person does not know.
 * French as in the instrument, whose recorded answers carry these words.
 */
export const distanceAnswers = ['seul', 'aide', 'non', 'nsp'] as const;
export type DistanceAnswer = (typeof distanceAnswers)[number];

const text = z.string().trim().min(1).max(300);
/** No dot: a script names a question of the model `<score node>.<question>`. */
const questionId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
const level = z.enum(levels);

const question = z.strictObject({
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

type Inconsistency = {
  readonly place: readonly (string | number)[];
  readonly message: string;
};

function* inconsistencies(model: {
  readonly gate: { readonly question: string };
  readonly routing: readonly string[];
  readonly branches: ModelDocument['branches'];
  readonly table: ModelDocument['table'];
  readonly questions: ModelDocument['questions'];
}): Generator<Inconsistency> {
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
    if (row.some((level, column) => level > (row[column - 1] ?? level))) {
      yield { place: ['table', alone], message: 'One more thing done alone raises the distance.' };
    }
  }
}
