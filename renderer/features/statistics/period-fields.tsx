import { useState } from 'react';
import { useMessages } from '../../i18n/messages.tsx';
import { Select } from '../../ui/select.tsx';
import { type Period, type PeriodId, periodIds, periodOf } from './period.ts';

/** Chooses the days: a named period, or two dates. A period that ends before it starts is not asked for. */
export function PeriodFields({ onChange }: { readonly onChange: (period: Period) => void }) {
  const { statistics } = useMessages();
  const [chosen, setChosen] = useState<PeriodId>('month');
  const [dates, setDates] = useState(() => periodOf('month', new Date().toISOString()));
  const isWrong = dates.from > dates.to;

  function choose(id: PeriodId) {
    setChosen(id);
    if (id === 'other') return;
    const period = periodOf(id, new Date().toISOString());
    setDates(period);
    onChange(period);
  }

  function setDate(change: Partial<Period>) {
    const next = { ...dates, ...change };
    setDates(next);
    if (next.from !== '' && next.to !== '' && next.from <= next.to) onChange(next);
  }

  return (
    <>
      <span aria-hidden="true">{statistics.during}</span>
      <Select
        label={statistics.period}
        options={periodIds.map((id) => ({ id, label: statistics.periods[id] }))}
        value={chosen}
        onChange={choose}
      />
      {chosen === 'other' ? (
        <>
          <label>
            <span>{statistics.from}</span>{' '}
            <input
              className="sentence-chip"
              type="date"
              value={dates.from}
              aria-invalid={isWrong}
              onChange={(event) => setDate({ from: event.target.value })}
            />
          </label>
          <label>
            <span>{statistics.to}</span>{' '}
            <input
              className="sentence-chip"
              type="date"
              value={dates.to}
              aria-invalid={isWrong}
              onChange={(event) => setDate({ to: event.target.value })}
            />
          </label>
          {isWrong ? (
            <span className="field-error" role="alert">
              {statistics.wrongPeriod}
            </span>
          ) : null}
        </>
      ) : null}
    </>
  );
}
