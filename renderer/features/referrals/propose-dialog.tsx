import { type ReactNode, useState } from 'react';
import { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import { mostProposedTimes } from '#src/booking';
import type { ReferralView } from '#src/contract';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { useDesk, useEntities } from '../../storage/desk.tsx';
import { announce } from '../../ui/announcer.tsx';
import { Button, ToggleButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { type ProposableTimes, proposable } from './proposable.ts';
import { DayInput, TimeInput } from './time-input.tsx';

type Time = { readonly start: string; readonly end: string };

/** Other times for somebody: those of the diary nearest to what was asked are ready, so that two keys send them. */
export function ProposeDialog(props: {
  readonly referral: ReferralView;
  readonly now: string;
  readonly onClose: () => void;
}) {
  const { account } = useDesk().session;
  const diaries = useEntities('diary');
  const bookings = useEntities('booking');
  if (diaries === undefined || bookings === undefined) return null;
  const own = diaries.filter(({ mediator }) => mediator === null || mediator.id === account.id);
  const offered = proposable(props.referral, own, bookings, props.now);
  return offered === null ? (
    <TypedTimes {...props} />
  ) : (
    <OfferedTimes {...props} offered={offered} />
  );
}

type ProposeProps = {
  readonly referral: ReferralView;
  readonly onClose: () => void;
};

function OfferedTimes(props: ProposeProps & { readonly offered: ProposableTimes }) {
  const { mediator } = useMessages();
  const format = useFormat();
  const { offered, referral } = props;
  const [chosen, setChosen] = useState(() => offered.ready.map(({ start }) => start));
  const times = offered.times.filter(({ start }) => chosen.includes(start));
  return (
    <Proposal {...props} diaryId={offered.diaryId} times={times}>
      <p className="quiet">{mediator.propose.help(mostProposedTimes)}</p>
      {offered.times.length === 0 ? <p>{mediator.propose.nothingFree}</p> : null}
      <div className="propose-times">
        {offered.times.map(({ start }, index) => (
          <ToggleButton
            key={start}
            shortcut={`Digit${index + 1}`}
            isSelected={chosen.includes(start)}
            onChange={(isSelected) =>
              setChosen(
                // One too many takes the place of the first.
                isSelected
                  ? [...chosen, start].slice(-mostProposedTimes)
                  : chosen.filter((one) => one !== start),
              )
            }
          >
            {`${format.date(start, referral.zone)}, ${format.clock(start, referral.zone)}`}
          </ToggleButton>
        ))}
      </div>
    </Proposal>
  );
}

type Row = { readonly key: string; readonly day: string; readonly time: string };
const emptyRow = (): Row => ({ key: uuidv7(), day: '', time: '' });

/** Where no diary is kept here: up to three times, an hour each, on the venue's clock. */
function TypedTimes(props: ProposeProps) {
  const { mediator } = useMessages();
  const [rows, setRows] = useState(() => [emptyRow()]);
  const times = rows.flatMap((row) => hourFrom(row, props.referral.zone));
  const edit = (key: string, changed: Partial<Row>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...changed } : row)));
  return (
    <Proposal {...props} diaryId={null} times={times}>
      <p className="quiet">{mediator.propose.typeHelp}</p>
      {rows.map((row, index) => (
        <span key={row.key} className="availability-row">
          <DayInput
            label={mediator.propose.day(index + 1)}
            value={row.day}
            isWrong={false}
            onChange={(day) => edit(row.key, { day })}
          />
          <TimeInput
            label={mediator.propose.time(index + 1)}
            value={row.time}
            isWrong={false}
            onChange={(time) => edit(row.key, { time })}
          />
        </span>
      ))}
      {rows.length < mostProposedTimes ? (
        <Button icon="plus" variant="quiet" onPress={() => setRows([...rows, emptyRow()])}>
          {mediator.propose.add}
        </Button>
      ) : null}
    </Proposal>
  );
}

function hourFrom(row: Row, zone: string): Time[] {
  if (row.day === '' || row.time === '') return [];
  const start = Temporal.PlainDateTime.from(`${row.day}T${row.time}`).toZonedDateTime(zone);
  const end = start.add({ hours: 1 });
  return [{ start: start.toInstant().toString(), end: end.toInstant().toString() }];
}

/** What both ways have: a word beside the times, and sending them. */
function Proposal(
  props: ProposeProps & {
    readonly diaryId: string | null;
    readonly times: readonly Time[];
    readonly children: ReactNode;
  },
) {
  const { common, mediator } = useMessages();
  const { act } = useDesk();
  const [note, setNote] = useState('');
  const { referral, diaryId, times, onClose } = props;
  const { name } = referral.summary.person;

  function send() {
    void act('referral.propose', {
      referralId: referral.id,
      diaryId,
      times: times.map((time) => ({ id: uuidv7(), ...time })),
      note: note.trim(),
    });
    announce(mediator.propose.sent(name));
    onClose();
  }

  return (
    <Dialog
      title={mediator.propose.title(name)}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button
            variant="primary"
            shortcut="Ctrl+Enter"
            isDisabled={times.length === 0}
            onPress={send}
          >
            {mediator.propose.send(times.length)}
          </Button>
        </>
      }
    >
      {props.children}
      <TextArea
        label={mediator.propose.note}
        isOptional
        value={note}
        onChange={setNote}
        maxLength={500}
        rows={2}
      />
    </Dialog>
  );
}
