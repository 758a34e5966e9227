import { divIcon } from 'leaflet';
import { useMemo, useState } from 'react';
import { Marker, useMapEvents } from 'react-leaflet';
import Supercluster from 'supercluster';
import { useMessages } from '../i18n/messages.tsx';
import type { VenuePoint } from '../search/protocol.ts';

/** The widest circle of a cluster, in pixels, and the zoom from which venues stand alone. */
const clusterRadius = 60;
const aloneFromZoom = 13;

/** Every venue of the country, those that lie close together as one circle with their number. */
export function ClusteredVenues(props: {
  readonly venues: readonly VenuePoint[];
  /** The venues that stand numbered on the map already. */
  readonly except: ReadonlySet<string>;
  readonly onChoose: (id: string) => void;
}) {
  const { venues: words } = useMessages();
  const [, setView] = useState(0);
  const map = useMapEvents({ moveend: () => setView((view) => view + 1) });
  const clusters = useMemo(() => {
    const made = new Supercluster<{ readonly id: string; readonly name: string }>({
      radius: clusterRadius,
      maxZoom: aloneFromZoom,
      // Leaflet's tiles are half as wide as supercluster takes them to be.
      extent: 256,
    });
    return made.load(
      props.venues
        .filter(({ id }) => !props.except.has(id))
        .map(({ id, name, position }) => ({
          type: 'Feature',
          properties: { id, name },
          geometry: { type: 'Point', coordinates: [position.longitude, position.latitude] },
        })),
    );
  }, [props.venues, props.except]);
  const bounds = map.getBounds();
  const shown = clusters.getClusters(
    [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()],
    Math.floor(map.getZoom()),
  );
  return shown.map(({ geometry, properties }) => {
    const [longitude = 0, latitude = 0] = geometry.coordinates;
    const at: [number, number] = [latitude, longitude];
    return 'cluster_id' in properties ? (
      <Cluster
        key={`cluster-${properties.cluster_id}`}
        at={at}
        count={properties.point_count}
        title={words.map.cluster(properties.point_count)}
        onPress={() => map.setView(at, clusters.getClusterExpansionZoom(properties.cluster_id))}
      />
    ) : (
      <Marker
        key={properties.id}
        position={at}
        icon={dot}
        keyboard={false}
        title={properties.name}
        eventHandlers={{ click: () => props.onChoose(properties.id) }}
      />
    );
  });
}

const dot = divIcon({ className: 'map-dot', html: '', iconSize: [12, 12] });

function Cluster(props: {
  readonly at: [number, number];
  readonly count: number;
  readonly title: string;
  readonly onPress: () => void;
}) {
  const icon = useMemo(() => {
    const size = 24 + Math.min(24, Math.round(6 * Math.log10(props.count)) * 2);
    return divIcon({
      className: 'map-cluster',
      html: String(props.count),
      iconSize: [size, size],
    });
  }, [props.count]);
  return (
    <Marker
      position={props.at}
      icon={icon}
      keyboard={false}
      title={props.title}
      zIndexOffset={-1000}
      eventHandlers={{ click: props.onPress }}
    />
  );
}
