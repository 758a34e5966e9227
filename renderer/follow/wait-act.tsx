import { useState } from 'react';
import { isTimeAhead } from '#src/booking';
import type { DiaryView, ReferralView } from '#src/contract';
import { useMessages } from '../i18n/messages.tsx';
import { useEntities } from '../storage/desk.tsx';
import { Button } from '../ui/button.tsx';
import { WaitDialog } from './wait-dialog.tsx';

/** BO-70: puts somebody on the wait list of their venue, or says what they wait for there. */
export function WaitAct(props: { readonly referral: ReferralView; readonly now: string }) {
  const { waitList: words } = useMessages();
  const diaries = useEntities('diary') ?? [];
  const [isOpen, setOpen] = useState(false);
  const { referral, now } = props;
  if (!mayWait(referral, diaries, now)) return null;
  return (
    <>
      <Button
        variant="quiet"
        description={referral.summary.person.name}
        onPress={() => setOpen(true)}
      >
        {words.open}
      </Button>
      {isOpen ? <WaitDialog referral={referral} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

const waitingStates: readonly ReferralView['state'][] = ['sent', 'received', 'accepted'];

/** Who has an appointment to come in a diary of the venue, or none yet at a venue that has one. */
function mayWait(
  { waiting, appointment, elsewhere, state, venueId }: ReferralView,
  diaries: readonly DiaryView[],
  now: string,
): boolean {
  if (!waitingStates.includes(state)) return false;
  if (waiting !== null) return true;
  if (elsewhere !== null || !diaries.some((diary) => diary.venueId === venueId)) return false;
  return appointment === null || (appointment.bookingId !== null && isTimeAhead(appointment, now));
}
