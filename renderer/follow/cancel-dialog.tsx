import { useState } from 'react';
import { type Canceller, type CancelReason, cancelReasons } from '#src/booking';
import type { ReferralView } from '#src/contract';
import { useMessages } from '../i18n/messages.tsx';
import { useDesk } from '../storage/desk.tsx';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { RadioGroup } from '../ui/choice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { PostedLetter } from './posted-letter.tsx';

/** Who cancels and why, by digits from the first to the last choice; Ctrl+Enter does it. */
export function CancelDialog(props: {
  readonly referral: ReferralView;
  /** Who may be the one to cancel, as far as this desk is told. */
  readonly cancellers: readonly Canceller[];
  readonly onClose: () => void;
}) {
  const { referrals } = useMessages();
  const { act } = useDesk();
  const [by, setBy] = useState<Canceller | null>(null);
  const [reason, setReason] = useState<CancelReason | 'unknown'>('unknown');
  const { id: referralId, summary } = props.referral;
  const { name } = summary.person;

  function cancel() {
    if (by === null) return;
    void act('referral.cancel', { referralId, by, reason: reason === 'unknown' ? null : reason });
    announce(referrals.cancelled(name));
    props.onClose();
  }

  return (
    <Dialog
      title={referrals.cancelTitle(name)}
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>{referrals.cancelKeep}</Button>
          <Button variant="danger" shortcut="Ctrl+Enter" isDisabled={by === null} onPress={cancel}>
            {referrals.cancelDo}
          </Button>
        </>
      }
    >
      <p className="quiet">{referrals.cancelHelp}</p>
      <PostedLetter messages={props.referral.messages} />
      <RadioGroup
        label={referrals.cancelWho}
        options={props.cancellers.map((id, index) => ({
          id,
          label: referrals.cancellers[id],
          shortcut: `Digit${index + 1}`,
        }))}
        value={by}
        onChange={setBy}
        inRow
      />
      <RadioGroup
        label={referrals.cancelWhy}
        options={[...cancelReasons, 'unknown' as const].map((id, index) => ({
          id,
          label: referrals.cancelReasons[id],
          shortcut: `Digit${props.cancellers.length + index + 1}`,
        }))}
        value={reason}
        onChange={setReason}
      />
    </Dialog>
  );
}
