import { assign, type StateValue, setup } from 'xstate';
import { assess, type DistanceModel } from '#src/distance';
import { present } from '#src/kernel';
import { type Condition, holds } from './condition.ts';
import type { FlatNode } from './document.ts';
import type { FlatScript } from './flat-script.ts';
import { scoreQuestion } from './ids.ts';
import { knownFrom, type PathAnswer, scoreAnswers } from './path.ts';
import { type AnswerValue, chosenOptions, type Question } from './questions.ts';

type AnswerEvent = {
  readonly type: 'answer';
  readonly question: string;
  readonly value: AnswerValue;
};
type WalkContext = { readonly path: readonly PathAnswer[] };

/** Tells XState the types; it holds nothing. */
const types: { readonly context?: WalkContext; readonly events?: AnswerEvent } = {};

/** Names that no question of a model can have. */
const router = '_next';
const finished = '_finished';

/** One state a node; a score node holds a state for each question of its model and one that picks. */
export function machineOf(
  { start, nodes }: FlatScript,
  questions: ReadonlyMap<string, Question>,
  scores: ReadonlyMap<string, DistanceModel>,
) {
  const parts = setup({
    types,
    guards: {
      gives: ({ event }, params: { readonly option: string }) =>
        chosenOptions(event.value).includes(params.option),
      holds: ({ context }, params: { readonly condition: Condition }) =>
        holds(params.condition, knownFrom(context.path, questions, scores)),
      asks: ({ context }, params: { readonly score: string; readonly question: string }) =>
        nextInScore(context.path, params.score, scores) === params.question,
    },
    actions: {
      record: assign({
        path: ({ context, event }) => [
          ...context.path,
          { question: event.question, value: event.value },
        ],
      }),
    },
  });
  type States = NonNullable<Parameters<typeof parts.createMachine>[0]['states']>;
  type State = NonNullable<States[string]>;

  const questionState = (leads: readonly Lead[]): State => ({
    on: {
      answer: leads.map(({ option, target }) => ({
        target,
        actions: 'record',
        ...(option === null ? {} : { guard: { type: 'gives', params: { option } } }),
      })),
    },
  });

  const scoreState = (id: string, next: string): State => {
    const asked = Object.keys(present(scores.get(id), 'every score node has its model').questions);
    return {
      initial: router,
      states: {
        [router]: {
          always: [
            ...asked.map((question) => ({
              target: question,
              guard: { type: 'asks' as const, params: { score: id, question } },
            })),
            { target: finished },
          ],
        },
        ...Object.fromEntries(
          asked.map((question) => [question, questionState([{ option: null, target: router }])]),
        ),
        [finished]: { type: 'final' },
      },
      onDone: next,
    };
  };

  const stateOf = (id: string, node: FlatNode): State => {
    switch (node.type) {
      case 'outcome':
        return { type: 'final' };
      case 'score':
        return scoreState(id, node.next);
      case 'decision':
        return {
          always: [
            ...node.cases.map(({ when, next }) => ({
              target: next,
              guard: { type: 'holds' as const, params: { condition: when } },
            })),
            { target: node.otherwise },
          ],
        };
      default:
        return questionState(leadsOf(node));
    }
  };

  return parts.createMachine({
    context: { path: [] },
    initial: start,
    states: Object.fromEntries([...nodes].map(([id, node]) => [id, stateOf(id, node)])),
  });
}

type Lead = { readonly option: string | null; readonly target: string };

/** The options that lead somewhere of their own, then where every other answer leads. */
function leadsOf(node: Exclude<FlatNode, { type: 'decision' | 'score' | 'outcome' }>): Lead[] {
  const own = 'options' in node ? node.options : [];
  return [
    ...own.flatMap(({ id, next }) => (next === undefined ? [] : [{ option: id, target: next }])),
    ...('next' in node ? [{ option: null, target: node.next }] : []),
  ];
}

/** The question that a score node asks next; `null`: its level is known. */
function nextInScore(
  path: readonly PathAnswer[],
  score: string,
  scores: ReadonlyMap<string, DistanceModel>,
): string | null {
  const model = present(scores.get(score), 'every score node has its model');
  return assess(model, scoreAnswers(path, score)).next;
}

/** The question at which the machine rests: a node, or a model's question inside a score node. */
export function questionAt(value: StateValue): string {
  if (typeof value === 'string') return value;
  const [[node, inner] = []] = Object.entries(value);
  return typeof inner === 'string' && node !== undefined ? scoreQuestion(node, inner) : '';
}
