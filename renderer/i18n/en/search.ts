import type { search as french } from '../fr/search.ts';

export const search: typeof french = {
  severalServices: (n) => `${n} needs`,
  suggested: 'from the call',
  fromCall: 'from the call:',
  removeFromCall: (wish) => `From what stands in the person’s way. Remove: ${wish}`,
  ofPoint: 'a point',
  formerCommune: (former, today) => `${today} (formerly ${former})`,
  open: {
    label: 'Opening',
    open: 'open',
    any: 'at any time',
    now: 'now',
    today: { morning: 'this morning', afternoon: 'this afternoon' },
    onWeekday: {
      morning: (weekday) => `${weekday} morning`,
      afternoon: (weekday) => `${weekday} afternoon`,
    },
    at: (date, clock) => `${date} at ${clock}`,
    other: 'another day or time',
    clockOf: (place) => `${place} time`,
  },
  stopped: {
    title: 'The search has stopped on this computer',
    safe: 'What you entered is kept.',
    next: 'Start it again: the venues are still here, even without a network.',
  },
};
