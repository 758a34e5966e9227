import { z } from 'zod';
import { err, hashOf, ok, present, type Result } from '#src/kernel';
import { type Agreement, agreementOf, type Judged } from './agreement.ts';
import { assess, type DistanceAnswers } from './assess.ts';
import { countAlone, fitFixedForm, fitTable, type Tally } from './fit.ts';
import type { Level } from './levels.ts';
import type { DistanceModel } from './model.ts';

/** Somebody who answered every question of the model and a longer questionnaire. */
export type Respondent = {
  readonly answers: DistanceAnswers;
  /** The level that the longer questionnaire gives. */
  readonly reference: Level;
  readonly age: number;
};

/** What the figures do not say; each is to be read beside them. */
export const calibrationLimits = [
  /** The people are of another country and of years gone by. */
  'elsewhere',
  /** They said what they do, not how well. */
  'use-not-ability',
  /** The reference is a longer questionnaire that holds the questions asked. */
  'agreement-not-truth',
] as const;
export type CalibrationLimit = (typeof calibrationLimits)[number];

/** The ages by which the figures are given; `null`: no upper end. In years. */
const ageBands = [
  { from: 18, to: 29 },
  { from: 30, to: 44 },
  { from: 45, to: 59 },
  { from: 60, to: 74 },
  { from: 75, to: null },
] as const;
/** How many questions the fixed forms ask that the model is held against. */
const fixedSizes = [5, 7] as const;
const foldCount = 10;

const survey = z.strictObject({
  name: z.string(),
  publisher: z.string(),
  /** ISO 3166-1, two letters. */
  country: z.string().regex(/^[A-Z]{2}$/),
  years: z.array(z.int()).min(1),
  licence: z.string(),
  /** Where the publisher is found. */
  url: z.url(),
  limits: z.array(z.enum(calibrationLimits)),
});
/** Where the people come from. */
export type Survey = z.infer<typeof survey>;

/** `agreementOf` people who were not among those fitted, and how many questions they were asked. */
const measured = z.strictObject({
  people: z.int().positive(),
  accuracy: z.number().min(0).max(1),
  kappa: z.number().min(-1).max(1),
  farApart: z.int().nonnegative(),
  /** The gate left out: everybody in the survey passes it. */
  meanQuestions: z.number().nonnegative(),
});
export type Measured = z.infer<typeof measured>;

const calibration = z.strictObject({
  format: z.literal('aiguillage-calibration/1'),
  /** `id@version` and SHA-256 of the model that the figures are of. */
  model: z.string(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  survey,
  folds: z.int().positive(),
  /** How many of the folds' tables are the very table of the model. */
  sameTable: z.int().nonnegative(),
  whole: measured,
  byAge: z.array(measured.extend({ from: z.int(), to: z.int().nullable() })),
  fixedForms: z.array(measured.extend({ questions: z.array(z.string()).min(1) })),
});
/**
 * What a model is worth, rounded to four decimals: each person judged by a table fitted on the others.
 * `fixedForms` are the best forms of as many questions, all asked, on the same people in the same way.
 */
export type Calibration = z.infer<typeof calibration>;

/** Reads figures that were written. */
export function parseCalibration(
  json: unknown,
): Result<Calibration, { code: 'invalid-calibration' }> {
  const parsed = calibration.safeParse(json);
  return parsed.success ? ok(parsed.data) : err({ code: 'invalid-calibration' });
}

/**
 * Fits the table of a model on everybody, and measures by cross-validation what such a table is worth.
 * The same people in the same order always give the same: who is in which fold hangs on the place alone.
 */
export function calibrate(
  model: DistanceModel,
  people: readonly Respondent[],
  of: Survey,
): { readonly table: DistanceModel['table']; readonly calibration: Calibration } {
  const groups = groupsOf(people);
  const table = fitTable(model, tallied(groups));
  const questions = Object.keys(model.questions).filter((id) => id !== model.gate.question);
  const judged = crossValidate(groups, (tallies) => byTable(model, fitTable(model, tallies)));
  const fixedForms = fixedSizes.map((size) => ({
    questions: [...fitFixedForm(questions, size, tallied(groups)).questions],
    ...measure(crossValidate(groups, (tallies) => byFixedForm(questions, size, tallies))),
  }));
  const fitted = hashOf(table);
  return {
    table,
    calibration: {
      format: 'aiguillage-calibration/1',
      model: model.stamp,
      hash: model.hash,
      survey: of,
      folds: foldCount,
      sameTable: foldsOf((fold) => hashOf(fitTable(model, tallied(groups, fold)))).filter(
        (hash) => hash === fitted,
      ).length,
      whole: measure(judged),
      byAge: ageBands.flatMap((band) => {
        const within = judged.filter(({ age }) => isWithin(age, band));
        return within.length === 0 ? [] : [{ ...band, ...measure(within) }];
      }),
      fixedForms,
    },
  };
}

/** People who gave the same answers: what they are asked and the level they get is worked out once. */
type Group = {
  readonly answers: DistanceAnswers;
  readonly people: readonly (Respondent & { readonly fold: number })[];
};

function groupsOf(people: readonly Respondent[]): readonly Group[] {
  const placed = people.map((person, place) => ({ ...person, fold: foldAt(place) }));
  const alike = Map.groupBy(placed, ({ answers }) => JSON.stringify(answers));
  return [...alike.values()].map((group) => ({
    answers: present(group[0], 'a group has somebody').answers,
    people: group,
  }));
}

function foldAt(place: number): number {
  return Number.parseInt(hashOf(place).slice(0, 8), 16) % foldCount;
}

function foldsOf<Value>(make: (fold: number) => Value): readonly Value[] {
  return Array.from({ length: foldCount }, (_, fold) => make(fold));
}

/** How many of each level gave each set of answers, one fold left out. */
function tallied(groups: readonly Group[], without?: number): readonly Tally[] {
  return groups.map(({ answers, people }) => {
    const found = { E0: 0, E1: 0, E2: 0, E3: 0 };
    for (const { reference, fold } of people) if (fold !== without) found[reference]++;
    return { answers, found };
  });
}

/** What a form makes of answers. */
type Outcome = { readonly level: Level; readonly questions: number };
type JudgedPerson = Judged & Outcome & { readonly age: number };

function crossValidate(
  groups: readonly Group[],
  formOf: (tallies: readonly Tally[]) => (answers: DistanceAnswers) => Outcome,
): readonly JudgedPerson[] {
  return foldsOf((fold) => {
    const judge = formOf(tallied(groups, fold));
    return groups.flatMap(({ answers, people }) => {
      const outcome = judge(answers);
      return people
        .filter((person) => person.fold === fold)
        .map(({ reference, age }) => ({ ...outcome, reference, age }));
    });
  }).flat();
}

function byTable(model: DistanceModel, table: DistanceModel['table']) {
  return (answers: DistanceAnswers): Outcome => {
    const passed = { ...answers, [model.gate.question]: 'seul' } as const;
    const { level, asked } = assess({ ...model, table }, passed);
    const known = present(level, 'a respondent answered every question');
    return { level: known, questions: asked.length - 1 };
  };
}

function byFixedForm(questions: readonly string[], size: number, tallies: readonly Tally[]) {
  const form = fitFixedForm(questions, size, tallies);
  return (answers: DistanceAnswers): Outcome => {
    const level = form.levels[countAlone(form.questions, answers)];
    return { level: present(level, 'a form has a level for each count'), questions: size };
  };
}

function isWithin(
  age: number,
  { from, to }: { readonly from: number; readonly to: number | null },
) {
  return age >= from && age <= (to ?? age);
}

function measure(judged: readonly JudgedPerson[]): Measured {
  const { people, accuracy, kappa, farApart }: Agreement = agreementOf(judged);
  const questions = judged.reduce((sum, each) => sum + each.questions, 0);
  return {
    people,
    accuracy: rounded(accuracy),
    kappa: rounded(kappa),
    farApart,
    meanQuestions: rounded(questions / people),
  };
}

function rounded(figure: number): number {
  return Number(figure.toFixed(4));
}
