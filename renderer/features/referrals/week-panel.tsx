import { Button } from 'react-aria-components';
import { awaitsVenue } from '#src/booking';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { LevelMark } from '../../ui/level-mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useShortcut } from '../../ui/shortcuts.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { ComingDay } from './coming-days.ts';
import type { WithAppointment } from './order.ts';

/** The days to come: who comes, and what is still free. Pressing somebody shows what the call found. */
export function WeekPanel(props: {
  readonly days: readonly ComingDay[];
  readonly zone: string;
  readonly onChoose: (id: string) => void;
}) {
  const { mediator } = useMessages();
  const format = useFormat();
  const first = props.days.find(({ appointments }) => appointments.length > 0)?.appointments[0];
  useShortcut(
    'S',
    mediator.goToWeek,
    () => {
      if (first !== undefined) document.getElementById(entryId(first.id))?.focus();
    },
    { enabled: first !== undefined },
  );
  return (
    <Panel
      title={mediator.week}
      aside={first === undefined ? null : <Kbd combination="S" />}
      className="mediator-agenda"
      scrolls
    >
      {props.days.map((coming) => (
        <section key={coming.day} className="agenda-day">
          <h3>{format.date(`${coming.day}T12:00:00Z`, 'UTC')}</h3>
          <Day {...props} coming={coming} />
        </section>
      ))}
    </Panel>
  );
}

const entryId = (referralId: string) => `week-${referralId}`;

function Day(props: {
  readonly coming: ComingDay;
  readonly zone: string;
  readonly onChoose: (id: string) => void;
}) {
  const { mediator } = useMessages();
  const format = useFormat();
  const { coming, zone, onChoose } = props;
  const entries = [
    ...coming.appointments.map((referral) => ({
      start: referral.appointment.start,
      entry: <Appointment key={referral.id} referral={referral} onChoose={onChoose} />,
    })),
    ...coming.free.map(({ start, end }) => ({
      start,
      entry: (
        <li key={start} className="agenda-free small quiet">
          {mediator.free(format.clock(start, zone), format.clock(end, zone))}
        </li>
      ),
    })),
  ].sort((a, b) => a.start.localeCompare(b.start));
  if (entries.length === 0) return <p className="small quiet">{mediator.nothingThatDay}</p>;
  return <ol>{entries.map(({ entry }) => entry)}</ol>;
}

function Appointment(props: {
  readonly referral: WithAppointment;
  readonly onChoose: (id: string) => void;
}) {
  const { referrals } = useMessages();
  const format = useFormat();
  const { id, state, appointment, summary } = props.referral;
  const { start, end, zone } = appointment;
  const { person, theme, service, level } = summary;
  return (
    <li>
      <Button
        id={entryId(id)}
        className={`agenda-entry ${awaitsVenue(state) ? 'agenda-entry-sent' : ''}`}
        onPress={() => props.onChoose(id)}
      >
        <span className="inbox-line small quiet">
          {referrals.until(format.clock(start, zone), format.clock(end, zone))}
          {awaitsVenue(state) ? <Tag tone="signal">{referrals.toConfirm}</Tag> : null}
        </span>
        <strong>{person.name}</strong>
        <span className="inbox-line">
          {level === null ? null : <LevelMark level={level} short />}
          <span>{theme ?? service}</span>
        </span>
      </Button>
    </li>
  );
}
