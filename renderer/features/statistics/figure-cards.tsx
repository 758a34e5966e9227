import type { StatisticsView } from '#src/contract';
import type { Indicator } from '#src/statistics';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { FigureCard, FigureCards } from '../../ui/figure-cards.tsx';

/** The key figures, each with its definition one press away. */
export function StatisticsFigures({ figures }: { readonly figures: StatisticsView }) {
  const { statistics } = useMessages();
  const format = useFormat();
  const { calls, withoutRequest, requests, byOutcome, referrals, booked } = figures;

  const ofRequests = (n: number) =>
    requests === 0
      ? statistics.noRequests
      : statistics.ofRequests(format.number(n), format.number(requests), requests === 1);
  const share = (n: number, of: number) => (of === 0 ? '–' : format.percent(n / of));

  return (
    <FigureCards>
      <Figure id="calls" value={format.number(calls)} />
      <Figure id="withoutRequest" value={format.number(withoutRequest)} />
      <Figure id="requests" value={format.number(requests)} />
      <Figure
        id="solved"
        value={share(byOutcome.solved, requests)}
        detail={ofRequests(byOutcome.solved)}
      />
      <Figure id="referrals" value={share(referrals, requests)} detail={ofRequests(referrals)} />
      <Figure
        id="booked"
        value={share(booked, referrals)}
        detail={
          referrals === 0
            ? statistics.noReferrals
            : statistics.ofReferrals(
                format.number(booked),
                format.number(referrals),
                referrals === 1,
              )
        }
      />
    </FigureCards>
  );
}

function Figure(props: {
  readonly id: Indicator;
  readonly value: string;
  readonly detail?: string;
}) {
  const { statistics } = useMessages();
  const { id, ...figure } = props;
  return (
    <FigureCard name={statistics.names[id]} definition={statistics.definitions[id]} {...figure} />
  );
}
