import { noRequestReasons } from '#src/calls';
import type { CallEnding } from '#src/contract';
import { useMessages } from '../../../i18n/messages.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Exit } from './exit.tsx';

/** What an adviser hears; a request that is continued is told where it is found again. */
const heard = noRequestReasons.filter((reason) => reason !== 'continued');

/** The ways out of the script: one key each closes the call, or goes on to when to call back. */
export function ExitsDialog(props: {
  readonly onEnd: (ending: CallEnding, says: string) => Promise<void>;
  readonly onCallBack: () => void;
  readonly onClose: () => void;
}) {
  const { call: words, callBack } = useMessages();
  return (
    <Dialog
      title={words.exits.title}
      onClose={props.onClose}
      actions={<Button onPress={props.onClose}>{words.exits.stay}</Button>}
    >
      <p className="quiet">{words.exits.oneKey}</p>
      <h3>{words.exits.noRequest}</h3>
      <ul className="exit-list">
        {heard.map((reason, index) => (
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
            digit={heard.length + 1}
            name={words.exits.cut}
            says={words.exits.cutSays}
            onPress={() => void props.onEnd({ kind: 'cut-off' }, words.outcomes['cut-off'])}
          />
        </li>
      </ul>
      <h3>{callBack.exits}</h3>
      <ul className="exit-list">
        <li>
          <Exit
            digit={heard.length + 2}
            name={callBack.exit}
            says={callBack.exitSays}
            onPress={props.onCallBack}
          />
        </li>
      </ul>
    </Dialog>
  );
}
