import { Temporal } from 'temporal-polyfill';
import { isBlocking } from '#src/booking';
import type { RefusalCode } from '#src/contract';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { useDesk, useEntities } from '../../storage/desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useNow } from '../../ui/timer.tsx';
import type { OrientationDraft } from './draft.ts';
import type { Offer } from './offers.ts';
import { fullTime } from './telling.ts';

/** Says that the slot is gone and to whom, that nothing typed is, and offers the nearest ones. */
export function LostNotice(props: {
  /** `null`: the five minutes ran out. */
  readonly because: RefusalCode | null;
  readonly slot: NonNullable<OrientationDraft['slot']>;
  readonly nearest: readonly Offer[];
  readonly onChoose: (offer: Offer) => void;
}) {
  const { orientation, failures } = useMessages();
  const format = useFormat();
  const { lost } = orientation;
  const faster = useFaster(props.slot);
  const words = { orientation, format };
  const when = ({ start, diary }: Offer) => fullTime(start, diary.zone, words);
  const [first] = props.nearest;
  const titles: Partial<Record<RefusalCode, string>> = {
    'slot-taken': faster === null ? lost.taken : lost.takenBy(faster),
    'hold-expired': lost.expired,
    'unknown-booking': lost.expired,
  };
  const title =
    props.because === null
      ? lost.expired
      : (titles[props.because] ?? failures.refusals[props.because]);
  return (
    <Notice
      tone="error"
      title={title}
      safe={lost.safe}
      next={first === undefined ? lost.noNext : lost.next(when(first))}
      actions={props.nearest.map((offer) => (
        <Button key={offer.start} icon="clock" onPress={() => props.onChoose(offer)}>
          {when(offer)}
        </Button>
      ))}
    />
  );
}

/** The colleague who has the time now; `null` as long as this desk has not heard of it. */
function useFaster({ diaryId, start, end }: NonNullable<OrientationDraft['slot']>): string | null {
  const { session } = useDesk();
  const now = useNow();
  const isBefore = (one: string, other: string) => Temporal.Instant.compare(one, other) < 0;
  const found = (useEntities('booking') ?? []).find(
    (booking) =>
      booking.diaryId === diaryId &&
      booking.adviserId !== session.account.id &&
      isBlocking(booking, now) &&
      isBefore(booking.start, end) &&
      isBefore(start, booking.restUntil),
  );
  return found?.adviserName ?? null;
}
