import type { Outcome } from '#src/calls';
import { useMessages } from '../../../i18n/messages.tsx';
import { Button } from '../../../ui/button.tsx';
import { Summary, type SummaryProps } from './summary.tsx';

/** The end of the script: what will be kept, and closing the record, which hangs up too. */
export function CallEnd(
  props: SummaryProps & { readonly outcome: Outcome; readonly onClose: () => void },
) {
  const { call: words } = useMessages();
  return (
    <div className="call-end">
      <Summary {...props} />
      <div className="actions">
        <Button
          variant="primary"
          size="large"
          icon="check"
          shortcut="Ctrl+Enter"
          onPress={props.onClose}
        >
          {words.wrapUp.close}
        </Button>
        {props.local.call.state === 'live' ? (
          <span className="small quiet">{words.wrapUp.hangsUp}</span>
        ) : null}
      </div>
    </div>
  );
}
