import { Button as AriaButton } from 'react-aria-components';
import { noRequestReasons } from '#src/calls';
import type { CallEnding } from '#src/contract';
import { useMessages } from '../../../i18n/messages.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { useShortcut } from '../../../ui/shortcuts.tsx';
import './question.css';

/** The ways out of the script: one key each closes the call. */
export function ExitsDialog(props: {
  readonly onEnd: (ending: CallEnding, says: string) => Promise<void>;
  readonly onClose: () => void;
}) {
  const { call: words } = useMessages();
  return (
    <Dialog
      title={words.exits.title}
      onClose={props.onClose}
      actions={<Button onPress={props.onClose}>{words.exits.stay}</Button>}
    >
      <p className="quiet">{words.exits.oneKey}</p>
      <h3>{words.exits.noRequest}</h3>
      <ul className="exit-list">
        {noRequestReasons.map((reason, index) => (
          <li key={reason}>
            <Exit
              digit={index + 1}
              name={words.exits.noRequests[reason].name}
              says={words.exits.noRequests[reason].says}
              onPress={() =>
                void props.onEnd(
                  { kind: 'no-request', reason },
                  words.exits.noRequests[reason].name,
                )
              }
            />
          </li>
        ))}
      </ul>
      <h3>{words.exits.interrupted}</h3>
      <ul className="exit-list">
        <li>
          <Exit
            digit={noRequestReasons.length + 1}
            name={words.exits.cut}
            says={words.exits.cutSays}
            onPress={() => void props.onEnd({ kind: 'cut-off' }, words.outcomes['cut-off'])}
          />
        </li>
      </ul>
    </Dialog>
  );
}

function Exit(props: {
  readonly digit: number;
  readonly name: string;
  readonly says: string;
  readonly onPress: () => void;
}) {
  const shortcut = `Digit${props.digit}`;
  useShortcut(shortcut, props.name, props.onPress);
  return (
    <AriaButton className="answer" onPress={() => props.onPress()}>
      <Kbd combination={shortcut} />
      {props.name}
      <small>{props.says}</small>
    </AriaButton>
  );
}
