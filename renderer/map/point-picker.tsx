import type { LatLng } from 'leaflet';
import { useEffect, useEffectEvent, useState } from 'react';
import { useMap, useMapEvents } from 'react-leaflet';
import type { Position } from '#src/geography';
import { useMessages } from '../i18n/messages.tsx';
import type { Origin } from '../search/desk-filters.ts';
import type { DeskDatabase } from '../storage/database.ts';
import { useDesk } from '../storage/desk.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { type Contours, departementsAround } from './contours.ts';
import { communesOf } from './outlines.ts';
import { placeAt } from './place-at.ts';

/** A point of the map from which a search starts. */
export type MapPoint = Extract<Origin, { readonly kind: 'point' }>;

/**
 * A point chosen on the map: a press on it, or the cross at its middle, which the arrows move the map
 * under, and Enter. What is pinned takes no press meanwhile.
 */
export function PointPicker(props: {
  /** The contours of the départements, which say in whose communes to look. */
  readonly outlines: Contours;
  readonly onPick: (point: MapPoint) => void;
  readonly onCancel: () => void;
}) {
  const { venues } = useMessages();
  const { database } = useDesk();
  const [under, setUnder] = useState<string | null>(null);

  const labelAt = async (position: Position) => {
    const name = await communeNameAt(database, props.outlines, position);
    return name === null ? venues.map.nearNowhere : venues.map.near(name);
  };
  const pick = async (at: LatLng) => {
    const position = positionOf(at);
    props.onPick({ kind: 'point', position, label: await labelAt(position) });
  };
  const map = useMapEvents({
    click: ({ latlng, originalEvent: { target } }) => {
      const isTool = target instanceof Element && target.closest('.leaflet-control') !== null;
      if (!isTool) void pick(latlng);
    },
    moveend: () => void labelAt(positionOf(map.getCenter())).then(setUnder),
  });
  useMapKeys(() => void pick(map.getCenter()), props.onCancel);
  return (
    <>
      <span className="map-cross" aria-hidden="true">
        <Icon name="plus" />
      </span>
      <div className="map-picking leaflet-control">
        <p className="small">{venues.map.picking}</p>
        <p className="small map-picking-under" role="status">
          {under === null ? null : venues.map.crossAt(under)}
        </p>
        <div className="actions">
          <Button variant="primary" onPress={() => void pick(map.getCenter())}>
            {venues.map.pickHere}
          </Button>
          <Button onPress={props.onCancel}>{venues.map.cancelPick}</Button>
        </div>
      </div>
    </>
  );
}

const positionOf = ({ lat, lng }: LatLng): Position => ({ latitude: lat, longitude: lng });

/** The commune in whose contour the position lies; `null` at sea, and where its contours are not here. */
async function communeNameAt(
  database: DeskDatabase,
  outlines: Contours,
  position: Position,
): Promise<string | null> {
  for (const code of departementsAround(outlines, position, 0)) {
    const loaded = await communesOf(code).load(database);
    const place = loaded.state === 'failed' ? null : placeAt(loaded.value, position);
    if (place !== null) return place.name;
  }
  return null;
}

/** Keys of the map while it has the focus, which it is given. */
function useMapKeys(onEnter: () => void, onEscape: () => void): void {
  const map = useMap();
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    // Escape is also the way out of the page.
    event.stopPropagation();
    if (event.key === 'Enter') onEnter();
    else onEscape();
  });
  useEffect(() => {
    const container = map.getContainer();
    const onKey = (event: KeyboardEvent) => {
      if (event.target === container) press(event);
    };
    container.addEventListener('keydown', onKey);
    container.focus({ preventScroll: true });
    return () => container.removeEventListener('keydown', onKey);
  }, [map]);
}
