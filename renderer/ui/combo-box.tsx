import { ComboBox as AriaComboBox, Button, Input, ListBox, Popover } from 'react-aria-components';
import { useMessages } from '../i18n/messages.tsx';
import { ariaProps, FieldBody, type FieldProps } from './field.tsx';
import { Icon } from './icon.tsx';
import { type Option, optionItem } from './select.tsx';

/**
 * One of many, found by typing. The caller searches: it is told what is typed and gives the
 * options that fit, so that accents, postcodes and ranking stay the business of who knows the data.
 */
export function ComboBox<Id extends string>(
  props: FieldProps & {
    readonly options: readonly Option<Id>[];
    readonly typed: string;
    readonly onType: (typed: string) => void;
    readonly onChoose: (chosen: Id) => void;
    readonly placeholder?: string;
    readonly autoFocus?: boolean;
  },
) {
  const { ui } = useMessages();
  return (
    <AriaComboBox
      {...ariaProps(props)}
      items={props.options}
      inputValue={props.typed}
      onInputChange={props.onType}
      value={null}
      onChange={(key) => {
        const chosen = props.options.find((option) => option.id === key);
        if (chosen !== undefined) props.onChoose(chosen.id);
      }}
      allowsCustomValue
      allowsEmptyCollection
      menuTrigger="input"
      autoFocus={props.autoFocus ?? false}
    >
      <FieldBody field={props}>
        <div className="input-row">
          <Input className="input" placeholder={props.placeholder ?? ''} />
          <Button className="button button-quiet button-icon">
            <Icon name="down" />
          </Button>
        </div>
        <Popover className="popover">
          <ListBox
            items={props.options}
            renderEmptyState={() => <p className="list-empty">{ui.noChoice}</p>}
          >
            {optionItem}
          </ListBox>
        </Popover>
      </FieldBody>
    </AriaComboBox>
  );
}
