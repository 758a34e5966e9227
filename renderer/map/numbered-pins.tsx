import { divIcon, point } from 'leaflet';
import { useMemo, useState } from 'react';
import { Marker, Polyline, useMapEvents } from 'react-leaflet';
import type { Position } from '#src/geography';
import type { VenueMatch } from '#src/venues';
import { fanOut } from './fan-out.ts';
import { toLatLng } from './leaflet-position.ts';

/** Diameter of a pin and the air around it, in pixels. */
const apartPixels = 26;

export type NumberedPin = {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly position: Position;
};

/** The venues of a ranking that have a place on the map, with their numbers in the list. */
export function numberedPins(matches: readonly VenueMatch[]): readonly NumberedPin[] {
  return matches.flatMap(({ venue }, index) =>
    venue.position === null
      ? []
      : [{ id: venue.id, number: index + 1, name: venue.name, position: venue.position }],
  );
}

/** What the list and the map show together: the venue chosen, and the one pointed at. */
export type InStep = {
  readonly chosenId: string | null;
  readonly pointedId: string | null;
  readonly onChoose: (id: string) => void;
  readonly onPoint: (id: string | null) => void;
};

/** The numbers of the list on the map. Pins that would lie on each other fan out from a line. */
export function NumberedPins(props: { readonly pins: readonly NumberedPin[] } & InStep) {
  const [, setZoom] = useState(0);
  const map = useMapEvents({
    zoomend: () => setZoom(map.getZoom()),
    resize: () => setZoom(map.getZoom()),
  });
  const zoom = map.getZoom();
  const places = fanOut(
    props.pins.map(({ position }) => map.project(toLatLng(position), zoom)),
    apartPixels,
  );
  return props.pins.map((pin, index) => {
    const place = places[index];
    if (place === undefined) return null;
    return (
      <Pin
        key={pin.id}
        pin={pin}
        at={map.unproject(point(place.x, place.y), zoom)}
        isChosen={pin.id === props.chosenId}
        isPointed={pin.id === props.pointedId}
        onChoose={props.onChoose}
        onPoint={props.onPoint}
      />
    );
  });
}

function Pin(props: {
  readonly pin: NumberedPin;
  readonly at: { readonly lat: number; readonly lng: number };
  readonly isChosen: boolean;
  readonly isPointed: boolean;
  readonly onChoose: (id: string) => void;
  readonly onPoint: (id: string | null) => void;
}) {
  const { pin, at, isChosen, isPointed } = props;
  const icon = useMemo(() => {
    const state = isChosen ? ' map-pin-chosen' : isPointed ? ' map-pin-pointed' : '';
    return divIcon({
      className: `map-pin${state}`,
      html: String(pin.number),
      iconSize: isChosen ? [30, 30] : [24, 24],
    });
  }, [pin.number, isChosen, isPointed]);
  const home = toLatLng(pin.position);
  const isMoved = Math.abs(home[0] - at.lat) + Math.abs(home[1] - at.lng) > 1e-9;
  return (
    <>
      {isMoved ? (
        <Polyline positions={[home, [at.lat, at.lng]]} className="map-link" interactive={false} />
      ) : null}
      <Marker
        position={[at.lat, at.lng]}
        icon={icon}
        keyboard={false}
        title={pin.name}
        zIndexOffset={isChosen ? 1000 : isPointed ? 500 : -pin.number}
        eventHandlers={{
          click: () => props.onChoose(pin.id),
          mouseover: () => props.onPoint(pin.id),
          mouseout: () => props.onPoint(null),
        }}
      />
    </>
  );
}
