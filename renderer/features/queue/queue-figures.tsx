import type { QueueAdviser, QueuedCall, QueueLine } from '#src/contract';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { FigureCard, FigureCards } from '../../ui/figure-cards.tsx';
import { secondsBetween, useNow } from '../../ui/timer.tsx';

/** The queue at a glance: how many wait, since when, and who could take them. */
export function QueueFigures(props: {
  readonly lines: readonly QueueLine[];
  readonly calls: readonly QueuedCall[];
  readonly advisers: readonly QueueAdviser[];
}) {
  const { queue } = useMessages();
  const format = useFormat();
  const now = useNow();
  const { lines, calls, advisers } = props;
  const [longest] = lines.flatMap(({ longestSince }) => longestSince ?? []).sort();
  const here = advisers.filter(
    ({ presence, isDeskClosed }) => presence !== 'off' && !isDeskClosed,
  ).length;
  return (
    <FigureCards>
      <FigureCard
        name={queue.waiting}
        value={format.number(calls.length)}
        detail={queue.waitingDetail(calls.filter(({ callsBack }) => callsBack).length)}
        definition={queue.waitingDefinition}
      />
      <FigureCard
        name={queue.longest}
        value={
          longest === undefined ? queue.nobody : format.stopwatch(secondsBetween(longest, now))
        }
        definition={queue.longestDefinition}
      />
      <FigureCard
        name={queue.free}
        value={format.number(advisers.filter(({ isFree }) => isFree).length)}
        detail={queue.freeOf(here)}
        definition={queue.freeDefinition}
      />
    </FigureCards>
  );
}
