/** What was, what is, and what was undone: one entry a change, oldest first. */
export type History<State> = {
  readonly past: readonly State[];
  readonly present: State;
  /** The next to redo first. */
  readonly future: readonly State[];
  /** The last change: typing on in the same place is one change. */
  readonly last: { readonly place: string; readonly at: number } | null;
};

/** How long a pause in typing ends a change, in milliseconds. */
const pauseMs = 1200;
/** How many changes can be undone. */
const most = 300;

export function begun<State>(present: State): History<State> {
  return { past: [], present, future: [], last: null };
}

/**
 * @param place what is changed: a further change there, soon after, is the same one
 * @param at when, in milliseconds
 */
export function changed<State>(
  history: History<State>,
  present: State,
  place: string,
  at: number,
): History<State> {
  const { past, last } = history;
  const goesOn = last !== null && last.place === place && at - last.at < pauseMs;
  return {
    past: goesOn ? past : [...past, history.present].slice(-most),
    present,
    future: [],
    last: { place, at },
  };
}

export function undone<State>(history: History<State>): History<State> {
  const present = history.past.at(-1);
  if (present === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present,
    future: [history.present, ...history.future],
    last: null,
  };
}

export function redone<State>(history: History<State>): History<State> {
  const [present, ...future] = history.future;
  if (present === undefined) return history;
  return { past: [...history.past, history.present], present, future, last: null };
}
