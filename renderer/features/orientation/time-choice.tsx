import { nearestFreeSlots } from '#src/booking';
import type { Venue } from '#src/venues';
import { useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { DraftHandle, OrientationDraft } from './draft.ts';
import { KindFields } from './kind-fields.tsx';
import { LostNotice } from './lost-notice.tsx';
import type { Offer } from './offers.ts';
import { RequestForm } from './request-form.tsx';
import { SlotPicker } from './slot-picker.tsx';
import type { Hold } from './use-hold.ts';
import type { Offers } from './use-offers.ts';

/** How many slots are offered in place of one that was lost. */
const offered = 3;

/** When: a slot of the venue's diaries, or times wished where it has none or the hub cannot be asked. */
export function TimeChoice(props: {
  readonly venue: Venue;
  readonly offers: Offers | null;
  readonly slot: OrientationDraft['slot'];
  readonly hold: Hold;
  readonly handle: DraftHandle;
  readonly isOnline: boolean;
  readonly isRequest: boolean;
  readonly wishProblem: { readonly isMissing: boolean };
}) {
  const { orientation } = useMessages();
  const { venue, offers, slot, isOnline } = props;
  const { status, choose, release } = props.hold;
  const { draft, change } = props.handle;
  const request = (
    <RequestForm
      wishes={draft.wishes}
      problem={props.wishProblem}
      onChange={(wishes) => change({ wishes })}
    />
  );
  if (offers === null) return request;
  const hold = (offer: Offer) => void choose({ venueId: venue.id, where: offers.place }, offer);
  // What is held is held for the kind, the place and the mediator that were chosen.
  const chooseKind = (kind: Partial<OrientationDraft>) => {
    void release().then(() => change({ ...kind, slot: null }));
  };
  const isConfirming = status.state === 'confirming';
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
          slot={slot}
          nearest={nearestFreeSlots(othersThan(slot, offers.offers), slot.start, offered)}
          onChoose={hold}
        />
      ) : null}
      {props.isRequest ? (
        request
      ) : (
        <>
          <KindFields offers={offers} isDisabled={isConfirming} onChange={chooseKind} />
          <SlotPicker
            key={`${offers.choice.key} ${offers.place} ${offers.mediator?.id}`}
            offers={offers}
            placeName={venue.commune}
            heldId={props.hold.bookingId}
            isDisabled={isConfirming}
            onChoose={hold}
          />
        </>
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

/** Without the one that was lost, which this desk may not know to be taken yet. */
function othersThan(
  lost: NonNullable<OrientationDraft['slot']>,
  offers: readonly Offer[],
): readonly Offer[] {
  return offers.filter(({ diary, start }) => diary.id !== lost.diaryId || start !== lost.start);
}
