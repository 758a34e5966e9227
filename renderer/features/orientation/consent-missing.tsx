import { useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Without a yes nothing goes to a venue: said before anything is typed, with what can be done instead. */
export function ConsentMissing(props: { readonly wasAsked: boolean; readonly onAsk: () => void }) {
  const { orientation } = useMessages();
  const { consent } = orientation;
  return (
    <Notice
      tone="warning"
      title={consent.title}
      safe={props.wasAsked ? undefined : consent.unasked}
      next={consent.body}
      actions={
        <Button icon="back" onPress={props.onAsk}>
          {consent.ask}
        </Button>
      }
    />
  );
}
