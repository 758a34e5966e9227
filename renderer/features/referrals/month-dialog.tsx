import { useState } from 'react';
import { Temporal } from 'temporal-polyfill';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Select } from '../../ui/select.tsx';
import { dayOn } from './today.ts';

const kinds = ['xlsx', 'csv'] as const;
const monthsBack = 12;

/** BO-85: the venue's month as a file in the words of La Coop, so that it is not typed there again. */
export function MonthDialog(props: {
  readonly zone: string;
  readonly now: string;
  readonly onClose: () => void;
}) {
  const { mediator, statistics } = useMessages();
  const format = useFormat();
  const present = Temporal.PlainDate.from(dayOn(props.zone, props.now)).with({ day: 1 });
  const [month, setMonth] = useState(() => present.toPlainYearMonth().toString());
  const months = Array.from({ length: monthsBack }, (_, back) =>
    present.subtract({ months: back }),
  );
  return (
    <Dialog title={mediator.month.title} onClose={props.onClose}>
      <p className="quiet">{mediator.month.what}</p>
      <Select
        label={mediator.month.which}
        options={months.map((first) => ({
          id: first.toPlainYearMonth().toString(),
          label: format.month(first.toString()),
        }))}
        value={month}
        onChange={setMonth}
      />
      <div className="dialog-actions">
        {kinds.map((kind) => (
          <a
            key={kind}
            className="button"
            href={`/api/visits/coop.${kind}?month=${month}`}
            download
          >
            <Icon name="download" />
            {statistics.coop.download[kind]}
          </a>
        ))}
      </div>
    </Dialog>
  );
}
