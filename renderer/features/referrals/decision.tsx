import { useState } from 'react';
import { mayMeasureAgain, type RefusalReason, refusalReasons } from '#src/booking';
import type { ReferralView } from '#src/contract';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { useDesk } from '../../storage/desk.tsx';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { MeasureDialog } from './measure/measure-dialog.tsx';

/** The venue's answer: one key to accept; one, a reason and Enter to refuse. Once given, what it was. */
export function Decision({ referral }: { readonly referral: ReferralView }) {
  const { referrals } = useMessages();
  const { act } = useDesk();
  const [isRefusing, setRefusing] = useState(false);
  const { name } = referral.summary.person;

  if (referral.state !== 'sent') return <Decided referral={referral} />;
  return (
    <footer className="decision">
      <Button shortcut="R" size="call" onPress={() => setRefusing(true)}>
        {referrals.refuse}
      </Button>
      <Button
        shortcut="A"
        size="call"
        variant="primary"
        icon="check"
        onPress={() => {
          void act('referral.accept', { referralId: referral.id });
          announce(referrals.accepted(name));
        }}
      >
        {referrals.accept}
      </Button>
      {isRefusing ? <RefusalDialog referral={referral} onClose={() => setRefusing(false)} /> : null}
    </footer>
  );
}

/** What the venue answered; whom it receives it may measure again. */
function Decided({ referral }: { readonly referral: ReferralView }) {
  const { levelPath, referrals } = useMessages();
  const [isMeasuring, setMeasuring] = useState(false);
  const format = useFormat();
  const { state, refusal, decidedAt, sentAt } = referral;
  const date = format.date(decidedAt ?? sentAt);
  return (
    <footer className="decision">
      <p>
        <strong>
          {state === 'refused' ? referrals.refusedOn(date) : referrals.acceptedOn(date)}
        </strong>
        {refusal === null ? null : `. ${referrals.refusalReasons[refusal.reason]}.`}
        {refusal === null || refusal.note === '' ? null : ` ${refusal.note}`}
      </p>
      {mayMeasureAgain(state) ? (
        <Button shortcut="Alt+M" size="call" icon="reload" onPress={() => setMeasuring(true)}>
          {levelPath.measure.open}
        </Button>
      ) : null}
      {isMeasuring ? (
        <MeasureDialog referral={referral} onClose={() => setMeasuring(false)} />
      ) : null}
    </footer>
  );
}

function RefusalDialog(props: { readonly referral: ReferralView; readonly onClose: () => void }) {
  const { referrals, common } = useMessages();
  const { act } = useDesk();
  const [reason, setReason] = useState<RefusalReason | null>(null);
  const [note, setNote] = useState('');
  const { name } = props.referral.summary.person;

  function refuse() {
    if (reason === null) return;
    void act('referral.refuse', { referralId: props.referral.id, reason, note: note.trim() });
    announce(referrals.refused(name));
    props.onClose();
  }

  return (
    <Dialog
      title={referrals.refuseTitle(name)}
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>{common.cancel}</Button>
          <Button
            variant="danger"
            shortcut="Ctrl+Enter"
            isDisabled={reason === null}
            onPress={refuse}
          >
            {referrals.refuse}
          </Button>
        </>
      }
    >
      <p className="quiet">{referrals.refuseHelp}</p>
      <RadioGroup
        label={referrals.refuseReason}
        options={refusalReasons.map((id, index) => ({
          id,
          label: referrals.refusalReasons[id],
          shortcut: `Digit${index + 1}`,
        }))}
        value={reason}
        onChange={setReason}
      />
      <TextArea
        label={referrals.refuseNote}
        isRequired={false}
        value={note}
        onChange={setNote}
        maxLength={500}
        rows={2}
      />
    </Dialog>
  );
}
