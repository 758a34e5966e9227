import { useFormat } from '../../../i18n/messages.tsx';
import { Checkbox } from '../../../ui/choice.tsx';

/** Languages that lines in France answer in most; others that are set already stay to be chosen. */
const offered = ['fr', 'en', 'ar', 'es', 'pt', 'tr', 'uk', 'ru', 'fa', 'ps', 'ti', 'zh', 'ro'];

/** Several languages, in the order in which they were ticked: the first is the usual one. */
export function LanguagesField(props: {
  readonly label: string;
  readonly help?: string;
  readonly error?: string | undefined;
  readonly value: readonly string[];
  readonly onChange: (languages: readonly string[]) => void;
}) {
  const format = useFormat();
  const { value, onChange } = props;
  const tags = [...new Set([...offered, ...value])];
  return (
    <fieldset className="languages-field">
      <legend className="field-label">{props.label}</legend>
      <div className="languages-choices">
        {tags.map((tag) => (
          <Checkbox
            key={tag}
            isSelected={value.includes(tag)}
            onChange={(isSelected) =>
              onChange(isSelected ? [...value, tag] : value.filter((other) => other !== tag))
            }
          >
            {format.language(tag)}
          </Checkbox>
        ))}
      </div>
      {props.help === undefined || props.error !== undefined ? null : (
        <p className="field-help">{props.help}</p>
      )}
      {props.error === undefined ? null : (
        <p className="field-error" role="alert">
          {props.error}
        </p>
      )}
    </fieldset>
  );
}
