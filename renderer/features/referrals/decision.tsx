import { useState } from 'react';
import { mayMeasureAgain, maySay, type RefusalReason, refusalReasons } from '#src/booking';
import type { ReferralView } from '#src/contract';
import { useMessages } from '../../i18n/messages.tsx';
import { useDesk } from '../../storage/desk.tsx';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { Attendance, Results } from './attendance.tsx';
import { useBecame } from './became.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import { MeasureDialog } from './measure/measure-dialog.tsx';

type Open = 'refusal' | 'cancellation' | 'measure';

/**
 * What the venue may say of a referral now: accept or refuse it; once its time has come, whether the person came, and then what
 * it came to. One key each.
 */
export function Decision(props: {
  readonly referral: ReferralView;
  readonly now: string;
  readonly onSaid: (more: 'result' | 'none') => void;
}) {
  const { referral, now } = props;
  const { levelPath, referrals } = useMessages();
  const { said, more } = useBecame()(referral);
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const isAnswerable = referral.state === 'sent' && !maySay(referral, { type: 'attend' }, now);

  return (
    <footer className="decision">
      <p>
        {said === null ? null : <strong>{said}.</strong>} {more}
      </p>
      {maySay(referral, { type: 'cancel' }, now) ? (
        <Button shortcut="X" size="call" variant="quiet" onPress={() => setOpen('cancellation')}>
          {referrals.cancel}
        </Button>
      ) : null}
      {mayMeasureAgain(referral.state) ? (
        <Button shortcut="Alt+M" size="call" icon="reload" onPress={() => setOpen('measure')}>
          {levelPath.measure.open}
        </Button>
      ) : null}
      {isAnswerable ? <Answer referral={referral} onRefuse={() => setOpen('refusal')} /> : null}
      <Attendance {...props} />
      <Results {...props} />
      {open === 'refusal' ? <RefusalDialog referral={referral} onClose={close} /> : null}
      {open === 'cancellation' ? (
        <CancelDialog referral={referral} cancellers={['person', 'venue']} onClose={close} />
      ) : null}
      {open === 'measure' ? <MeasureDialog referral={referral} onClose={close} /> : null}
    </footer>
  );
}

/** One key to accept; one, a reason and Enter to refuse. */
function Answer(props: { readonly referral: ReferralView; readonly onRefuse: () => void }) {
  const { referrals } = useMessages();
  const { act } = useDesk();
  const { id: referralId, summary } = props.referral;
  return (
    <>
      <Button shortcut="R" size="call" onPress={props.onRefuse}>
        {referrals.refuse}
      </Button>
      <Button
        shortcut="A"
        size="call"
        variant="primary"
        icon="check"
        onPress={() => {
          void act('referral.accept', { referralId });
          announce(referrals.accepted(summary.person.name));
        }}
      >
        {referrals.accept}
      </Button>
    </>
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
