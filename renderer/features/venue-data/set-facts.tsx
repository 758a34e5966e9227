import { type VenueSetView, venueCounts } from '#src/contract';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { FigureCard, FigureCards } from '../../ui/figure-cards.tsx';

const countNames = venueCounts.keyof().options;

/** Where a set comes from, and its counts, each with its definition. */
export function SetFacts({ set }: { readonly set: VenueSetView }) {
  const { venueData } = useMessages();
  const format = useFormat();
  const { origin, importedAt, counts } = set;
  return (
    <>
      <dl className="venue-data-facts">
        <div>
          <dt>{venueData.origin}</dt>
          <dd>{origin}</dd>
        </div>
        <div>
          <dt>{venueData.importedAt}</dt>
          <dd>{venueData.at(format.date(importedAt), format.clock(importedAt))}</dd>
        </div>
      </dl>
      <FigureCards>
        {countNames.map((name) => (
          <FigureCard
            key={name}
            name={venueData.counts[name]}
            value={format.number(counts[name])}
            definition={venueData.definitions[name]}
          />
        ))}
      </FigureCards>
    </>
  );
}
