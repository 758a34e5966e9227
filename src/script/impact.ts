import type { CompiledScript, Walk } from './compile.ts';
import { toFacts } from './facts.ts';
import { splitQuestion } from './ids.ts';
import { passInstructions } from './pass-instructions.ts';
import { factValues } from './path.ts';
import { assessmentOf, type LoggedAnswer } from './run.ts';

/** A call that ran one version of a script, as another would have taken it. */
export type CallImpact =
  | { readonly end: 'same' }
  | {
      /** It ends elsewhere; or a question comes that was never asked, or not so that the answer fits. */
      readonly end: 'elsewhere' | 'unfinished';
      /** The last question on both ways: its answer leads on differently, or says something else of the call. */
      readonly parting: string;
    };

/**
 * SC-42: what another version would have made of a call. The answers given are followed on it; an instruction is passed
 * without one. A call that was cut short ends at the question where it was.
 *
 * @param ran the version on which the answers were given
 */
export function callImpact(
  ran: CompiledScript,
  other: CompiledScript,
  answers: readonly LoggedAnswer[],
): CallImpact {
  const values = new Map(answers.map(({ question, value }) => [question, value]));
  const before = passInstructions(ran, values);
  const after = passInstructions(other, values);
  if (saidOf(ran, before) === saidOf(other, after)) return { end: 'same' };
  const isOver = other.outcome(after.current.id) !== null;
  const isStill = before.current.id === after.current.id;
  return {
    end: isOver || isStill ? 'elsewhere' : 'unfinished',
    parting: partingOf(ran, before, other, after),
  };
}

/** What a call came to: where it is, its level, and what it was about. */
function saidOf(script: CompiledScript, walk: Walk): string {
  const level = assessmentOf(script, walk)?.level ?? null;
  return JSON.stringify([walk.current.id, level, subjectOf(script, walk.path)]);
}

function subjectOf({ questions }: CompiledScript, path: Walk['path']): string {
  const { service, theme } = toFacts(factValues(path, questions));
  return JSON.stringify([service, theme]);
}

function partingOf(ran: CompiledScript, before: Walk, other: CompiledScript, after: Walk): string {
  const [one, two] = [passedBy(before), passedBy(after)];
  const longer = one.length < two.length ? two : one;
  const apart = longer.findIndex((_question, index) => one[index] !== two[index]);
  const parting =
    apart === -1 ? otherMeaning(ran, other, before.path) : one[Math.max(apart - 1, 0)];
  return parting ?? before.current.id;
}

function passedBy({ path, current }: Walk): readonly string[] {
  return [...path.map(({ question }) => question), current.id];
}

/** On one and the same way: the first answer that says another subject, else the last that the level rests on. */
function otherMeaning(
  ran: CompiledScript,
  other: CompiledScript,
  path: Walk['path'],
): string | undefined {
  const turned = path.find((_answer, index) => {
    const soFar = path.slice(0, index + 1);
    return subjectOf(ran, soFar) !== subjectOf(other, soFar);
  });
  const scored = path.findLast(({ question }) => splitQuestion(question)[1] !== null);
  return (turned ?? scored)?.question;
}

/** What another version would have made of many calls. */
export type ImpactSum = {
  readonly calls: number;
  readonly same: number;
  readonly elsewhere: number;
  readonly unfinished: number;
  /** The questions at which ways part, most calls first. */
  readonly partings: readonly { readonly question: string; readonly calls: number }[];
};

/** SC-42: the calls counted by their ends, and by the question at which they part. */
export function sumImpacts(impacts: readonly CallImpact[]): ImpactSum {
  const ending = (end: CallImpact['end']) => impacts.filter((impact) => impact.end === end).length;
  const partings = new Map<string, number>();
  for (const impact of impacts) {
    if (impact.end === 'same') continue;
    partings.set(impact.parting, (partings.get(impact.parting) ?? 0) + 1);
  }
  return {
    calls: impacts.length,
    same: ending('same'),
    elsewhere: ending('elsewhere'),
    unfinished: ending('unfinished'),
    partings: [...partings]
      .map(([question, calls]) => ({ question, calls }))
      .sort((one, two) => two.calls - one.calls),
  };
}
