import { useMemo } from 'react';
import type { MeetingPlace } from '#src/booking';
import type { DiaryView } from '#src/contract';
import { useEntities } from '../../storage/desk.tsx';
import { useNow } from '../../ui/timer.tsx';
import type { OrientationDraft } from './draft.ts';
import {
  chosenKind,
  chosenMediator,
  chosenPlace,
  type KindChoice,
  kindChoices,
  type Mediator,
  mediatorChoices,
  type Offer,
  offersOf,
  placeWished,
  withMediator,
} from './offers.ts';

/** What can be had at a venue, what of it is chosen, and its times as they are now. */
export type Offers = {
  readonly choices: readonly KindChoice[];
  readonly choice: KindChoice;
  readonly place: MeetingPlace;
  /** None where there is nobody to choose among. */
  readonly mediators: readonly Mediator[];
  /** `null`: any of them. */
  readonly mediator: Mediator | null;
  readonly offers: readonly Offer[];
};

/** `null` where no diary of the venue takes appointments. */
export function useOffers(
  diaries: readonly DiaryView[],
  draft: OrientationDraft,
  wishes: readonly string[],
): Offers | null {
  // Free times change on full minutes, and where a hold ends: no need to count them each second.
  const now = useNow(10);
  const bookings = useEntities('booking');
  const choices = useMemo(() => kindChoices(diaries), [diaries]);
  const wished = draft.where ?? placeWished(wishes);
  const choice = chosenKind(choices, draft.kind, wished);
  const place = choice === null ? wished : chosenPlace(choice, wished);
  const mediators = useMemo(
    () => (choice === null ? [] : mediatorChoices(choice, place)),
    [choice, place],
  );
  const mediator = chosenMediator(mediators, draft.mediatorId);
  const offers = useMemo(
    () =>
      choice === null ? [] : offersOf(withMediator(choice, mediator), place, bookings ?? [], now),
    [choice, mediator, place, bookings, now],
  );
  return choice === null ? null : { choices, choice, place, mediators, mediator, offers };
}
