import { Button as AriaButton } from 'react-aria-components';
import { Kbd } from '../../../ui/kbd.tsx';
import { useShortcut } from '../../../ui/shortcuts.tsx';
import '../../../script/question.css';
import './exit.css';

/** One way out, in one key: what it is called, and what it means in a few words. */
export function Exit(props: {
  readonly digit: number;
  readonly name: string;
  readonly says: string | null;
  readonly onPress: () => void;
}) {
  const shortcut = `Digit${props.digit}`;
  useShortcut(shortcut, props.name, props.onPress);
  return (
    <AriaButton className="answer" onPress={() => props.onPress()}>
      <Kbd combination={shortcut} />
      {props.name}
      {props.says === null ? null : <small>{props.says}</small>}
    </AriaButton>
  );
}
