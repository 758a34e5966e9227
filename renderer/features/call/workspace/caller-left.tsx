import { useMessages } from '../../../i18n/messages.tsx';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';

/** The caller hung up first: what is safe, and the ways on. */
export function CallerLeft(props: { readonly onCut: () => void; readonly onCallBack: () => void }) {
  const { call: words, callBack } = useMessages();
  return (
    <Notice
      tone="warning"
      title={words.lost.title}
      safe={words.lost.safe}
      next={words.lost.next}
      actions={
        <>
          <Button icon="callback" onPress={props.onCallBack}>
            {callBack.exit}
          </Button>
          <Button onPress={props.onCut}>{words.lost.cut}</Button>
        </>
      }
    />
  );
}
