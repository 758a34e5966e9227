import type { Result } from '#src/kernel';

/** For whom the draft is. */
export type PlannedPerson = {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: string | null;
};

/** The draft of an appointment, and the appointment once somebody has chosen its time there. */
export type RdvPlan = {
  readonly id: number;
  /** Where an agent chooses the time; on the site's own host. */
  readonly url: string;
  readonly userId: number | null;
  readonly rdv: { readonly id: number; readonly status: string; readonly start: string } | null;
};

export type RdvFailure =
  /** Nothing was asked, or nothing was done: it is away, or says so. */
  | { readonly code: 'unreachable' }
  /** It was asked and no answer came: what it did is not known. */
  | { readonly code: 'no-answer' }
  | { readonly code: 'too-many'; readonly retryAfterS: number }
  /** What was sent does not please it. `said`: its own words. */
  | { readonly code: 'rejected'; readonly said: string }
  /** The account is not let in, or may not do this. */
  | { readonly code: 'not-let-in' }
  | { readonly code: 'gone' }
  /** It answered something else than was asked. `detail`: never what it sent. */
  | { readonly code: 'not-understood'; readonly detail: string };

/** What is used of RDV Service Public. */
export type RdvServicePublic = {
  /** Makes a draft. Asked twice, it makes two: who asks sees to it that it is asked once. */
  readonly createPlan: (
    person: PlannedPerson,
    returnUrl: string,
  ) => Promise<Result<RdvPlan, RdvFailure>>;
  /** The draft as it is now. */
  readonly readPlan: (planId: number) => Promise<Result<RdvPlan, RdvFailure>>;
};
