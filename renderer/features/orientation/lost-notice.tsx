import type { Slot } from '#src/booking';
import type { RefusalCode } from '#src/contract';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { fullTime } from './telling.ts';

/** Says that the slot is gone and why, that nothing typed is, and offers the nearest ones. */
export function LostNotice(props: {
  /** `null`: the five minutes ran out. */
  readonly because: RefusalCode | null;
  readonly nearest: readonly Slot[];
  readonly zone: string;
  readonly onChoose: (slot: Slot) => void;
}) {
  const { orientation, failures } = useMessages();
  const format = useFormat();
  const { lost } = orientation;
  const words = { orientation, format };
  const [first] = props.nearest;
  const titles: Partial<Record<RefusalCode, string>> = {
    'slot-taken': lost.taken,
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
      next={first === undefined ? lost.noNext : lost.next(fullTime(first.start, props.zone, words))}
      actions={props.nearest.map((slot) => (
        <Button key={slot.start} icon="clock" onPress={() => props.onChoose(slot)}>
          {fullTime(slot.start, props.zone, words)}
        </Button>
      ))}
    />
  );
}
