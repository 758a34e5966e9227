import { bookingWindowBounds } from '#src/booking';
import { useMessages } from '../../i18n/messages.tsx';
import { Checkbox } from '../../ui/choice.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import type { DiaryDraft } from './diary-draft.ts';

const soonest = ['30', '60', '120', '240', '1440', '2880', '4320', '10080'] as const;

/** How soon and how far ahead advisers may book, and whether public holidays are as other days. */
export function BookingRules(props: {
  readonly draft: DiaryDraft;
  readonly onChange: (changed: Partial<DiaryDraft>) => void;
}) {
  const { availability } = useMessages();
  const { rules } = availability;
  const { window, opensOnHolidays } = props.draft;
  const choices = [...new Set([...soonest, String(window.soonestMinutes)])].sort(
    (a, b) => Number(a) - Number(b),
  );
  return (
    <Panel title={rules.title}>
      <div className="availability-numbers">
        <Select
          label={rules.soonest}
          options={choices.map((id) => ({ id, label: rules.ahead(Number(id)) }))}
          value={String(window.soonestMinutes)}
          onChange={(id) => props.onChange({ window: { ...window, soonestMinutes: Number(id) } })}
        />
        <NumberField
          label={rules.furthest}
          value={window.furthestDays}
          min={1}
          max={bookingWindowBounds.furthestDays}
          step={1}
          unit={rules.days}
          onChange={(furthestDays) => props.onChange({ window: { ...window, furthestDays } })}
        />
      </div>
      <Checkbox
        hint={rules.holidaysHint}
        isSelected={opensOnHolidays}
        onChange={(isSelected) => props.onChange({ opensOnHolidays: isSelected })}
      >
        {rules.holidays}
      </Checkbox>
    </Panel>
  );
}
