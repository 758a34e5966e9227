import { useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Slot } from '#src/booking';
import type { DiaryView } from '#src/contract';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { IconButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/states.tsx';
import type { SlotDay } from './slots-by-day.ts';
import { fullTime } from './telling.ts';

/** How many days stand side by side. */
const daysShown = 5;

/** A venue's free times by day. One stop for the keyboard: arrows move, Enter holds the slot. */
export function SlotPicker(props: {
  readonly diary: DiaryView;
  readonly place: string;
  readonly days: readonly SlotDay[];
  /** The booking that this desk holds, if any. */
  readonly heldId: string | null;
  readonly isDisabled: boolean;
  readonly onChoose: (slot: Slot) => void;
}) {
  const { orientation } = useMessages();
  const [page, setPage] = useState(0);
  const { days } = props;
  if (days.length === 0) return <EmptyState icon="calendar" title={orientation.slots.none} />;
  const shown = days.slice(page * daysShown, (page + 1) * daysShown);
  return (
    <section className="slots">
      <header className="slots-head">
        <h3>{orientation.slots.title(props.diary.slotMinutes)}</h3>
        <span className="small quiet">{orientation.slots.clock(props.place)}</span>
        <IconButton
          icon="back"
          label={orientation.slots.earlier}
          isDisabled={page === 0}
          onPress={() => setPage(page - 1)}
        />
        <IconButton
          icon="forward"
          label={orientation.slots.later}
          isDisabled={(page + 1) * daysShown >= days.length}
          onPress={() => setPage(page + 1)}
        />
      </header>
      <ToggleButtonGroup
        aria-label={orientation.slots.list}
        className="slot-days"
        orientation="vertical"
        selectionMode="single"
        isDisabled={props.isDisabled}
        selectedKeys={props.heldId === null ? [] : [props.heldId]}
        onSelectionChange={(keys) => {
          const slot = days
            .flatMap((day) => day.slots)
            .find((candidate) => keys.has(candidate.start) && candidate.state === 'free');
          if (slot !== undefined) props.onChoose(slot);
        }}
      >
        {shown.map((day) => (
          <SlotColumn key={day.day} day={day} zone={props.diary.zone} heldId={props.heldId} />
        ))}
      </ToggleButtonGroup>
    </section>
  );
}

function SlotColumn(props: {
  readonly day: SlotDay;
  readonly zone: string;
  readonly heldId: string | null;
}) {
  const { orientation } = useMessages();
  const format = useFormat();
  const { day, slots } = props.day;
  const noon = `${day}T12:00:00Z`;
  return (
    <div className="slot-day">
      <span className="slot-date">
        {format.shortWeekday(day)}
        <b>{format.shortDate(noon, 'UTC')}</b>
      </span>
      {slots.length === 0 ? <span className="slot-none">{orientation.slots.full}</span> : null}
      {slots.map((slot) => (
        <SlotButton key={slot.start} slot={slot} zone={props.zone} heldId={props.heldId} />
      ))}
    </div>
  );
}

function SlotButton(props: {
  readonly slot: Slot;
  readonly zone: string;
  readonly heldId: string | null;
}) {
  const { orientation } = useMessages();
  const format = useFormat();
  const { slot, zone } = props;
  const clock = format.clock(slot.start, zone);
  const when = fullTime(slot.start, zone, { orientation, format });
  const isOwn = slot.bookingId !== null && slot.bookingId === props.heldId;
  const isOthers = slot.state === 'held' && !isOwn;
  return (
    <ToggleButton
      // The key of a slot held here is its booking's, so that the choice follows the booking.
      id={isOwn ? slot.bookingId : slot.start}
      className="slot"
      isDisabled={isOthers}
      aria-label={isOthers ? orientation.slots.heldByOtherLong(when) : when}
    >
      {isOthers ? orientation.slots.heldByOther(clock) : clock}
    </ToggleButton>
  );
}
