import { useState } from 'react';
import { Link } from 'wouter';
import { useMessages } from '../../i18n/messages.tsx';
import { useEntities } from '../../storage/desk.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, LoadingState } from '../../ui/states.tsx';
import { useNow } from '../../ui/timer.tsx';
import { Agenda } from './agenda.tsx';
import { Decision } from './decision.tsx';
import { InboxList } from './inbox-list.tsx';
import { inbox } from './order.ts';
import { ReferralSummary } from './referral-summary.tsx';
import { WithdrawnNotice } from './withdrawn-notice.tsx';
import './referrals.css';

/** The mediator's screen: who came or did not, who is sent, what the call found, and what stands in the diary. */
export function MediatorPage() {
  const { referrals: words } = useMessages();
  const referrals = useEntities('referral');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const now = useNow(20);
  if (referrals === undefined) return <LoadingState />;

  const { toSay, waiting, decided } = inbox(referrals, now);
  const chosen =
    referrals.find(({ id }) => id === chosenId) ?? toSay[0] ?? waiting[0] ?? decided[0] ?? null;
  return (
    <div className="mediator">
      <section className="mediator-inbox" aria-label={words.mediatorTitle}>
        <header>
          <h1>{words.mediatorTitle}</h1>
          <p className="quiet">{words.waiting(waiting.length)}</p>
        </header>
        <WithdrawnNotice />
        {referrals.length === 0 ? null : (
          <>
            {toSay.length === 0 ? null : (
              <>
                <h2>{words.toSay}</h2>
                <InboxList
                  label={words.toSay}
                  referrals={toSay}
                  chosen={chosen?.id ?? null}
                  onChoose={setChosenId}
                />
              </>
            )}
            <h2>{words.toRead}</h2>
            {waiting.length === 0 ? (
              <p className="quiet">{words.nothingWaits}</p>
            ) : (
              <InboxList
                label={words.toRead}
                referrals={waiting}
                chosen={chosen?.id ?? null}
                onChoose={setChosenId}
              />
            )}
            {decided.length === 0 ? null : (
              <>
                <h2>{words.decided}</h2>
                <InboxList
                  label={words.decided}
                  referrals={decided}
                  chosen={chosen?.id ?? null}
                  onChoose={setChosenId}
                />
              </>
            )}
          </>
        )}
      </section>
      {chosen === null ? (
        <div className="panel mediator-detail">
          <EmptyState
            title={words.emptyInbox}
            icon="inbox"
            action={<Link href="/disponibilites">{words.emptyInboxNext}</Link>}
          >
            {words.emptyInboxHelp}
          </EmptyState>
        </div>
      ) : (
        <section
          key={chosen.id}
          className="panel mediator-detail"
          aria-label={chosen.summary.person.name}
        >
          <div className="mediator-scroll">
            <h2>{chosen.summary.person.name}</h2>
            <ReferralSummary referral={chosen} />
          </div>
          <Decision
            referral={chosen}
            now={now}
            onSaid={(more) => setChosenId(more === 'result' ? chosen.id : null)}
          />
        </section>
      )}
      <Panel title={words.agenda} className="mediator-agenda">
        <Agenda referrals={referrals} now={now} />
      </Panel>
    </div>
  );
}
