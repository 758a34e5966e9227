import { Button as AriaButton, ToggleButton as AriaToggleButton } from 'react-aria-components';
import { Icon, type IconName } from './icon.tsx';
import { Kbd } from './kbd.tsx';
import type { Combination } from './shortcut-registry.ts';
import { useShortcut } from './shortcuts.tsx';
import './button.css';

type ButtonVariant = 'plain' | 'primary' | 'danger' | 'quiet';

type ButtonProps = {
  readonly children: string;
  readonly variant?: ButtonVariant;
  /** `call` for what acts on the call or confirms: 44 px. `large` for the one thing to do. */
  readonly size?: 'usual' | 'call' | 'large';
  readonly icon?: IconName;
  /** Shown on the button and answered to while it is on screen. */
  readonly shortcut?: Combination;
  readonly onPress?: () => void;
  readonly isDisabled?: boolean;
  /** Something is under way: the button keeps its place and takes no press. */
  readonly isPending?: boolean;
  readonly type?: 'button' | 'submit';
  readonly autoFocus?: boolean;
  readonly description?: string;
};

export function Button(props: ButtonProps) {
  const { variant = 'plain', size = 'usual', onPress } = props;
  const isReady = props.isDisabled !== true && props.isPending !== true;
  useShortcut(props.shortcut, props.children, () => onPress?.(), {
    enabled: isReady && onPress !== undefined,
  });
  return (
    <AriaButton
      className={`button button-${variant} button-${size}`}
      isDisabled={props.isDisabled ?? false}
      type={isReady ? (props.type ?? 'button') : 'button'}
      autoFocus={props.autoFocus ?? false}
      {...(props.isPending === true ? { 'data-pending': true } : {})}
      {...(onPress === undefined || !isReady ? {} : { onPress: () => onPress() })}
      {...(props.description === undefined ? {} : { 'aria-description': props.description })}
    >
      {props.icon === undefined ? null : <Icon name={props.icon} />}
      {props.children}
      {props.shortcut === undefined ? null : <Kbd combination={props.shortcut} />}
    </AriaButton>
  );
}

/** A button that stays pressed: mute, hold, a filter. */
export function ToggleButton(
  props: Omit<ButtonProps, 'onPress' | 'type' | 'isPending'> & {
    readonly isSelected: boolean;
    readonly onChange: (isSelected: boolean) => void;
  },
) {
  const { variant = 'plain', size = 'usual' } = props;
  useShortcut(props.shortcut, props.children, () => props.onChange(!props.isSelected), {
    enabled: props.isDisabled !== true,
  });
  return (
    <AriaToggleButton
      className={`button button-${variant} button-${size}`}
      isSelected={props.isSelected}
      onChange={props.onChange}
      isDisabled={props.isDisabled ?? false}
    >
      {props.icon === undefined ? null : <Icon name={props.icon} />}
      {props.children}
      {props.shortcut === undefined ? null : <Kbd combination={props.shortcut} />}
    </AriaToggleButton>
  );
}

/** A button that shows only its icon; `label` is what it is called. */
export function IconButton(props: {
  readonly icon: IconName;
  readonly label: string;
  readonly onPress?: () => void;
  readonly isDisabled?: boolean;
  readonly slot?: string;
}) {
  const { onPress } = props;
  return (
    <AriaButton
      className="button button-quiet button-icon"
      aria-label={props.label}
      isDisabled={props.isDisabled ?? false}
      {...(props.slot === undefined ? {} : { slot: props.slot })}
      {...(onPress === undefined ? {} : { onPress: () => onPress() })}
    >
      <Icon name={props.icon} />
    </AriaButton>
  );
}
