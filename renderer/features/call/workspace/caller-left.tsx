import { useMessages } from '../../../i18n/messages.tsx';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';

/** The caller hung up first: what is safe, and the two ways on. */
export function CallerLeft({ onCut }: { readonly onCut: () => void }) {
  const { call: words } = useMessages();
  return (
    <Notice
      tone="warning"
      title={words.lost.title}
      safe={words.lost.safe}
      next={words.lost.next}
      actions={<Button onPress={onCut}>{words.lost.cut}</Button>}
    />
  );
}
