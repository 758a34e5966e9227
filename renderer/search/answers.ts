import type { Gazetteer } from '#src/geography';
import { foldText } from '#src/kernel';
import { placedVenues, type SearchContext, type Venue } from '#src/venues';
import type { Origin, SearchPlace } from './desk-filters.ts';
import { findVenues } from './find-venues.ts';
import type { Answer, Question, QuestionKind } from './protocol.ts';
import type { KnownVenues } from './read-sets.ts';

/** What questions are answered from, as it is at that moment. */
type Known = {
  readonly gazetteer: () => Gazetteer;
  readonly venues: () => KnownVenues;
  readonly contextAt: (now: string) => SearchContext;
};

type Answers = { readonly [Kind in QuestionKind]: (question: Question<Kind>) => Answer<Kind> };

/** How each kind of question is answered. */
export function answersFrom({ gazetteer, venues, contextAt }: Known): Answers {
  return {
    search: ({ desk, limit, now, weights }) => {
      const context = contextAt(now);
      const from = placeOf(desk.origin, gazetteer());
      const asked = { ...context, weights: weights ?? context.weights };
      return findVenues(venues().index, from, { desk, limit }, asked);
    },
    points: ({ filters, now }) =>
      placedVenues(venues().index, filters, contextAt(now)).map(
        ({ venue: { id, name }, position }) => ({ id, name, position }),
      ),
    venue: (id) => venues().index.byId.get(id) ?? null,
    venuesNamed: ({ text, limit }) => venuesNamed(venues(), text).slice(0, limit),
    communes: (codes) => codes.flatMap((code) => gazetteer().byCode(code) ?? []),
    communesNamed: ({ text, limit }) => gazetteer().search(text, limit),
  };
}

/** Where a search starts; `null` where nothing is chosen, or a commune that is no more. */
function placeOf(origin: Origin | null, { byCode }: Gazetteer): SearchPlace | null {
  if (origin?.kind === 'point') return { commune: null, position: origin.position };
  const commune = origin === null ? null : byCode(origin.code);
  return commune === null ? null : { commune, position: commune.position };
}

function venuesNamed({ names }: KnownVenues, text: string): readonly Venue[] {
  const words = foldText(text).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  return names
    .filter(({ key }) => words.every((word) => key.includes(word)))
    .map(({ venue }) => venue);
}
