import { useMemo } from 'react';
import { GeoJSON, Pane } from 'react-leaflet';
import type { Commune, Position } from '#src/geography';
import { useGazetteer } from '../storage/reference.ts';
import { setSources, useSet, valueIn } from '../storage/sets.ts';
import { type Contours, departementsAround, readContours } from './contours.ts';
import { Names } from './names.tsx';

/** How far around the commune the contours of communes are drawn, in kilometres. */
const detailKm = 30;

const communesOf = setSources((code) => `/api/geography/contours/${code}`, readContours);

/** What lies under the pins: every département, and the communes around the caller's own. */
export function Ground(props: {
  readonly outlines: Contours;
  readonly home: Commune | null;
  /** Where no name may be written. */
  readonly pins: readonly Position[];
}) {
  const { home, outlines } = props;
  const position = home?.position ?? null;
  const around = position === null ? [] : departementsAround(outlines, position, detailKm);
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
        {home === null ? null : <OwnCommune key={home.code} home={home} />}
      </Pane>
      <Pane name="borders" style={{ zIndex: 220 }}>
        <GeoJSON data={outlines} interactive={false} style={{ className: 'map-border' }} />
      </Pane>
      {home === null ? null : <NamesAround home={home} pins={props.pins} />}
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
function NamesAround(props: { readonly home: Commune; readonly pins: readonly Position[] }) {
  const { home, pins } = props;
  const gazetteer = useGazetteer();
  const contours = valueIn(useSet(communesOf(home.departement)));
  const communes = useMemo(
    () =>
      (contours?.features ?? [])
        .flatMap(({ properties }) => gazetteer?.byCode(properties.code) ?? [])
        .filter(({ code }) => code !== home.code)
        .toSorted((a, b) => b.population - a.population),
    [contours, gazetteer, home.code],
  );
  return <Names home={home} communes={communes} pins={pins} />;
}
