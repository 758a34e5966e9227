import { awaitsVenue } from '#src/booking';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { LevelMark } from '../../ui/level-mark.tsx';
import { Tag } from '../../ui/tag.tsx';
import { ReferralList } from './inbox-list.tsx';
import type { WithAppointment } from './order.ts';
import { StateTag } from './state-tag.tsx';

/** The day's appointments by time: who, what for, and how far it is. */
export function TodayList(props: {
  readonly id: string;
  readonly label: string;
  readonly now: string;
  readonly referrals: readonly WithAppointment[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}) {
  return (
    <ReferralList {...props}>
      {(referral) => <TodayEntry referral={referral} now={props.now} />}
    </ReferralList>
  );
}

function TodayEntry(props: { readonly referral: WithAppointment; readonly now: string }) {
  const format = useFormat();
  const { person, theme, service, level } = props.referral.summary;
  const { start, zone } = props.referral.appointment;
  return (
    <>
      <span className="inbox-line">
        <strong>{person.name}</strong>
        <span className="small">{format.clock(start, zone)}</span>
      </span>
      <span className="inbox-line">
        {level === null ? null : <LevelMark level={level} short />}
        <span className="inbox-need">{theme ?? service}</span>
      </span>
      <HowFar {...props} />
    </>
  );
}

/** Now, to be answered, or what was said; nothing of an accepted one that is still to come. */
function HowFar(props: { readonly referral: WithAppointment; readonly now: string }) {
  const { mediator, referrals } = useMessages();
  const { state, result, appointment } = props.referral;
  if (state === 'attended' && result !== null) {
    return (
      <Tag tone="brand">{`${referrals.states.attended}, ${referrals.results[result].toLowerCase()}`}</Tag>
    );
  }
  if (state === 'attended' || state === 'missed') return <StateTag referral={props.referral} />;
  if (appointment.start <= props.now && props.now < appointment.end) {
    return <Tag tone="signal">{mediator.now}</Tag>;
  }
  if (appointment.end <= props.now) return <Tag tone="signal">{referrals.toSay}</Tag>;
  return awaitsVenue(state) ? <Tag>{referrals.toConfirm}</Tag> : null;
}
