import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstStatus } from '../../renderer/search/first-status.ts';
import { newestOnly } from '../../renderer/search/newest-only.ts';
import type { SearchStatus } from '../../renderer/search/protocol.ts';
import { createSearchClient } from '../../renderer/search/search-client.ts';

/** Answers when it is told to, in the order in which it was asked. */
function slowAnswers() {
  const waiting: (() => void)[] = [];
  return {
    ask: (question: number) =>
      new Promise<string>((resolve) => waiting.push(() => resolve(`answer ${question}`))),
    answerNext: async () => {
      waiting.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    },
    isWaiting: () => waiting.length > 0,
  };
}

describe('questions of somebody who types', () => {
  it('are answered in order, the last one always, never an older one after it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 40 }), async (asks) => {
        const answers = slowAnswers();
        const heard: number[] = [];
        const line = newestOnly(
          answers.ask,
          (question: number) => heard.push(question),
          () => expect.unreachable(),
        );
        let asked = 0;
        for (const isAsked of asks) {
          if (isAsked) {
            asked += 1;
            line.ask(asked);
          } else await answers.answerNext();
        }
        while (answers.isWaiting()) await answers.answerNext();
        expect(heard).toEqual(heard.toSorted((a, b) => a - b));
        expect(heard.at(-1)).toBe(asked === 0 ? undefined : asked);
      }),
    );
  });

  it('are not asked at all where a newer one came meanwhile', async () => {
    const answers = slowAnswers();
    const asked: number[] = [];
    const line = newestOnly(
      (question: number) => {
        asked.push(question);
        return answers.ask(question);
      },
      () => undefined,
      () => undefined,
    );
    for (const question of [1, 2, 3, 4]) line.ask(question);
    await answers.answerNext();
    await answers.answerNext();
    expect(asked).toEqual([1, 4]);
  });

  it('are heard of no more once the line is closed', async () => {
    const answers = slowAnswers();
    const heard: string[] = [];
    const line = newestOnly(
      answers.ask,
      (_: number, answer) => heard.push(answer),
      () => undefined,
    );
    line.ask(1);
    line.close();
    await answers.answerNext();
    expect(heard).toEqual([]);
  });

  it('go on after one that failed, which is told', async () => {
    const told: unknown[] = [];
    const heard: string[] = [];
    const line = newestOnly(
      async (question: number) => {
        if (question === 1) throw new Error('mistake');
        return `answer ${question}`;
      },
      (_, answer) => heard.push(answer),
      (question) => told.push(question),
    );
    line.ask(1);
    await new Promise((resolve) => setImmediate(resolve));
    line.ask(2);
    await new Promise((resolve) => setImmediate(resolve));
    expect(told).toEqual([1]);
    expect(heard).toEqual(['answer 2']);
  });
});

describe('a search that breaks down', () => {
  function breakable() {
    const wanted: string[][] = [];
    let crash: () => void = () => undefined;
    let hear: (status: SearchStatus) => void = () => undefined;
    const client = createSearchClient((onStatus, onCrash) => {
      hear = onStatus;
      crash = onCrash;
      const started = wanted.push([]) - 1;
      return {
        want: (sets) => wanted[started]?.push(...sets),
        reload: () => undefined,
        ask: () => Promise.reject(new Error('not asked here')),
        close: () => undefined,
      };
    });
    return { client, wanted, crash: () => crash(), hear: (status: SearchStatus) => hear(status) };
  }

  it('is said to have stopped, and starts again with what was wanted of it', () => {
    const { client, wanted, crash, hear } = breakable();
    client.want(['communes']);
    hear({ ...firstStatus, settings: { ...firstStatus.settings, planTiles: true } });
    crash();
    expect(client.state()).toMatchObject({ hasStopped: true, status: firstStatus });
    client.want(['venues']);
    client.restart();
    expect(client.state().hasStopped).toBe(false);
    expect(wanted.at(-1)).toEqual(['communes', 'venues']);
  });

  it('is not started twice', () => {
    const { client, wanted, crash } = breakable();
    client.restart();
    expect(wanted).toHaveLength(1);
    crash();
    client.restart();
    client.restart();
    expect(wanted).toHaveLength(2);
  });

  it('tells whoever listens, and says how often it was started', () => {
    const { client, crash, hear } = breakable();
    const starts: number[] = [];
    const stop = client.subscribe(() => starts.push(client.state().starts));
    hear(firstStatus);
    crash();
    client.restart();
    stop();
    hear(firstStatus);
    expect(starts).toEqual([1, 1, 2]);
  });
});
