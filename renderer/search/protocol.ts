import type { SettingsView } from '#src/contract';
import type { Commune, CommuneMatch, Position } from '#src/geography';
import type { RankingWeights, Venue, VenueFilters } from '#src/venues';
import type { ApiFailure } from '../storage/api.ts';
import type { DeskFilters, FoundVenues } from './desk-filters.ts';

/** The sets that a search is answered from. */
export const searchSets = ['communes', 'venues', 'settings', 'load'] as const;
export type SearchSet = (typeof searchSets)[number];

/** How a set stands: `since` is when it was received, where the hub could not be asked since. */
export type SetStatus =
  | { readonly state: 'unasked' | 'loading' }
  | { readonly state: 'ready'; readonly since: string | null }
  | { readonly state: 'failed'; readonly failure: ApiFailure };

/** What answers are made of: the sets, and the free slots of the mirrored diaries. */
export type SearchPart = SearchSet | 'slots';

/** What the search says of itself, each time that its answers may have changed. */
export type SearchStatus = {
  readonly sets: Readonly<Record<SearchSet, SetStatus>>;
  /** What an administrator decided; what ships, until that is known. */
  readonly settings: SettingsView;
  /** How often each part has changed: an answer made of others is asked for again. */
  readonly revisions: Readonly<Record<SearchPart, number>>;
};

/** A venue as a dot of the map. */
export type VenuePoint = {
  readonly id: string;
  readonly name: string;
  readonly position: Position;
};

/** Everything that can be asked, each with what it needs, its question and its answer. */
export type Questions = {
  readonly search: {
    readonly question: {
      readonly desk: DeskFilters;
      readonly limit: number;
      /** An instant. */
      readonly now: string;
      /** `null`: those of the installation. */
      readonly weights: RankingWeights | null;
    };
    readonly answer: FoundVenues;
  };
  /** Every venue that the filters do not exclude, wherever it is. */
  readonly points: {
    readonly question: { readonly filters: VenueFilters; readonly now: string };
    readonly answer: readonly VenuePoint[];
  };
  readonly venue: { readonly question: string; readonly answer: Venue | null };
  /** Venues with these words in their name or their commune's. */
  readonly venuesNamed: {
    readonly question: { readonly text: string; readonly limit: number };
    readonly answer: readonly Venue[];
  };
  /** By their codes; unknown ones are left out. */
  readonly communes: { readonly question: readonly string[]; readonly answer: readonly Commune[] };
  readonly communesNamed: {
    readonly question: { readonly text: string; readonly limit: number };
    readonly answer: readonly CommuneMatch[];
  };
};
export type QuestionKind = keyof Questions;
export type Question<Kind extends QuestionKind> = Questions[Kind]['question'];
export type Answer<Kind extends QuestionKind> = Questions[Kind]['answer'];

/** The sets without which a question cannot be answered. */
export const setsNeeded = {
  search: ['communes', 'venues'],
  points: ['venues'],
  venue: ['venues'],
  venuesNamed: ['venues'],
  communes: ['communes'],
  communesNamed: ['communes'],
} as const satisfies Record<QuestionKind, readonly SearchSet[]>;

/** The parts of which an answer is made. */
export const partsUsed = {
  search: ['communes', 'venues', 'settings', 'load', 'slots'],
  points: ['venues', 'settings', 'slots'],
  venue: ['venues'],
  venuesNamed: ['venues'],
  communes: ['communes'],
  communesNamed: ['communes'],
} as const satisfies Record<QuestionKind, readonly SearchPart[]>;

/** Who answers: here in the same thread, or over there in a worker. */
export type Search = {
  /** Loads the sets that are not there yet. */
  readonly want: (sets: readonly SearchSet[]) => void;
  /** Asks the hub for these sets again, those of them that were ever wanted. */
  readonly reload: (sets: readonly SearchSet[]) => void;
  /** The sets that the question needs are ready. Rejects where the search has a mistake. */
  readonly ask: <Kind extends QuestionKind>(
    kind: Kind,
    question: Question<Kind>,
  ) => Promise<Answer<Kind>>;
  readonly close: () => void;
};

/** To the worker. The first message opens it. */
export type ToWorker =
  | { readonly type: 'open'; readonly database: string }
  | { readonly type: 'want' | 'reload'; readonly sets: readonly SearchSet[] }
  | AskMessage<QuestionKind>;
export type AskMessage<Kind extends QuestionKind> = {
  readonly type: 'ask';
  readonly number: number;
  readonly kind: Kind;
  readonly question: Question<Kind>;
};

/** From the worker. */
export type FromWorker =
  | { readonly type: 'status'; readonly status: SearchStatus }
  | { readonly type: 'answer'; readonly number: number; readonly answer: Answer<QuestionKind> }
  | { readonly type: 'mistake'; readonly number: number; readonly message: string };
