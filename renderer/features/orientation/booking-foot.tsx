import type { Option } from '#src/script';
import { useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Countdown } from '../../ui/timer.tsx';
import type { HoldStatus } from './hold.ts';
import type { BookingElsewhere } from './use-booking-elsewhere.ts';

/** What is about to be done, how long the slot is kept, and the one button that does it. */
export function BookingFoot(props: {
  readonly isRequest: boolean;
  /** Where somebody else keeps the appointment. */
  readonly elsewhere: BookingElsewhere | null;
  readonly canRefer: boolean;
  readonly isStanding: boolean;
  readonly status: HoldStatus;
  /** The time in full, once a slot is held. */
  readonly when: string | null;
  readonly person: string;
  /** The script's answers that send nobody anywhere. */
  readonly others: readonly Option[];
  readonly onBook: () => void;
  readonly onRequest: () => void;
  readonly onDecline: (option: string) => void;
  readonly onGoOn: () => void;
}) {
  const { orientation } = useMessages();
  const { status } = props;
  return (
    <footer className="booking-foot">
      <div className="booking-foot-state">
        {props.when === null || props.isRequest ? null : <b>{props.when}</b>}
        {props.person === '' || !props.canRefer ? null : (
          <span className="small">{orientation.person.known(props.person)}</span>
        )}
        {props.isRequest || props.elsewhere || !props.canRefer || props.isStanding ? null : (
          <HoldLine status={status} />
        )}
      </div>
      <div className="booking-foot-acts">
        {props.isStanding || props.others.length === 0 ? null : (
          <Menu
            label={orientation.noneLabel}
            placement="top start"
            items={props.others.map(({ id, label }) => ({
              id,
              label,
              run: () => props.onDecline(id),
            }))}
          >
            <Button variant="quiet">{orientation.none}</Button>
          </Menu>
        )}
        <MainAct {...props} />
      </div>
    </footer>
  );
}

function MainAct(props: Parameters<typeof BookingFoot>[0]) {
  const { orientation } = useMessages();
  const { status } = props;
  if (props.isStanding) {
    return (
      <Button variant="primary" size="call" shortcut="Ctrl+Enter" onPress={props.onGoOn}>
        {orientation.done.continue}
      </Button>
    );
  }
  if (!props.canRefer) return null;
  if (props.elsewhere !== null) return <ElsewhereAct elsewhere={props.elsewhere} />;
  if (props.isRequest) {
    return (
      <Button variant="primary" size="call" shortcut="Ctrl+Enter" onPress={props.onRequest}>
        {orientation.request.send}
      </Button>
    );
  }
  const isConfirming = status.state === 'confirming';
  return (
    <Button
      variant="primary"
      size="call"
      icon="check"
      shortcut="Ctrl+Enter"
      isDisabled={status.state !== 'held' && !isConfirming}
      isPending={isConfirming}
      onPress={props.onBook}
    >
      {isConfirming ? orientation.held.confirming : orientation.held.confirm}
    </Button>
  );
}

function ElsewhereAct({ elsewhere }: { readonly elsewhere: BookingElsewhere }) {
  const { bookingWay } = useMessages();
  const { isDrafted, isPending } = elsewhere;
  return (
    <Button
      variant="primary"
      size="call"
      icon={isDrafted ? 'link' : 'check'}
      shortcut="Ctrl+Enter"
      isPending={isPending}
      onPress={() => void elsewhere.doIt()}
    >
      {isDrafted ? (isPending ? bookingWay.creating : bookingWay.create) : bookingWay.note}
    </Button>
  );
}

function HoldLine({ status }: { readonly status: HoldStatus }) {
  const { orientation, failures } = useMessages();
  const { held } = orientation;
  switch (status.state) {
    case 'none':
    case 'lost':
      return <span className="small quiet">{held.choose}</span>;
    case 'confirming':
      return <span className="small warn">{held.wait}</span>;
    case 'held':
      return (
        <>
          <span className="held-left">
            <Icon name="clock" />
            {held.left} <Countdown until={status.until} />
          </span>
          {status.problem === null ? null : (
            <span className="small warn" role="alert">
              {failures.refusals[status.problem]}
            </span>
          )}
        </>
      );
    case 'loading':
    case 'booked':
      return null;
  }
}
