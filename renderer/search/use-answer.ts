import { useEffect, useRef, useState } from 'react';
import type { ApiFailure } from '../storage/api.ts';
import { newestOnly } from './newest-only.ts';
import {
  type Answer,
  partsUsed,
  type Question,
  type QuestionKind,
  setsNeeded,
} from './protocol.ts';
import { useSearchClient } from './search-provider.tsx';

/** Why a question has no answer: a set that could not be had, or the search itself. */
export type SearchFailure = ApiFailure['code'] | 'search-stopped';

/** A question to the search, as it stands. */
export type Asked<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly code: SearchFailure; readonly retry: () => void }
  | {
      readonly state: 'ready';
      readonly value: Value;
      /** Whether it answers what is asked now: while a new question is answered, the last answer stays. */
      readonly isCurrent: boolean;
      /** When the sets were received, where the hub could not be asked since. */
      readonly since: string | null;
    };

type Heard<Value> = { readonly key: string } & (
  | { readonly isMistake: false; readonly answer: Value }
  | { readonly isMistake: true }
);

/** Asks the search, again whenever the question or what it is answered from changes. `null` asks nothing. */
export function useAnswer<Kind extends QuestionKind>(
  kind: Kind,
  question: Question<Kind> | null,
): Asked<Answer<Kind>> {
  const { client, state } = useSearchClient();
  const [heard, setHeard] = useState<Heard<Answer<Kind>> | null>(null);
  const [tries, setTries] = useState(0);
  const needs = question === null ? [] : setsNeeded[kind];
  const sets = needs.map((name) => state.status.sets[name]);
  const isReady = !state.hasStopped && sets.every((set) => set.state === 'ready');
  const key = JSON.stringify(question);
  const { revisions } = state.status;
  const version = [state.starts, ...partsUsed[kind].map((part) => revisions[part])].join(' ');

  const line = useRef<((asked: Asking<Kind>) => void) | null>(null);
  useEffect(() => {
    if (client === null) return;
    const opened = newestOnly<Asking<Kind>, Answer<Kind>>(
      (asked) => client.ask(kind, asked.question),
      ({ key }, answer) => setHeard({ key, isMistake: false, answer }),
      ({ key }) => setHeard({ key, isMistake: true }),
    );
    line.current = opened.ask;
    return opened.close;
  }, [client, kind]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the question.
  useEffect(() => {
    if (question !== null) client?.want(setsNeeded[kind]);
    if (question !== null && isReady) line.current?.({ question, key });
  }, [client, kind, key, isReady, version, tries]);

  const failed = sets.find((set) => set.state === 'failed');
  if (state.hasStopped) {
    return { state: 'failed', code: 'search-stopped', retry: () => client?.restart() };
  }
  if (failed !== undefined) {
    const retry = () => client?.reload(needs);
    return { state: 'failed', code: failed.failure.code, retry };
  }
  if (heard === null || question === null) return { state: 'loading' };
  if (heard.isMistake) {
    return { state: 'failed', code: 'search-stopped', retry: () => setTries(tries + 1) };
  }
  const since = sets.map((set) => (set.state === 'ready' ? set.since : null)).find(Boolean);
  return {
    state: 'ready',
    value: heard.answer,
    isCurrent: heard.key === key,
    since: since ?? null,
  };
}

type Asking<Kind extends QuestionKind> = {
  readonly question: Question<Kind>;
  readonly key: string;
};

/** The answer to what is asked now; `null` until it is there. */
export function currentValue<Value>(asked: Asked<Value>): Value | null {
  return asked.state === 'ready' && asked.isCurrent ? asked.value : null;
}

/** The last answer, while a newer one is on its way; `null` until there is one. */
export function lastValue<Value>(asked: Asked<Value>): Value | null {
  return asked.state === 'ready' ? asked.value : null;
}
