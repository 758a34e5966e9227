import { readHours, weekOf } from '#src/hours';
import { useFormat, useMessages } from '../../../i18n/messages.tsx';
import { rangesLine } from '../../../map/hours-words.ts';
import { weekRows } from '../../../map/week-rows.ts';
import { Panel } from '../../../ui/panel.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { misreadRule, writtenHours } from './line-draft.ts';
import type { LineForm } from './use-line-form.ts';

/** When the line answers, as it is typed and as it is understood, and what callers hear. */
export function OpeningPanel({ form }: { readonly form: LineForm }) {
  const { lines } = useMessages();
  const { draft, errors, changeRules } = form;
  const { hours, greeting, closed } = draft.rules;
  const misread = misreadRule(hours);
  return (
    <Panel title={lines.opening} className="line-panel">
      <TextField
        label={lines.hours}
        help={lines.hoursHelp}
        value={hours}
        error={misread === null ? undefined : lines.misread(misread)}
        onChange={(text) => changeRules({ hours: text })}
      />
      {misread === null ? <Week hours={writtenHours(hours) ?? hours} /> : null}
      <TextArea
        label={lines.greeting}
        help={lines.greetingHelp}
        value={greeting}
        error={errors.greeting === undefined ? undefined : lines.errors.greeting}
        onChange={(text) => changeRules({ greeting: text })}
      />
      <TextArea
        label={lines.closed}
        help={lines.closedHelp}
        value={closed}
        error={errors.closed === undefined ? undefined : lines.errors.closed}
        onChange={(text) => changeRules({ closed: text })}
      />
    </Panel>
  );
}

function Week({ hours }: { readonly hours: string }) {
  const { lines, venues } = useMessages();
  const format = useFormat();
  const week = weekOf(readHours(hours));
  if (!week.understood) return <p className="small quiet">{lines.otherHours}</p>;
  const { openOnHolidays } = week;
  return (
    <div className="line-week">
      <p className="small quiet">{lines.understood}</p>
      <table>
        <tbody>
          {weekRows(week.week).map(({ weekday, ranges }) => (
            <tr key={weekday}>
              <th scope="row">{format.weekday(weekday)}</th>
              <td>
                {ranges.length === 0 ? lines.closedDay : rangesLine(ranges, { venues, format })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small quiet">
        {openOnHolidays === null
          ? lines.holidaysUnknown
          : openOnHolidays
            ? lines.holidays.open
            : lines.holidays.closed}
      </p>
    </div>
  );
}
