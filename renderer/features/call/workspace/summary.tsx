import type { Outcome } from '#src/calls';
import type { ReferralView } from '#src/contract';
import { countedLevel } from '#src/distance';
import type { ScriptRun } from '#src/script';
import { useFormat, useMessages } from '../../../i18n/messages.tsx';
import { useVenue } from '../../../search/use-places.ts';
import type { LocalCall } from '../../../storage/desk.tsx';
import { LevelMark } from '../../../ui/level-mark.tsx';

export type SummaryProps = {
  readonly local: LocalCall;
  readonly run: ScriptRun;
  readonly outcome: Outcome;
  readonly referral: ReferralView | null;
  readonly communeName: string | null;
  /** What gets in the way, as the script words it. */
  readonly obstacles: readonly string[];
};

/** CA-9: what the call will be counted as. The hub works it out again from the answers when it closes. */
export function outcomeOf(run: ScriptRun, referral: ReferralView | null): Outcome | null {
  return run.outcome === null || referral === null ? run.outcome : 'referred';
}

/** What will be kept of the call, to look at before it closes. */
export function Summary(props: SummaryProps) {
  const { call: words, venues } = useMessages();
  const { local, run, referral } = props;
  const { theme, service } = run.facts;
  const level = countedLevel(run.assessment?.level ?? null, local.override);
  const person = local.beneficiary ?? local.caller;
  return (
    <section aria-label={words.wrapUp.title}>
      <h2>{words.wrapUp.title}</h2>
      <dl className="call-summary">
        <dt>{words.wrapUp.outcome}</dt>
        <dd>{words.outcomes[props.outcome]}</dd>
        <dt>{words.wrapUp.theme}</dt>
        <dd>
          {theme ?? (service === null ? words.wrapUp.none : venues.filters.services[service])}
        </dd>
        <dt>{words.wrapUp.level}</dt>
        <dd>{level === null ? words.wrapUp.notMeasured : <LevelMark level={level} />}</dd>
        <dt>{words.wrapUp.obstacles}</dt>
        <dd>{props.obstacles.join(' · ') || words.wrapUp.none}</dd>
        <dt>{words.wrapUp.commune}</dt>
        <dd>{props.communeName ?? words.wrapUp.none}</dd>
        <dt>{words.wrapUp.person}</dt>
        <dd>{person?.name ?? words.wrapUp.nobody}</dd>
        <dt>{words.wrapUp.referral}</dt>
        <dd>{referral === null ? words.wrapUp.noReferral : <Referred referral={referral} />}</dd>
      </dl>
    </section>
  );
}

/** What to say again before goodbye: when, where, at which address, and what will come in writing. */
function Referred({ referral }: { readonly referral: ReferralView }) {
  const { call, told } = useMessages();
  const { wrapUp } = call;
  const format = useFormat();
  const venue = useVenue(referral.venueId);
  const confirmations = referral.messages.filter(({ kind }) => kind === 'confirmation');
  const written = confirmations.map(({ channel }) => told.channels[channel]);
  const isAtVenue = (referral.appointment?.where ?? 'venue') === 'venue';
  return (
    <>
      <ReferredTo referral={referral} />
      {venue === null || !isAtVenue ? null : (
        <p>
          {venue.address}, {venue.postcode} {venue.commune}
        </p>
      )}
      {written.length === 0 ? null : <p>{wrapUp.written(format.list(written))}</p>}
    </>
  );
}

function ReferredTo({ referral }: { readonly referral: ReferralView }) {
  const { call, orientation, bookingWay } = useMessages();
  const { wrapUp } = call;
  const format = useFormat();
  const { appointment, venueName, state, elsewhere } = referral;
  if (appointment !== null) {
    const { start, zone, where, bookingId } = appointment;
    const when = format.date(start, zone);
    // Its time is kept for the person, read by the venue or not.
    const isAwaited = state === 'sent' || state === 'received';
    const standing = bookingId === null ? wrapUp.agreed : wrapUp.booked;
    return [
      wrapUp.appointment(when, format.clock(start, zone), venueName),
      ...(where === 'venue' ? [] : [orientation.kinds.places[where].toLowerCase()]),
      isAwaited ? standing : wrapUp.referralStates[state],
    ].join(', ');
  }
  if (elsewhere !== null && state === 'sent') return `${venueName}. ${bookingWay.untimed.sent}.`;
  return `${wrapUp.request(venueName)}, ${wrapUp.referralStates[state]}`;
}
