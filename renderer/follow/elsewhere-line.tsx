import type { ReferralView } from '#src/contract';
import { useMessages } from '../i18n/messages.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { useRdvDraft } from './use-rdv-draft.ts';
import './elsewhere-line.css';

/** Who keeps the appointment of a referral, where it is somebody else, and how far its draft has come. */
export function ElsewhereLine({ referral }: { readonly referral: ReferralView }) {
  const { bookingWay: words } = useMessages();
  const { elsewhere, state, appointment } = referral;
  if (elsewhere === null) return null;
  const { draft, way } = elsewhere;
  const isWaiting = (state === 'sent' || state === 'received') && appointment === null;
  return (
    <div className="elsewhere">
      <p className="small">
        {words.kept[way]}
        {draft === null || !isWaiting ? null : ` · ${words.draft[draft.state]}`}
      </p>
      {draft?.url == null ? null : (
        <a className="button button-quiet" href={draft.url} target="_blank" rel="noreferrer">
          <Icon name="link" />
          {words.open}
        </a>
      )}
      {draft?.state === 'wanted' && isWaiting ? <Create referralId={referral.id} /> : null}
    </div>
  );
}

function Create({ referralId }: { readonly referralId: string }) {
  const { bookingWay: words } = useMessages();
  const { isOpening, failure, open } = useRdvDraft();
  return (
    <>
      <Button isPending={isOpening} onPress={() => void open(referralId)}>
        {isOpening ? words.creating : words.create}
      </Button>
      {failure === null ? null : (
        <p className="small warn" role="alert">
          {words.refusals[failure.code]} {failure.said}
        </p>
      )}
    </>
  );
}
