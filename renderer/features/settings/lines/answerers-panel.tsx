import { useMessages } from '../../../i18n/messages.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { LanguagesField } from './languages-field.tsx';
import type { LineForm } from './use-line-form.ts';
import { WideningField } from './widening-field.tsx';

/** RO-12, RO-13: whom its calls ask, and after how long whom else. */
export function AnswerersPanel({ form }: { readonly form: LineForm }) {
  const { lines } = useMessages();
  const { draft, errors, changeRules } = form;
  const { languages, skills, widening } = draft.rules;
  return (
    <Panel title={lines.who} className="line-panel">
      <LanguagesField
        label={lines.languages}
        help={lines.languagesHelp}
        error={errors.languages === undefined ? undefined : lines.errors.languages}
        value={languages}
        onChange={(chosen) => changeRules({ languages: chosen })}
      />
      <TextField
        label={lines.skills}
        help={lines.skillsHelp}
        isOptional
        value={skills}
        error={errors.skills === undefined ? undefined : lines.errors.skills}
        onChange={(text) => changeRules({ skills: text })}
      />
      <WideningField
        value={widening}
        ownTerritory={draft.territoryId}
        error={errors.widening === undefined ? undefined : lines.errors.widening}
        onChange={(steps) => changeRules({ widening: steps })}
      />
    </Panel>
  );
}
