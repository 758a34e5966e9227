import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { departementNames } from '#src/geography';
import { foldText } from '#src/kernel';
import { useMessages } from '../../i18n/messages.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { Icon } from '../../ui/icon.tsx';

const departements = Object.entries(departementNames)
  .map(([code, name]) => ({ id: code, label: name, hint: code, folded: foldText(name) }))
  .sort((a, b) => a.id.localeCompare(b.id));

/** The departements of a territory: found by name or number, taken off one by one. */
export function DepartementsField(props: {
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly error?: string | undefined;
}) {
  const { entry } = useMessages();
  const [typed, setTyped] = useState('');
  const wanted = foldText(typed);
  const options = departements.filter(
    ({ id, folded }) =>
      !props.value.includes(id) && (id.startsWith(typed.trim()) || folded.includes(wanted)),
  );
  return (
    <div className="departements">
      <ComboBox
        label={entry.setup.departements}
        help={entry.setup.departementsHelp}
        error={props.error}
        options={options}
        typed={typed}
        onType={setTyped}
        onChoose={(code) => {
          props.onChange([...props.value, code]);
          setTyped('');
        }}
      />
      {props.value.length === 0 ? null : (
        <ul className="departements-chosen">
          {props.value.map((code) => (
            <li key={code}>
              <Chosen
                code={code}
                onRemove={() => props.onChange(props.value.filter((other) => other !== code))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Chosen(props: { readonly code: string; readonly onRemove: () => void }) {
  const { entry } = useMessages();
  const name = departementNames[props.code] ?? props.code;
  return (
    <AriaButton
      className="tag tag-brand departement"
      aria-label={entry.setup.removeDepartement(name)}
      onPress={props.onRemove}
    >
      {props.code} {name}
      <Icon name="close" />
    </AriaButton>
  );
}
