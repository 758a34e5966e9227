import { useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { SettingsDraft } from './settings-draft.ts';
import {
  furthestDay,
  mostReminders,
  withDay,
  withoutLastReminder,
  withReminder,
} from './venue-reminders.ts';

type Reminders = SettingsDraft['venueReminders'];

/** BO-93, BO-95: after how many working days a venue that does not answer is reminded, and asked no more. */
export function VenueRemindersPanel(props: {
  readonly reminders: Reminders;
  readonly onChange: (reminders: Reminders) => void;
}) {
  const { venueReminders: words } = useMessages().settings.installation;
  const { reminders, onChange } = props;
  const { afterDays, thenDays } = reminders;
  return (
    <Panel title={words.title} className="venue-reminders">
      <p className="quiet">{words.help}</p>
      {afterDays.map((days, index) => (
        <NumberField
          // biome-ignore lint/suspicious/noArrayIndexKey: the first reminder stays the first
          key={index}
          label={words.reminder(index + 1)}
          unit={words.unit}
          value={days}
          min={1}
          max={furthestDay}
          step={1}
          onChange={(value) => onChange(withDay(reminders, index, value))}
        />
      ))}
      <div className="actions">
        {afterDays.length === 0 ? null : (
          <Button
            variant="quiet"
            icon="minus"
            onPress={() => onChange(withoutLastReminder(reminders))}
          >
            {words.remove}
          </Button>
        )}
        {afterDays.length === mostReminders ? null : (
          <Button variant="quiet" icon="plus" onPress={() => onChange(withReminder(reminders))}>
            {words.add}
          </Button>
        )}
      </div>
      <NumberField
        label={afterDays.length === 0 ? words.endAlone : words.end}
        help={words.endHelp}
        unit={words.unit}
        value={thenDays}
        min={1}
        max={furthestDay}
        step={1}
        onChange={(value) => onChange({ ...reminders, thenDays: value })}
      />
    </Panel>
  );
}
