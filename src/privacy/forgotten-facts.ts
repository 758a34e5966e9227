import type { Fact } from '#src/script';

/**
 * PR-9: what some answer with their health, or with how they live. During the call these answers guide the search; without
 * consent they are forgotten at its end.
 */
export const forgottenFacts: readonly Fact[] = ['obstacles', 'wishes'];
