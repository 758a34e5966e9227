import { divIcon } from 'leaflet';
import { useState } from 'react';
import { Marker, useMap, useMapEvents } from 'react-leaflet';
import type { Commune, Position } from '#src/geography';
import { toLatLng } from './leaflet-position.ts';
import { placeLabels } from './place-labels.ts';

/** How many names a map carries at most, the home commune's among them. */
const mostNames = 14;

/** Names of communes, the home commune first and then the biggest, where they cover no pin nor each other. */
export function Names(props: {
  /** `null` where the search starts from a point and no commune. */
  readonly home: Commune | null;
  readonly communes: readonly Commune[];
  readonly pins: readonly Position[];
}) {
  const [, setView] = useState(0);
  const map = useMap();
  useMapEvents({
    moveend: () => setView((view) => view + 1),
    resize: () => setView((view) => view + 1),
  });
  const toScreen = (position: Position) => map.latLngToContainerPoint(toLatLng(position));
  const bounds = map.getBounds().pad(-0.07);
  const named = props.home === null ? props.communes : [props.home, ...props.communes];
  const inSight = named.flatMap(({ code, name, position }) =>
    position !== null && bounds.contains(toLatLng(position))
      ? [{ code, name, position, at: toScreen(position) }]
      : [],
  );
  return placeLabels(inSight, props.pins.map(toScreen))
    .slice(0, mostNames)
    .map(({ code, name, position }) => (
      <Name key={code} name={name} at={position} isHome={code === props.home?.code} />
    ));
}

function Name(props: { readonly name: string; readonly at: Position; readonly isHome: boolean }) {
  const text = document.createElement('span');
  text.textContent = props.name;
  const icon = divIcon({
    className: props.isHome ? 'map-name map-name-home' : 'map-name',
    html: text,
    iconSize: [0, 0],
  });
  return <Marker position={toLatLng(props.at)} icon={icon} interactive={false} keyboard={false} />;
}
