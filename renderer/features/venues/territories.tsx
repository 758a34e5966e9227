import { type Position, type Territory, territoryAt } from '#src/geography';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import type { VenuePoint } from '../../search/protocol.ts';
import { Button } from '../../ui/button.tsx';

/** The territories that have venues, each to be shown on the map: those overseas are far off it. */
export function Territories(props: {
  readonly points: readonly VenuePoint[];
  /** No position: the mainland and Corsica, as the map shows them at first. */
  readonly onShow: (positions: readonly Position[]) => void;
}) {
  const { venues } = useMessages();
  const format = useFormat();
  const groups = Map.groupBy(props.points, ({ position }) => {
    const territory = territoryAt(position);
    return territory === 'corsica' ? 'mainland' : territory;
  });
  const listed = [...groups].toSorted(([a], [b]) => place(a).localeCompare(place(b)));
  if (listed.length < 2) return null;
  return (
    <nav className="territories" aria-label={venues.territories.title}>
      <h2>{venues.territories.title}</h2>
      <ul>
        {listed.map(([code, points]) => (
          <li key={code}>
            <Button
              variant="quiet"
              onPress={() =>
                props.onShow(code === 'mainland' ? [] : points.map(({ position }) => position))
              }
            >
              {venues.territories.names[code]}
            </Button>
            <span className="small quiet num">{format.number(points.length)}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The mainland first, then by INSEE code. */
const place = (territory: Territory) => (territory === 'mainland' ? '' : territory);
