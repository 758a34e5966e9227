import type { NoRequestReason, Outcome } from '#src/calls';
import type { Level } from '#src/distance';
import { foldText, present } from '#src/kernel';
import {
  type CompiledScript,
  type LoggedAnswer,
  type PathStep,
  runScript,
  type ScriptRun,
} from '#src/script';
import { goodRun, isSameAnswer } from './good-run.ts';
import { type Persona, replyTo } from './persona.ts';

/** A training call that is over. */
export type TrainedCall = {
  readonly answers: readonly LoggedAnswer[];
  readonly note: string;
  /** What it was closed as. */
  readonly end: CallEnd;
  readonly level: Level | null;
  /** From the answer to the end of the conversation. */
  readonly seconds: number;
};

/** How a call ended: a request and what became of it, or none. */
export type CallEnd = {
  readonly outcome: Outcome | null;
  readonly noRequest: NoRequestReason | null;
};

/** What was to be, beside what was. */
export type Pair<Value> = { readonly expected: Value; readonly given: Value };

/**
 * A question of the call, beside the same one as it was expected.
 *
 * - `as-expected`: asked, and heard as the person meant it
 * - `different`: asked, and another answer was put down
 * - `skipped`: on the expected path, and the call went another way
 * - `extra`: asked, and not on the expected path
 * - `not-reached`: it would have come later, and the call stopped before
 */
export type StepState = 'as-expected' | 'different' | 'skipped' | 'extra' | 'not-reached';
export type DebriefedStep = {
  readonly question: string;
  readonly title: string;
  readonly state: StepState;
  /** The answers in words; `null` where there is none. */
  readonly answer: Pair<string | null>;
  /** What the person said. */
  readonly says: string;
  /** Where her words can be heard in more than one way: how to hear them. */
  readonly why: string | null;
};

/** What a newcomer did in a training call, beside what was expected. No grade is in it. */
export type Debriefing = {
  readonly steps: readonly DebriefedStep[];
  readonly end: Pair<CallEnd>;
  readonly level: Pair<Level | null>;
  /** What the person needs, and what they wish of a venue, in words. */
  readonly need: Pair<string | null>;
  readonly wishes: Pair<string | null>;
  /** How long it took, in seconds. */
  readonly seconds: Pair<number>;
  readonly avoid: readonly {
    readonly words: string;
    readonly instead: string;
    /** The adviser's note has them. */
    readonly isInNote: boolean;
  }[];
};

/** TR-2 to TR-6: the call beside what its person expects, on the script that the call is pinned to. */
export function debrief(script: CompiledScript, persona: Persona, call: TrainedCall): Debriefing {
  const run = runScript(script, call.answers);
  const said = new Map(run.path.map(({ question, value }) => [question, value]));
  const good = goodRun(script, persona, said);
  const { end, minutes, avoid } = persona.expected;
  return {
    steps: stepsOf(script, persona, good, run),
    end: { expected: expectedEnd(end), given: call.end },
    level: { expected: end.kind === 'script' ? end.level : null, given: call.level },
    need: { expected: needIn(good), given: needIn(run) },
    wishes: { expected: wishesIn(script, good), given: wishesIn(script, run) },
    seconds: { expected: minutes * 60, given: call.seconds },
    avoid: avoid.map((avoided) => ({ ...avoided, isInNote: isIn(call.note, avoided.words) })),
  };
}

function expectedEnd(end: Persona['expected']['end']): CallEnd {
  return end.kind === 'script'
    ? { outcome: end.outcome, noRequest: null }
    : { outcome: null, noRequest: end.reason };
}

/** TR-2: what asks nothing is left out: everybody says it. */
function stepsOf(
  script: CompiledScript,
  persona: Persona,
  good: ScriptRun,
  run: ScriptRun,
): readonly DebriefedStep[] {
  const isAsked = ({ question }: PathStep) =>
    script.questions.get(question)?.kind !== 'instruction';
  const pairs = paired(good.path.filter(isAsked), run.path.filter(isAsked));
  const lastGiven =
    run.outcome === null ? pairs.findLastIndex(({ given }) => given !== null) : null;
  return pairs.map(({ expected, given }, position) => {
    const { question, title } = present(expected ?? given, 'a pair has one side at the least');
    const { says, why = null } = replyTo(persona, question);
    const isAhead = lastGiven !== null && position > lastGiven;
    return {
      question,
      title,
      state: isAhead ? 'not-reached' : stateOf(expected, given),
      answer: { expected: expected?.answerLabel ?? null, given: given?.answerLabel ?? null },
      says,
      why,
    };
  });
}

/**
 * Both paths in one order. Neither goes in circles (SC-10), so that what they share comes in the same order on both;
 * between, what only the call passed stands before what only the expected path does.
 */
function paired(
  expected: readonly PathStep[],
  given: readonly PathStep[],
): readonly Pair<PathStep | null>[] {
  const pairs: Pair<PathStep | null>[] = [];
  let next = 0;
  for (const step of given) {
    const position = expected.findIndex(({ question }) => question === step.question);
    if (position !== -1) {
      pairs.push(...expected.slice(next, position).map((one) => ({ expected: one, given: null })));
      next = position + 1;
    }
    pairs.push({ expected: expected[position] ?? null, given: step });
  }
  return [...pairs, ...expected.slice(next).map((one) => ({ expected: one, given: null }))];
}

/** The expected path has the call's own answer wherever that one is as good as the person's. */
function stateOf(expected: PathStep | null, given: PathStep | null): StepState {
  if (expected === null) return 'extra';
  if (given === null) return 'skipped';
  return isSameAnswer(expected.value, given.value) ? 'as-expected' : 'different';
}

function needIn({ facts }: ScriptRun): string | null {
  return facts.theme ?? facts.service;
}

function wishesIn(script: CompiledScript, { path }: ScriptRun): string | null {
  const step = path.findLast(({ question }) => script.questions.get(question)?.fact === 'wishes');
  return step?.answerLabel ?? null;
}

/** Whole words, whatever their case and accents. */
function isIn(note: string, words: string): boolean {
  return ` ${foldText(note)} `.includes(` ${foldText(words)} `);
}
