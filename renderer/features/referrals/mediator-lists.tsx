import type { ReactNode } from 'react';
import { useMessages } from '../../i18n/messages.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { useShortcut } from '../../ui/shortcuts.tsx';
import { InboxList } from './inbox-list.tsx';
import type { MediatorDay } from './today.ts';
import { TodayList } from './today-list.tsx';
import { WalkInsOfToday } from './walk-ins-of-today.tsx';

const todayId = 'mediator-today';
const waitingId = 'mediator-waiting';

/** Today, what waits for an answer, and what was answered; a letter leads to each. */
export function MediatorLists(props: {
  readonly day: MediatorDay;
  readonly zone: string;
  readonly now: string;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}) {
  const { mediator, referrals } = useMessages();
  const { day, now, chosen, onChoose } = props;
  const { unsaid, today, waiting, decided } = day;

  function goTo(listId: string, first: { readonly id: string } | undefined) {
    if (first === undefined) return;
    onChoose(first.id);
    // The list itself would give the focus to whoever had it last.
    const list = document.getElementById(listId);
    list?.querySelector<HTMLElement>(`[data-key="${first.id}"]`)?.focus();
  }
  useShortcut('J', mediator.goToToday, () => goTo(todayId, today[0]), {
    enabled: today.length > 0,
  });
  useShortcut('D', mediator.goToWaiting, () => goTo(waitingId, waiting[0]), {
    enabled: waiting.length > 0,
  });

  return (
    <div className="mediator-lists">
      {unsaid.length === 0 ? null : (
        <List title={referrals.toSay}>
          <InboxList label={referrals.toSay} referrals={unsaid} {...{ chosen, onChoose }} />
        </List>
      )}
      <List title={mediator.today} reachedBy={today.length === 0 ? undefined : 'J'}>
        {today.length === 0 ? (
          <p className="quiet">{mediator.nobodyToday}</p>
        ) : (
          <TodayList
            id={todayId}
            label={mediator.today}
            referrals={today}
            {...{ now, chosen, onChoose }}
          />
        )}
        <WalkInsOfToday zone={props.zone} now={now} />
      </List>
      <List title={mediator.inbox} reachedBy={waiting.length === 0 ? undefined : 'D'}>
        {waiting.length === 0 ? (
          <p className="quiet">{referrals.nothingWaits}</p>
        ) : (
          <InboxList
            id={waitingId}
            label={mediator.inbox}
            referrals={waiting}
            {...{ chosen, onChoose }}
          />
        )}
      </List>
      {decided.length === 0 ? null : (
        <List title={referrals.decided}>
          <InboxList label={referrals.decided} referrals={decided} {...{ chosen, onChoose }} />
        </List>
      )}
    </div>
  );
}

function List(props: {
  readonly title: string;
  readonly reachedBy?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <section aria-label={props.title}>
      <h2>
        {props.title}
        {props.reachedBy === undefined ? null : <Kbd combination={props.reachedBy} />}
      </h2>
      {props.children}
    </section>
  );
}
