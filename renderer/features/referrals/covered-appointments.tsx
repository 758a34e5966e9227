import { useState } from 'react';
import { appointmentsOutside, maySay } from '#src/booking';
import type { DiaryView, ReferralView } from '#src/contract';
import { CancelDialog } from '../../follow/cancel-dialog.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { useEntities } from '../../storage/desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useNow } from '../../ui/timer.tsx';
import { type DiaryDraft, rulesOf } from './diary-draft.ts';
import { ProposeDialog } from './propose-dialog.tsx';
import { useWhen } from './when.tsx';

/** BO-88: appointments for which the diary, as it is edited, has no time any more: they stand until something is done. */
export function CoveredAppointments(props: {
  readonly diary: DiaryView;
  readonly draft: DiaryDraft;
}) {
  const { availability } = useMessages();
  const when = useWhen();
  const now = useNow(60);
  const bookings = useEntities('booking') ?? [];
  const referrals = useEntities('referral') ?? [];
  const [open, setOpen] = useState<{
    readonly what: 'propose' | 'cancel';
    readonly referral: ReferralView;
  } | null>(null);
  const close = () => setOpen(null);
  const { diary, draft } = props;
  const edited = { ...rulesOf(draft), zone: diary.zone, territory: diary.territory };
  const own = bookings.filter(({ diaryId }) => diaryId === diary.id);
  const covered = appointmentsOutside(edited, own, now).flatMap(
    ({ id }) => referrals.find(({ appointment }) => appointment?.bookingId === id) ?? [],
  );
  if (covered.length === 0) return null;
  return (
    <>
      <Notice
        tone="warning"
        title={availability.covered.title(covered.length)}
        safe={availability.covered.safe}
        next={availability.covered.next}
      />
      <ul className="availability-covered">
        {covered.map((referral) => (
          <li key={referral.id}>
            <span>
              <strong>{referral.summary.person.name}</strong>, {when(referral)}
            </span>
            {maySay(referral, { type: 'propose', times: [] }, now) ? (
              <Button onPress={() => setOpen({ what: 'propose', referral })}>
                {availability.covered.propose}
              </Button>
            ) : null}
            <Button variant="quiet" onPress={() => setOpen({ what: 'cancel', referral })}>
              {availability.covered.cancel}
            </Button>
          </li>
        ))}
      </ul>
      {open?.what === 'propose' ? (
        <ProposeDialog referral={open.referral} now={now} onClose={close} />
      ) : null}
      {open?.what === 'cancel' ? (
        <CancelDialog referral={open.referral} cancellers={['venue', 'person']} onClose={close} />
      ) : null}
    </>
  );
}
