import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advanceCall, type CallEvent } from '#src/calls';
import type { CallView, Operation } from '#src/contract';
import { present } from '#src/kernel';
import { effectOf } from '#src/sync';
import { answer, desk, hangUp, note, open, uuidOf } from '../support/desk-operations.ts';

const call = 'call-1';
const callId = uuidOf(call);
const at = '2027-03-01T08:00:00.000Z';

/** Each act takes its id and time from another one. */
const makers = {
  answer: () => answer(call),
  note: () => note(call),
  'hang-up': () => hangUp(call),
  'call-back': (): Operation => ({
    ...hangUp(call),
    kind: 'call.call-back',
    payload: { callId, at, number: null },
  }),
  resume: (): Operation => ({ ...hangUp(call), kind: 'call.resume', payload: { callId } }),
  'no-answer': (): Operation => ({
    ...hangUp(call),
    kind: 'call.no-answer',
    payload: { callId, at },
  }),
} as const;
type Act = keyof typeof makers;

const acts = fc.array(
  fc.constantFrom<Act>('answer', 'note', 'hang-up', 'call-back', 'resume', 'no-answer'),
  { maxLength: 25 },
);

function shownAfter(view: CallView | null, operation: Operation): CallView {
  const effect = effectOf(operation, desk);
  if (effect?.entity !== 'call') throw new Error('Acts on a call change the call.');
  return present(effect.apply(view), 'it was opened first');
}

function eventOf(act: Act, { resumedAt }: CallView): CallEvent | null {
  switch (act) {
    case 'answer':
    case 'note':
      return null;
    case 'hang-up':
      return { type: act, by: 'adviser' };
    case 'no-answer':
      return { type: act, wasResumed: resumedAt !== null };
    case 'call-back':
    case 'resume':
      return { type: act };
  }
}

/** Every picture of the call that a desk shows while those acts are done, with the act that made it. */
function pictures(path: readonly Act[]) {
  const opened = shownAfter(null, open(call));
  const shown: { readonly act: Act | null; readonly view: CallView }[] = [
    { act: null, view: opened },
  ];
  for (const act of path) {
    const { view } = shown.at(-1) ?? { view: opened };
    shown.push({ act, view: shownAfter(view, makers[act]()) });
  }
  return { opened, shown };
}

describe('a call that is put off and taken up, at the desk', () => {
  test('CA-11 loses nothing, whatever the order', () => {
    fc.assert(
      fc.property(acts, (path) => {
        const { opened, shown } = pictures(path);
        const last = shown.at(-1)?.view ?? opened;
        const answered = path.filter((act) => act === 'answer').length;
        expect(last.record?.answers).toHaveLength(answered);
        expect(last).toMatchObject({
          number: opened.number,
          script: opened.script,
          openedAt: opened.openedAt,
          answeredAt: opened.answeredAt,
        });
      }),
    );
  });

  test('CA-13 CA-15 shows the state that the hub will have', () => {
    fc.assert(
      fc.property(acts, (path) => {
        const { shown } = pictures(path);
        for (const [index, { act, view }] of shown.entries()) {
          const before = shown[index - 1]?.view;
          const event = act === null || before === undefined ? null : eventOf(act, before);
          if (event === null || before === undefined) continue;
          const moved = advanceCall(before.state, event);
          expect(view.state).toBe(moved.ok ? moved.value : before.state);
          expect(view.attempts - before.attempts).toBe(moved.ok && act === 'no-answer' ? 1 : 0);
        }
      }),
    );
  });

  test('CA-14 ends a conversation before the next begins, and never takes back what was spoken', () => {
    fc.assert(
      fc.property(acts, (path) => {
        const { opened, shown } = pictures(path);
        let before = opened;
        for (const { view } of shown) {
          expect(view.endedAt === null).toBe(view.state === 'live');
          expect(view.callBackAt === null || view.state === 'call-back').toBe(true);
          expect(view.spokenBeforeS).toBeGreaterThanOrEqual(before.spokenBeforeS);
          before = view;
        }
      }),
    );
  });
});
