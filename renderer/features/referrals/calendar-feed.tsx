import { calendarFeedView, issuedCalendarFeed } from '#src/contract';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { useRead } from '../../storage/use-read.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { OnceShown } from './once-shown.tsx';
import { useIssued } from './use-issued.ts';
import './links.css';

const path = '/api/calendar-feed';

/** BO-58: the mediator's appointments at a private address, for the calendar of their telephone. */
export function CalendarFeed() {
  const { links, failures } = useMessages();
  const format = useFormat();
  const kept = useRead(path, calendarFeedView);
  const { issued, issue, revoke, isPending, ...sent } = useIssued(
    path,
    issuedCalendarFeed,
    kept.readAgain,
  );
  const { calendar } = links;
  const failure = sent.failure ?? kept.failure;
  const madeAt = kept.value?.madeAt ?? null;
  const help = useKeptFocus<HTMLParagraphElement>(kept.value?.madeAt);
  return (
    <Panel title={calendar.title}>
      <div className="calendar-feed">
        <p ref={help} tabIndex={-1} className="quiet">
          {calendar.help}
        </p>
        {failure === null ? null : (
          <Notice tone="error" title={links.failed} next={failures.apiErrors[failure.code]} />
        )}
        {issued === null ? null : <OnceShown address={issued.address} />}
        {madeAt === null ? null : <p>{calendar.since(format.date(madeAt))}</p>}
        <div className="actions">
          {madeAt === null ? null : (
            <Button variant="quiet" isPending={isPending} onPress={() => revoke()}>
              {links.revoke}
            </Button>
          )}
          <Button icon="link" isPending={isPending} onPress={() => issue()}>
            {madeAt === null ? calendar.make : calendar.renew}
          </Button>
        </div>
      </div>
    </Panel>
  );
}
