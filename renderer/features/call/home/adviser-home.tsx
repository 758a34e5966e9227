import type { CallView } from '#src/contract';
import { OffersPanel } from '../../../follow/offers-panel.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { useDesk, useEntities } from '../../../storage/desk.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { CallBackPanel } from '../call-back/call-back-panel.tsx';
import { NewsPanel } from '../news/news-panel.tsx';
import { RecentTrainings } from '../training/recent-trainings.tsx';
import { OpenCalls } from './open-calls.tsx';
import { OpenManualCall } from './open-manual-call.tsx';
import { PresencePanel } from './presence-panel.tsx';
import { TrainingPanel } from './training-panel.tsx';
import { WaitingPanel } from './waiting-panel.tsx';
import './home.css';

/** What an adviser sees while nothing rings: presence, lines, calls left to finish, and how to begin one. */
export function AdviserHome({ calls }: { readonly calls: readonly CallView[] }) {
  const { call: words } = useMessages();
  const { session } = useDesk();
  const presences = useEntities('presence');
  const own = presences?.find(({ id }) => id === session.account.id) ?? null;
  const [firstName = session.account.name] = session.account.name.split(' ');
  return (
    <div className="call-home">
      <header className="call-home-head">
        <h1>{words.home.greeting(firstName)}</h1>
        <p className="quiet">{words.home.waiting}</p>
      </header>
      <div className="call-home-columns">
        <div className="call-home-column">
          <PresencePanel presence={own} />
          <WaitingPanel />
          <RecentTrainings calls={calls} />
          <Lines />
        </div>
        <div className="call-home-column">
          <CallBackPanel calls={calls} />
          <OffersPanel />
          <NewsPanel />
          <OpenCalls calls={calls} />
          <OpenManualCall />
          <TrainingPanel />
        </div>
      </div>
    </div>
  );
}

function Lines() {
  const { call: words } = useMessages();
  const { session } = useDesk();
  return (
    <Panel title={words.home.lines}>
      {session.lines.length === 0 ? (
        <EmptyState title={words.home.noLine}>{words.home.noLineNext}</EmptyState>
      ) : (
        <ul className="call-home-list">
          {session.lines.map((line) => (
            <li key={line.id}>
              <span>
                <b>{line.name}</b>
                <br />
                <span className="small quiet">{line.sponsorName}</span>
              </span>
              <span className="small quiet">{words.home.lineKinds[line.kind]}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
