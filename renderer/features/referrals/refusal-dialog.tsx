import { useState } from 'react';
import { type RefusalReason, refusalReasons } from '#src/booking';
import type { ReferralView } from '#src/contract';
import { useMessages } from '../../i18n/messages.tsx';
import { useDesk } from '../../storage/desk.tsx';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/text-field.tsx';

/** The reason is the refusal: one digit says both. A word for the adviser may be written before. */
export function RefusalDialog(props: {
  readonly referral: ReferralView;
  readonly onClose: () => void;
}) {
  const { common, mediator, referrals } = useMessages();
  const { act } = useDesk();
  const [note, setNote] = useState('');
  const { id: referralId, summary } = props.referral;
  const { name } = summary.person;

  function refuse(reason: RefusalReason) {
    void act('referral.refuse', { referralId, reason, note: note.trim() });
    announce(referrals.refused(name));
    props.onClose();
  }

  return (
    <Dialog
      title={referrals.refuseTitle(name)}
      onClose={props.onClose}
      actions={<Button onPress={props.onClose}>{common.cancel}</Button>}
    >
      <p className="quiet">{referrals.refuseHelp}</p>
      <TextArea
        label={referrals.refuseNote}
        isOptional
        value={note}
        onChange={setNote}
        maxLength={500}
        rows={2}
      />
      <fieldset className="refusal-reasons">
        <legend className="field-label">{mediator.refuseBecause}</legend>
        {refusalReasons.map((reason, index) => (
          <Button key={reason} shortcut={`Digit${index + 1}`} onPress={() => refuse(reason)}>
            {referrals.refusalReasons[reason]}
          </Button>
        ))}
      </fieldset>
    </Dialog>
  );
}
