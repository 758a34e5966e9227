import { initialTransition, setup, transition } from 'xstate';
import {
  type AnswerValue,
  checkScript,
  compileScript,
  type LoggedAnswer,
  runScript,
  type ScriptDocument,
} from '#src/script';
import { longScript } from '../support/long-script.ts';
import { type Bench, type Finding, medianMs } from './bench.ts';
import { keyToPaint } from './key-to-paint.ts';

const sizes = [200, 1_000] as const;
const answersInCall = 60;
const runs = 50;
/** To reach: a step against raw XState, a call taken up again, a script checked. */
const mostTimes = 2;
const resumeGoalMs = 5;
const checkGoalMs = 50;

export const bench: Bench = {
  name: 'script',
  summary:
    'What a script of 200 and of 1,000 nodes costs: checked, compiled, a step, a call replayed; the desk from key to paint',
  run: async (report) => {
    for (const size of sizes) {
      for (const finding of await measure(size)) report(finding);
    }
    for (const finding of await keyToPaint()) report(finding);
  },
};

async function measure(size: number): Promise<readonly Finding[]> {
  const document = longScript(size);
  const script = compileScript(document, []);
  const log = callOf(document);
  const said = new Map(log.map(({ question, value }) => [question, value]));
  const checked = await medianMs(runs, () => checkScript(document, []));
  const compiled = await medianMs(10, () => compileScript(document, []));
  const followed = await medianMs(runs, () => script.follow(said));
  const raw = rawMachine(document);
  const rawly = await medianMs(runs, () => raw(said));
  const replayed = await medianMs(runs, () => runScript(script, log));
  const stored = JSON.stringify(log);
  const resumed = await medianMs(runs, () => runScript(script, JSON.parse(stored)));
  const step = followed / answersInCall;
  const rawStep = rawly / answersInCall;
  const named = (measure: string) => `${measure}, ${size} nodes`;
  return [
    {
      measure: named('checked'),
      unit: 'ms',
      value: checked,
      ...(size === 200
        ? { goal: { text: `under ${checkGoalMs} ms`, met: checked < checkGoalMs } }
        : {}),
    },
    { measure: named('checked and compiled'), unit: 'ms', value: compiled },
    {
      measure: named('a step'),
      unit: 'ms',
      value: step,
      baseline: { what: 'the same step by XState alone', value: rawStep },
      goal: { text: `at most ${mostTimes} times`, met: step <= mostTimes * rawStep },
    },
    { measure: named(`a call of ${answersInCall} answers replayed`), unit: 'ms', value: replayed },
    {
      measure: named(`a call of ${answersInCall} answers taken up from its log`),
      unit: 'ms',
      value: resumed,
      goal: { text: `under ${resumeGoalMs} ms`, met: resumed < resumeGoalMs },
    },
  ];
}

/** The log of a call that answers yes to everything. */
function callOf({ nodes, start }: ScriptDocument): readonly LoggedAnswer[] {
  const log: LoggedAnswer[] = [];
  for (let id = start; log.length < answersInCall; ) {
    const node = nodes[id];
    if (node === undefined) throw new Error('The script is too short for the call.');
    if (node.type === 'choice')
      log.push({ question: id, value: 'yes', at: '2026-01-12T08:00:00Z' });
    const next = node.type === 'decision' ? node.otherwise : exitOf(node);
    id = next;
  }
  return log;
}

function exitOf(node: ScriptDocument['nodes'][string]): string {
  const [first] = 'options' in node ? node.options : [];
  if (first?.next === undefined) throw new Error('Every question here leads on.');
  return first.next;
}

/** The same states and events for XState alone: no answers kept, no condition looked up, nothing checked. */
function rawMachine({ nodes, start }: ScriptDocument) {
  const states = Object.entries(nodes).map(([id, node]) => {
    if (node.type === 'decision') return [id, { always: { target: node.otherwise } }];
    if (node.type !== 'choice') return [id, { type: 'final' as const }];
    const on = node.options.map((option) => [option.id, { target: option.next }]);
    return [id, { on: Object.fromEntries(on) }];
  });
  const machine = setup({}).createMachine({ initial: start, states: Object.fromEntries(states) });
  return (said: ReadonlyMap<string, AnswerValue>) => {
    let [snapshot] = initialTransition(machine);
    for (let left = said.size; left > 0; left--) {
      const answer = said.get(String(snapshot.value));
      if (answer === undefined) return;
      [snapshot] = transition(machine, snapshot, { type: String(answer) });
    }
  };
}
