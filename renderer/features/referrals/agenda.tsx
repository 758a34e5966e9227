import type { ReferralView } from '#src/contract';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { LevelMark } from '../../ui/level-mark.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { ahead, type WithAppointment } from './order.ts';

/** The appointments to come, day by day, on the venue's clock. */
export function Agenda(props: {
  readonly referrals: readonly ReferralView[];
  readonly now: string;
}) {
  const { referrals } = useMessages();
  const format = useFormat();
  const days = Map.groupBy(ahead(props.referrals, props.now), ({ appointment }) =>
    format.date(appointment.start, appointment.zone),
  );
  if (days.size === 0) {
    return <EmptyState title={referrals.agendaEmpty}>{referrals.agendaHelp}</EmptyState>;
  }
  return [...days].map(([day, appointments]) => (
    <section key={day} aria-label={day} className="agenda-day">
      <h3>{day}</h3>
      <ol>
        {appointments.map((referral) => (
          <AgendaEntry key={referral.id} referral={referral} />
        ))}
      </ol>
    </section>
  ));
}

function AgendaEntry({ referral }: { readonly referral: WithAppointment }) {
  const { referrals } = useMessages();
  const format = useFormat();
  const { start, end, zone } = referral.appointment;
  const { person, theme, service, level } = referral.summary;
  return (
    <li className={`agenda-entry agenda-entry-${referral.state}`}>
      <span className="inbox-line small quiet">
        {referrals.until(format.clock(start, zone), format.clock(end, zone))}
        {referral.state === 'sent' ? <Tag tone="signal">{referrals.toConfirm}</Tag> : null}
      </span>
      <strong>{person.name}</strong>
      <span className="inbox-line">
        {level === null ? null : <LevelMark level={level} short />}
        <span>{theme ?? service}</span>
      </span>
    </li>
  );
}
