import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  assess,
  branchOf,
  type DistanceAnswer,
  type DistanceModel,
  type Level,
  parseDistanceModel,
} from '#src/distance';
import { shippedModel } from '../support/distance-model.ts';

const { stamp: _stamp, hash: _hash, ...shipped } = shippedModel();

type Form = Pick<DistanceModel, 'gate' | 'routing' | 'branches' | 'table'>;

/** A small form: one branch, or one for the low counts and one for the high; a table sorted or not. */
const forms: fc.Arbitrary<Form> = fc
  .record({
    routing: fc.constantFrom<string[]>(['mail'], ['mail', 'appli']),
    low: fc.constantFrom<string[]>(['msg'], ['msg', 'prod']),
    high: fc.constantFrom<string[]>(['banque'], ['banque', 'pj']),
    highFrom: fc.integer({ min: 0, max: 3 }),
    closed: fc.constantFrom<Level>('E1', 'E2', 'E3'),
    cells: fc.array(fc.constantFrom<Level>('E0', 'E1', 'E2'), { minLength: 9, maxLength: 9 }),
    sorted: fc.constantFrom('table', 'rows', 'no'),
  })
  .map(({ routing, low, high, highFrom, closed, cells, sorted }) => {
    const counts = Array.from({ length: routing.length + 1 }, (_, count) => count);
    const branches = [
      { alone: counts.filter((count) => count < highFrom), questions: low },
      { alone: counts.filter((count) => count >= highFrom), questions: high },
    ].filter(({ alone }) => alone.length > 0);
    const left = sorted === 'table' ? cells.toSorted().toReversed() : [...cells];
    const table = counts.map((count) => {
      const row = left.splice(0, branchOf({ branches }, count).length + 1);
      return sorted === 'rows' ? row.toSorted().toReversed() : row;
    });
    return { gate: { question: 'internet', closed }, routing, branches, table };
  });

type Person = Readonly<Record<string, DistanceAnswer>>;

/** Everybody there can be: each question of the form done alone, or not. */
function everybody({ gate, routing, branches }: Form): readonly Person[] {
  const questions = [gate.question, ...routing, ...branches.flatMap((branch) => branch.questions)];
  return questions.reduce(
    (people: readonly Person[], id) =>
      people.flatMap((person) => [
        { ...person, [id]: 'seul' },
        { ...person, [id]: 'non' },
      ]),
    [{}],
  );
}

/** Every question of the way asked to the end, then one look at the table. */
function fullForm({ gate, routing, branches, table }: Form, person: Person): Level {
  if (person[gate.question] !== 'seul') return gate.closed;
  const alone = (questions: readonly string[]) =>
    questions.filter((id) => person[id] === 'seul').length;
  const row = alone(routing);
  return table[row]?.[alone(branchOf({ branches }, row))] ?? 'E3';
}

/** Whether doing one more thing alone gives somebody a farther level. */
function punishesSomebody(form: Form): boolean {
  return everybody(form).some((person) =>
    Object.keys(person).some(
      (id) => fullForm(form, { ...person, [id]: 'seul' }) > fullForm(form, person),
    ),
  );
}

const parse = (form: Form) => parseDistanceModel({ ...shipped, ...form });

test('DI-6 a model is refused exactly where doing one more thing alone punishes somebody', () => {
  fc.assert(
    fc.property(forms, (form) => {
      expect(parse(form).ok).toBe(!punishesSomebody(form));
    }),
    { numRuns: 300 },
  );
});

test('DI-4, DI-5 in every model the early stop keeps the level, and what is left is as promised', () => {
  fc.assert(
    fc.property(forms, (form) => {
      const model = parse(form);
      fc.pre(model.ok);
      for (const person of everybody(form)) {
        const { level, asked } = assess(model.value, person);
        expect(level).toBe(fullForm(form, person));
        for (const [count] of asked.entries()) {
          const known = Object.fromEntries(asked.slice(0, count).map((id) => [id, person[id]]));
          const { remaining } = assess(model.value, known);
          expect(asked.length - count).toBeGreaterThanOrEqual(remaining.min);
          expect(asked.length - count).toBeLessThanOrEqual(remaining.max);
        }
      }
    }),
  );
});
