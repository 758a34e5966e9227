import type { BrowserContext } from 'playwright-core';
import { v7 } from 'uuid';
import {
  type OperationKind,
  type OperationPayload,
  operationBatchResult,
  sessionView,
} from '#src/contract';
import { present } from '#src/kernel';
import { type AnswerValue, type LoggedAnswer, type Question, runScript } from '#src/script';
import { shippedScript } from './shipped-script.ts';

/** What the person of a test says where it matters to the orientation. */
export type Said = {
  readonly communeCode: string;
  readonly wishes: readonly string[];
  readonly number: string | null;
  /** `live`: they are on a telephone beside the desk. */
  readonly mode: 'live' | 'afterwards';
  /** By question, where it is not the first answer offered. */
  readonly answers: Readonly<Record<string, AnswerValue>>;
};

const usual: Said = {
  communeCode: '48013',
  wishes: ['free', 'no-car'],
  number: '+33465710012',
  mode: 'afterwards',
  answers: {},
};

/** Records a call of the signed-in desk up to its orientation step, as its adviser would; gives its id. */
export function callAtOrientation(
  context: BrowserContext,
  address: string,
  said: Partial<Said> = {},
): Promise<string> {
  return recordCall(context, address, 'orientation', said);
}

/** Records a call of the signed-in desk up to that question, or to the first step of that kind; gives its id. */
export async function recordCall(
  context: BrowserContext,
  address: string,
  step: string,
  said: Partial<Said> = {},
): Promise<string> {
  const session = sessionView.parse(
    await (await context.request.get(`${address}/api/session`)).json(),
  );
  const line = present(
    session.lines.find(({ kind }) => kind === 'manual'),
    'a demonstration has a manual line',
  );
  const script = shippedScript();
  const callId = v7();
  const at = new Date().toISOString();
  const operations = [
    act('call.open', {
      callId,
      lineId: line.id,
      number: said.number === undefined ? usual.number : said.number,
      mode: said.mode ?? usual.mode,
      openedAt: at,
      script: script.reference,
    }),
    ...answersUpTo(step, { ...usual, ...said }, at).map(({ question, value }) =>
      act('answer.record', {
        callId,
        question,
        value: typeof value === 'string' ? value : [...value],
      }),
    ),
  ];
  await send(context, address, operations);
  return callId;
}

/** Records one more answer of the call, as a change of mind does. */
export async function answerAgain(
  context: BrowserContext,
  address: string,
  answer: { readonly callId: string; readonly question: string; readonly value: string },
): Promise<void> {
  await send(context, address, [act('answer.record', answer)]);
}

/** An act at a desk, now. */
export function act<Kind extends OperationKind>(kind: Kind, payload: OperationPayload<Kind>) {
  return { id: v7(), kind, payload, at: new Date().toISOString() };
}

/** Sends acts as the desk of that browser does; fails where one is refused. */
export async function send(
  context: BrowserContext,
  address: string,
  operations: readonly unknown[],
): Promise<void> {
  const answer = await context.request.post(`${address}/api/operations`, {
    headers: { origin: address },
    data: { operations },
  });
  const { results } = operationBatchResult.parse(await answer.json());
  const refused = results.find(({ status }) => status === 'refused');
  if (refused !== undefined) throw new Error(`Not recorded: ${JSON.stringify(refused)}`);
}

function answersUpTo(step: string, said: Said, at: string): readonly LoggedAnswer[] {
  const script = shippedScript();
  const answers: LoggedAnswer[] = [];
  for (;;) {
    const { current } = runScript(script, answers);
    if (current.kind === step || current.question === step) return answers;
    if (current.kind === 'outcome') throw new Error(`The script ended before its ${step}.`);
    const question = present(script.questions.get(current.question), 'the script asks it');
    answers.push({ question: question.id, value: answerTo(question, said), at });
  }
}

function answerTo(question: Question, said: Said): AnswerValue {
  const given = said.answers[question.id];
  if (given !== undefined) return given;
  switch (question.fact) {
    case 'consent':
      return 'yes';
    case 'resolution':
      return 'unsolved';
    case 'commune':
      return said.communeCode;
    case 'wishes':
      return said.wishes;
    default: {
      const first = present(question.options[0], 'every question has an option').id;
      return question.kind === 'choices' ? [first] : first;
    }
  }
}
