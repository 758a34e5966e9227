import { canBeHeard } from '#src/routing';
import { useMessages } from '../../../i18n/messages.tsx';
import { Checkbox } from '../../../ui/choice.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Panel } from '../../../ui/panel.tsx';
import type { LineForm } from './use-line-form.ts';

const usualDays = 30;
const longestDays = 365;

/** Both are off unless who pays for the line wants them, and both are announced. */
export function VoicePanel({ form }: { readonly form: LineForm }) {
  const { lines } = useMessages();
  const { changeRules } = form;
  const { recordingDays, isListenedTo } = form.draft.rules;
  if (!canBeHeard(form.draft.kind)) {
    return (
      <Panel title={lines.voice}>
        <p className="quiet">{lines.unheard}</p>
      </Panel>
    );
  }
  return (
    <Panel title={lines.voice} className="line-panel">
      <Checkbox
        isSelected={recordingDays !== null}
        onChange={(isOn) => changeRules({ recordingDays: isOn ? usualDays : null })}
        hint={lines.recordedHint}
      >
        {lines.recorded}
      </Checkbox>
      {recordingDays === null ? null : (
        <NumberField
          label={lines.recordingDays}
          unit={lines.days}
          value={recordingDays}
          min={1}
          max={longestDays}
          step={1}
          onChange={(days) => changeRules({ recordingDays: days })}
        />
      )}
      <Checkbox
        isSelected={isListenedTo}
        onChange={(isOn) => changeRules({ isListenedTo: isOn })}
        hint={lines.listenedHint}
      >
        {lines.listened}
      </Checkbox>
    </Panel>
  );
}
