import { Temporal } from 'temporal-polyfill';

export const periodIds = ['today', 'week', 'month', 'lastMonth', 'year', 'other'] as const;
export type PeriodId = (typeof periodIds)[number];

/** Calendar days, both counted, `YYYY-MM-DD`. */
export type Period = { readonly from: string; readonly to: string };

/** The days of a named period as of `now`, on the clock by which the figures count. */
export function periodOf(id: Exclude<PeriodId, 'other'>, now: string): Period {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO('Europe/Paris').toPlainDate();
  switch (id) {
    case 'today':
      return between(today, today);
    case 'week':
      return between(today.subtract({ days: 6 }), today);
    case 'month':
      return between(today.with({ day: 1 }), today);
    case 'lastMonth': {
      const first = today.with({ day: 1 }).subtract({ months: 1 });
      return between(first, first.with({ day: first.daysInMonth }));
    }
    case 'year':
      return between(today.with({ month: 1, day: 1 }), today);
  }
}

function between(from: Temporal.PlainDate, to: Temporal.PlainDate): Period {
  return { from: from.toString(), to: to.toString() };
}
