import { describe, expect, it } from 'vitest';
import { runScript } from '#src/script';
import { buildVenueIndex, type Service } from '#src/venues';
import {
  orientationOptions,
  orientationStep,
} from '../../renderer/features/orientation/referring.ts';
import { findVenues, type VenueFilters, wider } from '../../renderer/map/venue-filters.ts';
import { shippedScript } from '../support/shipped-script.ts';
import { fewCommunesGazetteer, someVenue } from '../support/venues.ts';

const at = '2026-01-12T08:00:00Z';

describe('the answer that an orientation gives to the script', () => {
  const script = shippedScript();

  it('is found by where it leads, apart from those that send nobody anywhere', () => {
    const answers = upToOrientation();
    const run = runScript(script, answers);
    const { referring, others } = orientationOptions(script, answers, run);
    expect(orientationStep(script, run)?.kind).toBe('orientation');
    expect(referring?.id).toBe('referred');
    expect(others.map(({ id }) => id)).toEqual(
      run.current.options.map(({ id }) => id).filter((id) => id !== 'referred'),
    );
  });

  it('is none before the script has come to an orientation', () => {
    expect(orientationStep(script, runScript(script, []))).toBeNull();
    expect(orientationOptions(script, [], runScript(script, [])).referring).toBeNull();
  });

  function upToOrientation() {
    const answers: { question: string; value: string | readonly string[]; at: string }[] = [];
    for (;;) {
      const { current } = runScript(script, answers);
      if (current.kind === 'orientation') return answers;
      const option = current.kind === 'commune' ? '48095' : (current.options[0]?.id ?? '');
      // The first answer of a quick fix is that it worked: nobody is then sent anywhere.
      const fact = script.questions.get(current.question)?.fact;
      const value = fact === 'resolution' ? 'unsolved' : option;
      answers.push({
        question: current.question,
        value: current.kind === 'choices' ? [value] : value,
        at,
      });
    }
  }
});

describe('venues left out of the ranking', () => {
  const mende = fewCommunesGazetteer.byCode('48095');
  const services: readonly Service[] = ['Aide aux démarches administratives'];
  const help = someVenue({ id: 'help', services });
  const games = someVenue({ id: 'games' });
  const lost = someVenue({ id: 'lost', services, position: null });
  const index = buildVenueIndex([help, games, lost]);
  const filters: VenueFilters = {
    service: 'Aide aux démarches administratives',
    maxKm: 20,
    communeCode: '48095',
    wishes: [],
  };

  it('are told with their reason: without the service, or without a sure position', () => {
    if (mende === null) throw new Error('Mende is among the few communes.');
    const found = findVenues(index, filters, mende, { limit: 9, today: '2026-01-12' });
    expect(found.matches.map(({ venue }) => venue.id)).toEqual(['help']);
    expect(found.otherService.map(({ venue }) => venue.id)).toEqual(['games']);
    expect(found.unplaced.map(({ venue }) => venue.id)).toEqual(['lost']);
    expect(found.hasMore).toBe(false);
  });

  it('widen the search step by step until there is no farther', () => {
    expect([5, 20, 100, null].map(wider)).toEqual([10, 50, null, null]);
  });
});
