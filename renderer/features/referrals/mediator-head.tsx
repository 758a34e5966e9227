import { useState } from 'react';
import type { ReferralView } from '#src/contract';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { MonthDialog } from './month-dialog.tsx';
import type { MediatorDay } from './today.ts';
import { WalkInDialog } from './walk-in-dialog.tsx';
import { WithdrawnNotice } from './withdrawn-notice.tsx';

/** Which day it is, how much it holds, and what is done beside the appointments. */
export function MediatorHead(props: {
  readonly day: MediatorDay;
  readonly referrals: readonly ReferralView[];
  readonly venueName: string | null;
  readonly zone: string;
  readonly now: string;
  readonly onChoose: (id: string) => void;
}) {
  const { mediator } = useMessages();
  const format = useFormat();
  const [open, setOpen] = useState<'walk-in' | 'month' | null>(null);
  const close = () => setOpen(null);
  const { day, venueName } = props;
  return (
    <header className="mediator-head">
      <div>
        <h1>{format.date(props.now, props.zone)}</h1>
        <p className="quiet">
          {venueName === null ? null : `${venueName}. `}
          {mediator.holds(day.today.length, day.waiting.length)}
        </p>
      </div>
      <Button size="call" icon="document" variant="quiet" onPress={() => setOpen('month')}>
        {mediator.month.open}
      </Button>
      <Button size="call" icon="person" shortcut="E" onPress={() => setOpen('walk-in')}>
        {mediator.walkIn.open}
      </Button>
      <WithdrawnNotice />
      {open === 'walk-in' ? (
        <WalkInDialog
          referrals={props.referrals}
          now={props.now}
          onReceived={props.onChoose}
          onClose={close}
        />
      ) : null}
      {open === 'month' ? <MonthDialog zone={props.zone} now={props.now} onClose={close} /> : null}
    </header>
  );
}
