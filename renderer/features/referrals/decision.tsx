import { useState } from 'react';
import { awaitsVenue, mayMeasureAgain, maySay } from '#src/booking';
import type { ReferralView } from '#src/contract';
import { CancelDialog } from '../../follow/cancel-dialog.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { useDesk } from '../../storage/desk.tsx';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { mayBeMoved } from './acts-of.ts';
import { Attendance, Results } from './attendance.tsx';
import { useBecame } from './became.ts';
import { MeasureDialog } from './measure/measure-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { ProposeDialog } from './propose-dialog.tsx';
import { RefusalDialog } from './refusal-dialog.tsx';

type Open = 'refusal' | 'proposal' | 'move' | 'cancellation' | 'measure';

/**
 * What the venue may say of a referral now: accept it, refuse it or propose another time; once its time has come, whether
 * the person came, and then what it came to. Two keys at most.
 */
export function Decision(props: {
  readonly referral: ReferralView;
  readonly now: string;
  readonly onSaid: (more: 'result' | 'none') => void;
}) {
  const { referral, now } = props;
  const { levelPath, mediator, referralLife, referrals } = useMessages();
  const { said, more } = useBecame()(referral);
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const saidLine = useKeptFocus<HTMLParagraphElement>(referral.state);
  const isAnswerable = awaitsVenue(referral.state) && !maySay(referral, { type: 'attend' }, now);

  return (
    <footer className="decision">
      {said === null ? null : (
        <p ref={saidLine} tabIndex={-1}>
          <strong>{said}.</strong> {more}
        </p>
      )}
      {maySay(referral, { type: 'cancel' }, now) ? (
        <Button shortcut="X" size="call" variant="quiet" onPress={() => setOpen('cancellation')}>
          {referrals.cancel}
        </Button>
      ) : null}
      {maySay(referral, { type: 'propose', times: [] }, now) ? (
        <Button shortcut="P" size="call" onPress={() => setOpen('proposal')}>
          {mediator.propose.open}
        </Button>
      ) : null}
      {referral.state === 'accepted' && mayBeMoved(referral, now) ? (
        <Button shortcut="H" size="call" onPress={() => setOpen('move')}>
          {referral.appointment === null ? referralLife.fixTime : referralLife.move}
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
      {open === 'proposal' ? <ProposeDialog referral={referral} now={now} onClose={close} /> : null}
      {open === 'move' ? (
        <MoveDialog referral={referral} now={now} movers={['person', 'venue']} onClose={close} />
      ) : null}
      {open === 'refusal' ? <RefusalDialog referral={referral} onClose={close} /> : null}
      {open === 'cancellation' ? (
        <CancelDialog referral={referral} cancellers={['person', 'venue']} onClose={close} />
      ) : null}
      {open === 'measure' ? <MeasureDialog referral={referral} onClose={close} /> : null}
    </footer>
  );
}

/** One key to accept; one and a reason to refuse. */
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
