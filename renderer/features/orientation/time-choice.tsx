import { nearestFreeSlots, type Slot } from '#src/booking';
import type { DiaryView } from '#src/contract';
import type { Venue } from '#src/venues';
import { useMessages } from '../../i18n/messages.tsx';
import { useEntities } from '../../storage/desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useNow } from '../../ui/timer.tsx';
import type { DraftHandle, OrientationDraft } from './draft.ts';
import { LostNotice } from './lost-notice.tsx';
import { RequestForm } from './request-form.tsx';
import { SlotPicker } from './slot-picker.tsx';
import { comingSlots, slotsByDay } from './slots-by-day.ts';
import type { Hold } from './use-hold.ts';

/** How many slots are offered in place of one that was lost. */
const offered = 3;

/** When: a slot of the venue's diary, or times wished where it has none or the hub cannot be asked. */
export function TimeChoice(props: {
  readonly venue: Venue;
  readonly diary: DiaryView | null;
  readonly slot: OrientationDraft['slot'];
  readonly hold: Hold;
  readonly handle: DraftHandle;
  readonly isOnline: boolean;
  readonly isRequest: boolean;
  readonly wishProblem: { readonly isMissing: boolean };
}) {
  const { orientation } = useMessages();
  const { venue, diary, slot, isOnline } = props;
  const { status, choose } = props.hold;
  const { draft, change } = props.handle;
  const now = useNow();
  const bookings = useEntities('booking') ?? [];
  const request = (
    <RequestForm
      wishes={draft.wishes}
      problem={props.wishProblem}
      onChange={(wishes) => change({ wishes })}
    />
  );
  if (diary === null) return request;
  const own = bookings.filter(({ diaryId }) => diaryId === diary.id);
  const hold = (next: Slot) => void choose({ venueId: venue.id, diaryId: diary.id }, next);
  const isOurs = status.state === 'held' || status.state === 'confirming';
  return (
    <>
      {isOnline ? null : (
        <Notice
          tone="warning"
          title={orientation.offline.title}
          safe={orientation.offline.safe}
          next={orientation.offline.next}
        />
      )}
      {slot !== null && status.state === 'lost' && isOnline ? (
        <LostNotice
          because={status.because}
          nearest={nearestFreeSlots(comingSlots(diary, own, now), slot.start, offered)}
          zone={diary.zone}
          onChoose={hold}
        />
      ) : null}
      {props.isRequest ? (
        request
      ) : (
        <SlotPicker
          key={diary.id}
          diary={diary}
          place={venue.commune}
          days={slotsByDay(diary, own, now)}
          heldId={slot !== null && isOurs ? slot.bookingId : null}
          isDisabled={status.state === 'confirming'}
          onChoose={hold}
        />
      )}
      {isOnline ? (
        <Button
          variant="quiet"
          icon={draft.asksInstead ? 'calendar' : 'edit'}
          onPress={() => change({ asksInstead: !draft.asksInstead })}
        >
          {draft.asksInstead ? orientation.slots.backToSlots : orientation.slots.askInstead}
        </Button>
      ) : null}
    </>
  );
}
