import { useMemo } from 'react';
import { GeoJSON, Pane } from 'react-leaflet';
import type { Commune, Position } from '#src/geography';
import { useCommunes } from '../search/use-places.ts';
import { useSet, valueIn } from '../storage/use-set.ts';
import { type Contours, departementsAround } from './contours.ts';
import { Names } from './names.tsx';
import { communesOf } from './outlines.ts';

/** How far around the commune the contours of communes are drawn, in kilometres. */
const detailKm = 30;

/** What lies under the pins: every département, and the communes around the caller's own. */
export function Ground(props: {
  readonly outlines: Contours;
  readonly home: Commune | null;
  /** Where the search starts: the middle of the commune, or a point of the map. */
  readonly start: Position | null;
  /** Where no name may be written. */
  readonly pins: readonly Position[];
  /** A plan lies over the contours, with names of its own. */
  readonly isUnderPlan: boolean;
}) {
  const { outlines, start } = props;
  const around = start === null ? [] : departementsAround(outlines, start, detailKm);
  const drawn = outlines.features.map(({ properties }) => properties.code);
  const own = props.home !== null && drawn.includes(props.home.departement) ? props.home : null;
  const departement =
    own?.departement ?? (start === null ? undefined : departementsAround(outlines, start, 0)[0]);
  return (
    <>
      <Pane name="land" style={{ zIndex: 200 }}>
        <GeoJSON data={outlines} interactive={false} style={{ className: 'map-land' }} />
      </Pane>
      <Pane name="communes" style={{ zIndex: 210 }}>
        {around.map((code) => (
          <Communes key={code} departement={code} />
        ))}
      </Pane>
      <Pane name="own" style={{ zIndex: 215 }}>
        {own === null ? null : <OwnCommune key={own.code} home={own} />}
      </Pane>
      <Pane name="borders" style={{ zIndex: 220 }}>
        <GeoJSON data={outlines} interactive={false} style={{ className: 'map-border' }} />
      </Pane>
      {departement === undefined || props.isUnderPlan ? null : (
        <NamesAround departement={departement} home={own} pins={props.pins} />
      )}
    </>
  );
}

function Communes({ departement }: { readonly departement: string }) {
  const contours = valueIn(useSet(communesOf(departement)));
  if (contours === null) return null;
  return <GeoJSON data={contours} interactive={false} style={{ className: 'map-commune' }} />;
}

function OwnCommune({ home }: { readonly home: Commune }) {
  const contours = valueIn(useSet(communesOf(home.departement)));
  const own = contours?.features.find(({ properties }) => properties.code === home.code);
  if (own === undefined) return null;
  return <GeoJSON data={own} interactive={false} style={{ className: 'map-own' }} />;
}

/** The communes of the same département, the biggest first, as the gazetteer names them. */
function NamesAround(props: {
  readonly departement: string;
  readonly home: Commune | null;
  readonly pins: readonly Position[];
}) {
  const { departement, home, pins } = props;
  const contours = valueIn(useSet(communesOf(departement)));
  const codes = useMemo(
    () => (contours?.features ?? []).map(({ properties }) => properties.code),
    [contours],
  );
  const others = useCommunes(codes);
  const communes = useMemo(
    () =>
      others
        .filter(({ code }) => code !== home?.code)
        .toSorted((a, b) => b.population - a.population),
    [others, home?.code],
  );
  return <Names home={home} communes={communes} pins={pins} />;
}
