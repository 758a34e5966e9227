import { describe, expect, it } from 'vitest';
import { indicatorIds, indicators, tally } from '#src/statistics';

const none = { service: null, level: null, referral: null, fate: null } as const;

describe('the figures of a period', () => {
  it('are all zero when nobody called', () => {
    const figures = tally([]);
    expect(figures.calls).toBe(0);
    expect(figures.byLevel).toEqual({ E0: 0, E1: 0, E2: 0, E3: 0, none: 0 });
    expect(figures.byService).toEqual([]);
  });

  it('count a call without request as a call and as nothing else', () => {
    const figures = tally([{ calls: 3, outcome: null, ...none }]);
    expect(figures).toMatchObject({ calls: 3, withoutRequest: 3, requests: 0, referrals: 0 });
    expect(figures.byService).toEqual([]);
  });

  it('count booked and requested referrals apart', () => {
    const figures = tally([
      {
        calls: 2,
        outcome: 'referred',
        service: 'A',
        level: 'E2',
        referral: 'booked',
        fate: 'solved',
      },
      {
        calls: 1,
        outcome: 'referred',
        service: 'A',
        level: null,
        referral: 'requested',
        fate: 'missed',
      },
      { calls: 4, outcome: 'solved', service: 'B', level: 'E1', referral: null, fate: null },
    ]);
    expect(figures).toMatchObject({ requests: 7, referrals: 3, booked: 2 });
    expect(figures.byFate).toMatchObject({ solved: 2, missed: 1, attended: 0 });
    expect(figures.byLevel).toEqual({ E0: 0, E1: 4, E2: 2, E3: 0, none: 1 });
  });

  it('list services by how often they were asked, those that named none last', () => {
    const row = (service: string | null, calls: number) =>
      ({ ...none, calls, outcome: 'solved', service }) as const;
    const { byService } = tally([row(null, 9), row('B', 2), row('A', 2), row('C', 5)]);
    expect(byService.map(({ service }) => service)).toEqual(['C', 'A', 'B', null]);
  });

  it('each have a definition, in one sentence', () => {
    for (const id of indicatorIds) expect(indicators[id]).toMatch(/^[A-Z][^.]+\.$/);
  });
});
