import { divIcon, type LatLngBoundsLiteral, latLngBounds } from 'leaflet';
import { type ReactNode, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { Circle, MapContainer, Marker, useMap } from 'react-leaflet';
import type { Position } from '#src/geography';
import { useMessages } from '../i18n/messages.tsx';
import type { SearchPlace } from '../search/desk-filters.ts';
import { valueIn } from '../storage/use-set.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { departementsAround } from './contours.ts';
import { Ground } from './ground.tsx';
import { toLatLng } from './leaflet-position.ts';
import { useOutlines } from './outlines.ts';
import { PlanTiles, usePlan } from './plan-tiles.tsx';
import { type MapPoint, PointPicker } from './point-picker.tsx';
import './venue-map.css';

/** Distances drawn around the caller's place, in kilometres along the great circle. */
const ringsKm = [5, 10, 20] as const;
/** Where no outline lies within so many kilometres, there is none of that territory. */
const blankKm = 50;
/** Kilometres in one degree of latitude. */
const degreeKm = 111.195;
/** Mainland France and Corsica, where no commune is chosen: south-west, north-east. */
const mainland: LatLngBoundsLiteral = [
  [41.3, -5.2],
  [51.1, 9.6],
];

/**
 * Contours kept on this desk, the plan of the IGN over them where that is allowed, the caller's place,
 * and what `children` pin on it. It shows what a list beside it says, so it is one stop for the
 * keyboard and can be skipped.
 */
export function VenueMap(props: {
  readonly home: SearchPlace | null;
  /** Called with the point from which to start; without it none can be chosen. */
  readonly onPoint?: (point: MapPoint) => void;
  /** What must be in sight: it is fitted anew each time the places change. */
  readonly inSight: readonly Position[];
  readonly hasRings: boolean;
  /** The id of what comes after the map, for those who skip it. */
  readonly afterId: string;
  readonly children: ReactNode;
}) {
  const { venues } = useMessages();
  const outlines = useOutlines();
  const ground = valueIn(outlines);
  const isStill = useMemo(() => matchMedia('(prefers-reduced-motion: reduce)').matches, []);
  const [isPicking, setPicking] = useState(false);
  const plan = usePlan();
  const start = props.home?.position ?? null;
  const { onPoint } = props;
  const picking = isPicking && onPoint !== undefined && ground !== null;
  return (
    <section
      className={picking ? 'venue-map venue-map-picking' : 'venue-map'}
      aria-label={venues.map.label}
    >
      <div className="venue-map-skip">
        <Button onPress={() => document.getElementById(props.afterId)?.focus()}>
          {venues.map.skip}
        </Button>
      </div>
      <MapContainer
        bounds={mainland}
        minZoom={5}
        maxZoom={14}
        zoomSnap={0.25}
        wheelPxPerZoomLevel={120}
        zoomControl={false}
        attributionControl={false}
        zoomAnimation={!isStill}
        fadeAnimation={!isStill}
        inertia={!isStill}
        className="venue-map-canvas"
      >
        <Described label={venues.map.label} />
        {ground === null ? null : (
          <Ground
            outlines={ground}
            home={props.home?.commune ?? null}
            start={start}
            pins={props.inSight}
            isUnderPlan={plan.state === 'shown'}
          />
        )}
        {plan.state === 'none' ? null : <PlanTiles onShown={plan.onShown} onFail={plan.onFail} />}
        {props.hasRings && start !== null ? <Rings around={start} /> : null}
        {start === null ? null : <Home at={start} />}
        {props.children}
        <Sight
          places={props.inSight}
          home={start}
          isStill={isStill}
          onPick={onPoint === undefined || ground === null ? null : () => setPicking(true)}
        />
        {picking ? (
          <PointPicker
            outlines={ground}
            onCancel={() => setPicking(false)}
            onPick={(point) => {
              setPicking(false);
              onPoint(point);
            }}
          />
        ) : null}
      </MapContainer>
      {outlines.state === 'failed' ? (
        <p className="venue-map-missing">{venues.map.noContours}</p>
      ) : null}
      {ground !== null &&
      start !== null &&
      departementsAround(ground, start, blankKm).length === 0 ? (
        <p className="venue-map-missing">{venues.map.noContoursHere}</p>
      ) : null}
      <p className="venue-map-origin">
        <span>{props.hasRings ? venues.map.asTheCrowFlies : null}</span>
        <span>{plan.state === 'shown' ? venues.map.plan : venues.map.attribution}</span>
      </p>
    </section>
  );
}

/** Leaflet makes its container focusable for the arrow keys; it must say what it is. */
function Described({ label }: { readonly label: string }) {
  const map = useMap();
  useEffect(() => {
    const container = map.getContainer();
    container.setAttribute('role', 'application');
    container.setAttribute('aria-label', label);
    map.getPane('mapPane')?.setAttribute('aria-hidden', 'true');
  }, [map, label]);
  return null;
}

function Rings({ around }: { readonly around: Position }) {
  const { venues } = useMessages();
  return ringsKm.map((km) => (
    <RingOf key={km} around={around} km={km} label={venues.kilometres(km)} />
  ));
}

function RingOf(props: { readonly around: Position; readonly km: number; readonly label: string }) {
  const { latitude, longitude } = props.around;
  const icon = useMemo(
    () => divIcon({ className: 'map-ring-label', html: props.label, iconSize: [48, 16] }),
    [props.label],
  );
  return (
    <>
      <Circle
        center={[latitude, longitude]}
        radius={props.km * 1000}
        interactive={false}
        className="map-ring"
      />
      <Marker
        position={[latitude - props.km / degreeKm, longitude]}
        icon={icon}
        interactive={false}
        keyboard={false}
      />
    </>
  );
}

const homeIcon = divIcon({
  className: 'map-home',
  html: '<svg class="icon" viewBox="0 0 24 24"><path d="M4 11.5 12 4l8 7.5 M6.5 9.5V20h11V9.5"/></svg>',
  iconSize: [22, 22],
});

/** A venue beside the caller's place is read before it. */
const underPins = -500;

function Home({ at }: { readonly at: Position }) {
  return (
    <Marker
      position={toLatLng(at)}
      icon={homeIcon}
      interactive={false}
      keyboard={false}
      zIndexOffset={underPins}
    />
  );
}

/** Nothing that must be in sight lies under the buttons, nor beside the foot. */
const besideTools: [number, number] = [64, 44];

/** Zoom buttons, and what must be in sight whenever the places to show are others. */
function Sight(props: {
  readonly places: readonly Position[];
  readonly home: Position | null;
  readonly isStill: boolean;
  /** Begins the choice of a point; `null` where none can be chosen. */
  readonly onPick: (() => void) | null;
}) {
  const { venues } = useMessages();
  const map = useMap();
  const all = props.home === null ? props.places : [props.home, ...props.places];
  const key = all.map(({ latitude, longitude }) => `${latitude},${longitude}`).join(' ');
  const showAll = () => {
    if (all.length === 0) map.fitBounds(mainland, { animate: false });
    else {
      map.fitBounds(latLngBounds(all.map(toLatLng)), {
        paddingTopLeft: [28, 28],
        paddingBottomRight: besideTools,
        maxZoom: 11.5,
        animate: false,
      });
    }
  };
  const showAllAnew = useEffectEvent(showAll);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the places.
  useEffect(() => showAllAnew(), [key]);
  useEffect(() => {
    const watch = new ResizeObserver(() => map.invalidateSize({ animate: false }));
    watch.observe(map.getContainer());
    return () => watch.disconnect();
  }, [map]);
  const animate = !props.isStill;
  return (
    <div className="venue-map-tools leaflet-control">
      <IconButton
        icon="plus"
        label={venues.map.zoomIn}
        onPress={() => map.zoomIn(1, { animate })}
      />
      <IconButton
        icon="minus"
        label={venues.map.zoomOut}
        onPress={() => map.zoomOut(1, { animate })}
      />
      <IconButton icon="map" label={venues.map.fit} onPress={showAll} />
      {props.onPick === null ? null : (
        <IconButton icon="pin" label={venues.map.pick} onPress={props.onPick} />
      )}
    </div>
  );
}
