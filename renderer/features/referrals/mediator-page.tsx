import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { ReferralView } from '#src/contract';
import { zoneOfPlace } from '#src/geography';
import { useMessages } from '../../i18n/messages.tsx';
import { useVenue } from '../../search/use-places.ts';
import { useDesk, useEntities } from '../../storage/desk.tsx';
import { EmptyState, LoadingState } from '../../ui/states.tsx';
import { useNow } from '../../ui/timer.tsx';
import { comingDays } from './coming-days.ts';
import { Decision } from './decision.tsx';
import { MediatorHead } from './mediator-head.tsx';
import { MediatorLists } from './mediator-lists.tsx';
import { ReferralSummary } from './referral-summary.tsx';
import { mediatorDay } from './today.ts';
import { WeekPanel } from './week-panel.tsx';
import './referrals.css';

/** The mediator's screen: today, what waits for an answer, what the call found, and the week. */
export function MediatorPage() {
  const { account } = useDesk().session;
  const venue = useVenue(account.venueId);
  const referrals = useEntities('referral');
  const diaries = useEntities('diary') ?? [];
  const bookings = useEntities('booking') ?? [];
  const [chosenId, setChosenId] = useState<string | null>(null);
  const now = useNow(20);
  if (referrals === undefined) return <LoadingState />;

  const day = mediatorDay(referrals, now);
  const { unsaid, today, waiting, decided } = day;
  const next = today.find(({ appointment }) => appointment.end > now);
  const first = unsaid[0] ?? next ?? waiting[0] ?? today[0] ?? decided[0] ?? null;
  const chosen = referrals.find(({ id }) => id === chosenId) ?? first;
  const zone =
    (diaries[0] ?? referrals[0])?.zone ??
    zoneOfPlace(venue?.communeCode ?? null, venue?.postcode ?? '');
  const own = diaries.filter(({ mediator }) => mediator === null || mediator.id === account.id);
  return (
    <div className="mediator">
      <MediatorHead
        day={day}
        referrals={referrals}
        venueName={venue?.name ?? null}
        zone={zone}
        now={now}
        onChoose={setChosenId}
      />
      <MediatorLists
        day={day}
        zone={zone}
        now={now}
        chosen={chosen?.id ?? null}
        onChoose={setChosenId}
      />
      {chosen === null ? (
        <NobodySent />
      ) : (
        <Chosen key={chosen.id} referral={chosen} now={now} onNext={setChosenId} />
      )}
      <WeekPanel
        days={comingDays(referrals, own, bookings, zone, now)}
        zone={zone}
        onChoose={setChosenId}
      />
    </div>
  );
}

function NobodySent() {
  const { referrals } = useMessages();
  return (
    <div className="panel mediator-detail">
      <EmptyState
        title={referrals.emptyInbox}
        icon="inbox"
        action={<Link href="/disponibilites">{referrals.emptyInboxNext}</Link>}
      >
        {referrals.emptyInboxHelp}
      </EmptyState>
    </div>
  );
}

/** What the call found, what was tried, and what may be said of it. */
function Chosen(props: {
  readonly referral: ReferralView;
  readonly now: string;
  readonly onNext: (id: string | null) => void;
}) {
  const { referral, now, onNext } = props;
  const { act } = useDesk();
  const { id: referralId, state } = referral;
  const isSaid = useRef(false);
  useEffect(() => {
    if (state !== 'sent' || isSaid.current) return;
    // Said once, whatever the hub makes of it: the mediator has not asked for anything.
    isSaid.current = true;
    void act('referral.receive', { referralId }, { tellsRefusal: true });
  }, [act, referralId, state]);
  return (
    <section className="panel mediator-detail" aria-label={referral.summary.person.name}>
      <div className="mediator-scroll">
        <h2>{referral.summary.person.name}</h2>
        <ReferralSummary referral={referral} />
      </div>
      <Decision
        referral={referral}
        now={now}
        onSaid={(more) => onNext(more === 'result' ? referralId : null)}
      />
    </section>
  );
}
