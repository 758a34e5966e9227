import { assign, setup } from 'xstate';

type Event =
  /** An earlier answer is looked at, to change it. */
  | { readonly type: 'revise'; readonly question: string }
  /** Back to the question that the script asks now. */
  | { readonly type: 'follow' };

/**
 * Which question is on screen: the one that the script asks, or an earlier one whose answer is being changed. What was
 * answered lives in the log alone; this holds nothing that a reload may not lose.
 */
export const shownQuestionMachine = setup({
  types: {} as { context: { readonly question: string | null }; events: Event },
}).createMachine({
  id: 'shown-question',
  initial: 'following',
  context: { question: null },
  states: {
    following: { entry: assign({ question: null }) },
    // Where it is followed already nothing changes, and nothing is drawn again.
    revising: { on: { follow: 'following' } },
  },
  on: {
    revise: { target: '.revising', actions: assign({ question: ({ event }) => event.question }) },
  },
});
