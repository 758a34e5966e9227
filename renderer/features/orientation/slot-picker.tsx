import { type KeyboardEvent, useRef, useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { isWorkshop } from '#src/booking';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { useShortcut } from '../../ui/shortcuts.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { kindText } from './kind-fields.tsx';
import { type Offer, type OfferDay, offersByDay } from './offers.ts';
import { fullTime } from './telling.ts';
import type { Offers } from './use-offers.ts';

/** How many days stand side by side. */
const daysShown = 5;

/** A venue's times by day. One stop for the keyboard: arrows move, sideways by a day, Enter holds the slot. */
export function SlotPicker(props: {
  readonly offers: Offers;
  readonly placeName: string;
  /** The booking that this desk holds, if any. */
  readonly heldId: string | null;
  readonly isDisabled: boolean;
  readonly onChoose: (offer: Offer) => void;
}) {
  const { orientation } = useMessages();
  const { slots, kinds } = orientation;
  const [page, setPage] = useState(0);
  const fields = useRef<HTMLFieldSetElement>(null);
  useShortcut('H', slots.go, () => firstSlot(fields.current)?.focus());
  const { choice, choices, place, offers } = props.offers;
  const days = offersByDay(offers);
  if (days.length === 0) return <EmptyState icon="calendar" title={slots.none} />;
  // What was not chosen above, because there is no choice, is said here.
  const title = [
    choices.length === 1 ? kindText(choice, kinds) : null,
    choice.where.length === 1 ? kinds.places[place] : null,
  ]
    .filter((word) => word !== null)
    .join(', ');
  const shown = days.slice(page * daysShown, (page + 1) * daysShown);
  return (
    <fieldset className="slots" ref={fields} onKeyDown={moveByDay}>
      <legend className="visually-hidden">{slots.list}</legend>
      <header className="slots-head">
        <h3>{title === '' ? slots.title : title}</h3>
        <Kbd combination="H" />
        <span className="small quiet">{slots.clock(props.placeName)}</span>
        <IconButton
          icon="back"
          label={slots.earlier}
          isDisabled={page === 0}
          onPress={() => setPage(page - 1)}
        />
        <IconButton
          icon="forward"
          label={slots.later}
          isDisabled={(page + 1) * daysShown >= days.length}
          onPress={() => setPage(page + 1)}
        />
      </header>
      <ToggleButtonGroup
        aria-label={slots.list}
        className="slot-days"
        orientation="vertical"
        selectionMode="single"
        isDisabled={props.isDisabled}
        selectedKeys={props.heldId === null ? [] : [props.heldId]}
        onSelectionChange={(keys) => {
          const offer = offers.find(
            (candidate) => keys.has(candidate.start) && candidate.state === 'free',
          );
          if (offer !== undefined) props.onChoose(offer);
        }}
      >
        {shown.map((day) => (
          <OfferColumn key={day.day} day={day} heldId={props.heldId} />
        ))}
      </ToggleButtonGroup>
    </fieldset>
  );
}

/** The slot chosen, or else the first that can be. */
function firstSlot(slots: HTMLElement | null): HTMLElement | null {
  const chosen = slots?.querySelector<HTMLElement>('.slot[data-selected]');
  return chosen ?? slots?.querySelector<HTMLElement>('.slot:not([data-disabled])') ?? null;
}

const sideways: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** Left and right go to the same place of the next day that has one free. */
function moveByDay({ key, currentTarget, target }: KeyboardEvent<HTMLElement>): void {
  const step = sideways[key];
  if (step === undefined || !(target instanceof HTMLElement)) return;
  const days = [...currentTarget.querySelectorAll('.slot-day')]
    .map((day) => [...day.querySelectorAll<HTMLElement>('.slot:not([data-disabled])')])
    .filter((day) => day.length > 0);
  const here = days.findIndex((day) => day.includes(target));
  if (here === -1) return;
  const next = days[here + step];
  (next?.[days[here]?.indexOf(target) ?? 0] ?? next?.at(-1))?.focus();
}

function OfferColumn(props: { readonly day: OfferDay; readonly heldId: string | null }) {
  const { orientation } = useMessages();
  const format = useFormat();
  const { day, offers } = props.day;
  const noon = `${day}T12:00:00Z`;
  return (
    <div className="slot-day">
      <span className="slot-date">
        {format.shortWeekday(day)}
        <b>{format.shortDate(noon, 'UTC')}</b>
      </span>
      {offers.length === 0 ? <span className="slot-none">{orientation.slots.full}</span> : null}
      {offers.map((offer) => (
        <OfferButton key={offer.start} offer={offer} heldId={props.heldId} />
      ))}
    </div>
  );
}

function OfferButton(props: { readonly offer: Offer; readonly heldId: string | null }) {
  const { orientation } = useMessages();
  const format = useFormat();
  const { slots } = orientation;
  const { offer, heldId } = props;
  const { zone, mediator } = offer.diary;
  const clock = format.clock(offer.start, zone);
  const when = fullTime(offer.start, zone, { orientation, format });
  const isOwn = heldId !== null && offer.bookingIds.includes(heldId);
  const isOthers = offer.state === 'held' && !isOwn;
  const isShared = isWorkshop(offer.kind);
  const details = [
    isShared && !isOthers ? slots.placesLeft(offer.placesLeft) : null,
    mediator === null ? null : slots.with(mediator.name),
  ].filter((word) => word !== null);
  return (
    <ToggleButton
      // The key of a slot held here is its booking's, so that the choice follows the booking.
      id={isOwn ? heldId : offer.start}
      className="slot"
      isDisabled={isOthers}
      aria-label={[isOthers ? slots.heldByOtherLong(when) : when, ...details].join(', ')}
    >
      {isOthers ? slots.heldByOther(clock) : clock}
      {isShared && !isOthers ? <small>{slots.placesLeft(offer.placesLeft)}</small> : null}
    </ToggleButton>
  );
}
