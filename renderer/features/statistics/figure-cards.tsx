import { Button, DialogTrigger, Popover } from 'react-aria-components';
import type { StatisticsView } from '#src/contract';
import type { Indicator } from '#src/statistics';
import { useFormat, useMessages } from '../../i18n/messages.tsx';

/** The key figures, each with its definition one press away. */
export function FigureCards({ figures }: { readonly figures: StatisticsView }) {
  const { statistics } = useMessages();
  const format = useFormat();
  const { calls, withoutRequest, requests, byOutcome, referrals, booked } = figures;

  const ofRequests = (n: number) =>
    requests === 0
      ? statistics.noRequests
      : statistics.ofRequests(format.number(n), format.number(requests), requests === 1);
  const share = (n: number, of: number) => (of === 0 ? '–' : format.percent(n / of));

  return (
    <dl className="figure-cards panel">
      <FigureCard id="calls" value={format.number(calls)} />
      <FigureCard id="withoutRequest" value={format.number(withoutRequest)} />
      <FigureCard id="requests" value={format.number(requests)} />
      <FigureCard
        id="solved"
        value={share(byOutcome.solved, requests)}
        detail={ofRequests(byOutcome.solved)}
      />
      <FigureCard
        id="referrals"
        value={share(referrals, requests)}
        detail={ofRequests(referrals)}
      />
      <FigureCard
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
    </dl>
  );
}

function FigureCard(props: {
  readonly id: Indicator;
  readonly value: string;
  readonly detail?: string;
}) {
  const { statistics } = useMessages();
  const name = statistics.names[props.id];
  return (
    <div className="figure-card">
      <dt>{name}</dt>
      <dd>
        <strong className="figure-value">{props.value}</strong>
        {props.detail === undefined ? null : <span className="small quiet">{props.detail}</span>}
        <DialogTrigger>
          <Button className="figure-explain" aria-label={`${statistics.definition} : ${name}`}>
            {statistics.definition}
          </Button>
          <Popover className="popover figure-definition" aria-label={name}>
            <strong>{name}</strong>
            <p>{statistics.definitions[props.id]}</p>
          </Popover>
        </DialogTrigger>
      </dd>
    </div>
  );
}
