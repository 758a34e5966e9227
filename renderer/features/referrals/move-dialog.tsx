import { useState } from 'react';
import { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import { type Canceller, type MoveReason, moveReasons } from '#src/booking';
import type { DiaryView, ReferralView } from '#src/contract';
import { PostedLetter } from '../../follow/posted-letter.tsx';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { useDesk, useEntities } from '../../storage/desk.tsx';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { type ProposableTimes, proposable } from './proposable.ts';
import { DayInput, TimeInput } from './time-input.tsx';

type Time = { readonly start: string; readonly end: string };
type MoveProps = {
  readonly referral: ReferralView;
  readonly now: string;
  /** Who may be the one to ask for it, as far as this desk is told. */
  readonly movers: readonly Canceller[];
  readonly onClose: () => void;
};

/** BO-94: another time for the appointment: one that the diary has free, by a digit; where none is kept here, the one agreed on. */
export function MoveDialog(props: MoveProps) {
  const diaries = useEntities('diary');
  const bookings = useEntities('booking');
  if (diaries === undefined || bookings === undefined) return null;
  const ofVenue = (diary: DiaryView) => diary.venueId === props.referral.venueId;
  const offered = proposable(props.referral, diaries.filter(ofVenue), bookings, props.now);
  return offered === null ? (
    <AgreedTime {...props} movers={['venue']} />
  ) : (
    <FreeTimes {...props} offered={offered} />
  );
}

function FreeTimes(props: MoveProps & { readonly offered: ProposableTimes }) {
  const { referralLife: words } = useMessages();
  const format = useFormat();
  const { referral, offered } = props;
  const [start, setStart] = useState<string | null>(null);
  const time = offered.times.find((one) => one.start === start) ?? null;
  return (
    <Move {...props} diaryId={offered.diaryId} time={time}>
      {offered.times.length === 0 ? <p>{words.noFreeTime}</p> : null}
      <RadioGroup
        label={words.moveTo}
        options={offered.times.map((one, index) => ({
          id: one.start,
          label: `${format.date(one.start, referral.zone)}, ${format.clock(one.start, referral.zone)}`,
          shortcut: `Digit${index + 1}`,
        }))}
        value={start}
        onChange={setStart}
      />
    </Move>
  );
}

function AgreedTime(props: MoveProps) {
  const { referralLife: words } = useMessages();
  const format = useFormat();
  const { zone } = props.referral;
  const [day, setDay] = useState('');
  const [clock, setClock] = useState('');
  return (
    <Move {...props} diaryId={null} time={hourFrom(day, clock, zone)}>
      <span className="availability-row">
        <DayInput label={words.day} value={day} isWrong={false} onChange={setDay} />
        <TimeInput label={words.hour} value={clock} isWrong={false} onChange={setClock} />
      </span>
      <p className="small quiet">{words.clockOf(format.placeOfZone(zone))}</p>
    </Move>
  );
}

/** An hour from then, on the venue's clock; `null` while a part of it is missing. */
function hourFrom(day: string, clock: string, zone: string): Time | null {
  if (day === '' || clock === '') return null;
  const start = Temporal.PlainDateTime.from(`${day}T${clock}`).toZonedDateTime(zone);
  const end = start.add({ hours: 1 });
  return { start: start.toInstant().toString(), end: end.toInstant().toString() };
}

/** What both ways have: who wants it and why, and doing it. */
function Move(
  props: MoveProps & {
    readonly diaryId: string | null;
    readonly time: Time | null;
    readonly children: React.ReactNode;
  },
) {
  const { common, referralLife: words, referrals } = useMessages();
  const format = useFormat();
  const { act } = useDesk();
  const { referral, now, movers, diaryId, time, onClose } = props;
  const [chosenMover, setMover] = useState<Canceller | null>(null);
  const [reason, setReason] = useState<MoveReason | 'unknown'>('unknown');
  const by = movers.length === 1 ? movers[0] : chosenMover;
  const { name } = referral.summary.person;
  const isFixed = referral.appointment === null;
  const isReady = time !== null && time.start > now && by != null;

  function move() {
    if (!isReady) return;
    void act('referral.move', {
      referralId: referral.id,
      by,
      reason: reason === 'unknown' ? null : reason,
      to: { bookingId: uuidv7(), diaryId, ...time },
    });
    const { zone } = referral;
    announce(
      words.moved(name, `${format.date(time.start, zone)}, ${format.clock(time.start, zone)}`),
    );
    onClose();
  }

  return (
    <Dialog
      title={isFixed ? words.fixTitle(name) : words.moveTitle(name)}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button variant="primary" shortcut="Ctrl+Enter" isDisabled={!isReady} onPress={move}>
            {isFixed ? words.fixDo : words.moveDo}
          </Button>
        </>
      }
    >
      <p className="quiet">{isFixed ? words.fixHelp : words.moveHelp}</p>
      <PostedLetter messages={referral.messages} />
      {props.children}
      {movers.length === 1 ? null : (
        <RadioGroup
          label={words.moveWho}
          options={movers.map((id) => ({
            id,
            label: referrals.cancellers[id],
            shortcut: moverKeys[id],
          }))}
          value={chosenMover}
          onChange={setMover}
          inRow
        />
      )}
      {isFixed ? null : (
        <Select
          label={words.moveWhy}
          options={[...moveReasons, 'unknown' as const].map((id) => ({
            id,
            label: words.moveReasons[id],
          }))}
          value={reason}
          onChange={setReason}
        />
      )}
    </Dialog>
  );
}

/** The digits are the times'. */
const moverKeys = { person: 'P', venue: 'L', adviser: 'T' } as const satisfies Record<
  Canceller,
  string
>;
