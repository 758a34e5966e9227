// Derives what ships in this folder from the three source files named in ../README.md, and the names of absorbed
// communes from the official list (a development dependency):
//   node data/geography/derive.ts FOLDER_OF_THE_SOURCES
// The result depends on the sources alone: running it again changes nothing.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { communeKey, distanceKm, withoutArticle } from '#src/geography';

type SourceCommune = {
  readonly c: string;
  readonly n: string;
  readonly cp: readonly string[];
  readonly d: string;
  readonly p: number | null;
  readonly ll: readonly [number, number] | null;
};
/** A line of the official list: a commune of today, or one that was absorbed and belongs to `chefLieu`. */
type OfficialCommune = {
  readonly code: string;
  readonly nom: string;
  readonly chefLieu?: string;
  /** Codes of the communes that it absorbed, or had before. */
  readonly anciensCodes?: readonly string[];
};
type Contours = Topology<Record<string, GeometryCollection<{ code: string; nom: string }>>>;

const sources = process.argv[2];
if (sources === undefined) throw new Error('Name the folder of the source files.');
const here = import.meta.dirname;

const read = (name: string) => JSON.parse(gunzipSync(readFileSync(join(sources, name))).toString());
const write = (name: string, value: unknown) =>
  writeFileSync(join(here, name), gzipSync(JSON.stringify(value), { level: 9 }));

const communes: readonly SourceCommune[] = read('communes.json.gz');
const contours: Contours = read('communes.topo.json.gz');
const outlines: Contours = read('departements.topo.json.gz');
const geometries = Object.values(contours.objects).flatMap((object) => object.geometries);

/** Kilometres from the commune's middle to the farthest point of its longest contour. */
function extents(): ReadonlyMap<string, number> {
  const middles = new Map(communes.map((commune) => [commune.c, commune.ll]));
  return new Map(
    geometries.map((geometry) => {
      const code = geometry.properties?.code ?? '';
      const middle = middles.get(code) ?? null;
      if (middle === null) return [code, 0];
      const [latitude, longitude] = middle;
      const { geometry: shape } = feature(contours, geometry);
      const rings =
        shape.type === 'Polygon' ? shape.coordinates : shape.type === 'MultiPolygon' ? shape.coordinates.flat() : [];
      // The longest ring alone: an islet far at sea is no part of where people live.
      const ring = rings.reduce((longest, next) => (next.length > longest.length ? next : longest), []);
      const far = ring.map(([lon = 0, lat = 0]) =>
        distanceKm({ latitude, longitude }, { latitude: lat, longitude: lon }),
      );
      return [code, Math.round(far.reduce((most, km) => Math.max(most, km), 0))];
    }),
  );
}

/** One topology a département, with the arcs that it uses and no other. */
function split(departement: string): unknown {
  const arcs: unknown[] = [];
  const places = new Map<number, number>();
  const renumber = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(renumber);
    if (typeof value !== 'number') return value;
    const old = value < 0 ? ~value : value;
    const place = places.get(old) ?? arcs.push(contours.arcs[old]) - 1;
    places.set(old, place);
    return value < 0 ? ~place : place;
  };
  const inside = geometries.filter(({ properties }) => departementOf(properties?.code ?? '') === departement);
  return {
    type: 'Topology',
    transform: contours.transform,
    objects: {
      communes: {
        type: 'GeometryCollection',
        geometries: inside.map((geometry) => ({
          type: geometry.type,
          properties: { code: geometry.properties?.code, name: geometry.properties?.nom },
          arcs: 'arcs' in geometry ? renumber(geometry.arcs) : [],
        })),
      },
    },
    arcs,
  };
}

const departementOf = (code: string) => (code.startsWith('97') ? code.slice(0, 3) : code.slice(0, 2));

/** Renamed before 2018, and still said: no source here tells it. */
const renamed: Readonly<Record<string, string>> = { '51108': 'Châlons-sur-Marne' };

/**
 * Names that a commune no longer has: of communes that it absorbed, by the official list and by the contours of 2018, and
 * its own of before.
 */
function formerNames(): ReadonlyMap<string, readonly string[]> {
  const official: readonly OfficialCommune[] = JSON.parse(
    readFileSync(fileURLToPath(import.meta.resolve('@etalab/decoupage-administratif/data/communes.json')), 'utf8'),
  );
  const successors = new Map(
    official.flatMap(({ code, anciensCodes = [] }) => anciensCodes.map((former) => [former, code] as const)),
  );
  const today = new Map(communes.map(({ c, n }) => [c, n]));
  const known = [
    ...official.flatMap(({ nom, chefLieu }) => (chefLieu === undefined ? [] : [{ code: chefLieu, name: nom }])),
    ...geometries.flatMap(({ properties }) => {
      const { code = '', nom = '' } = properties ?? {};
      return { code: today.has(code) ? code : (successors.get(code) ?? ''), name: nom };
    }),
    ...Object.entries(renamed).map(([code, name]) => ({ code, name })),
  ];
  // The contours leave articles out.
  const keyOf = (name: string) => withoutArticle(communeKey(name));
  const names = new Map<string, Map<string, string>>();
  for (const { code, name } of known) {
    const nameToday = today.get(code);
    if (nameToday === undefined || keyOf(nameToday) === keyOf(name)) continue;
    const ofCommune = names.get(code) ?? new Map<string, string>();
    if (!ofCommune.has(keyOf(name))) ofCommune.set(keyOf(name), name);
    names.set(code, ofCommune);
  }
  return new Map([...names].map(([code, ofCommune]) => [code, [...ofCommune.values()].sort()]));
}

const extent = extents();
const former = formerNames();
write(
  'communes.json.gz',
  communes.map(({ c, n, cp, d, p, ll }) => [
    c,
    n,
    cp,
    d,
    p ?? 0,
    ll?.[0] ?? null,
    ll?.[1] ?? null,
    extent.get(c) ?? 0,
    former.get(c) ?? [],
  ]),
);
write('departements.topo.json.gz', {
  ...outlines,
  objects: {
    departements: {
      type: 'GeometryCollection',
      geometries: Object.values(outlines.objects)
        .flatMap((object) => object.geometries)
        .map(({ properties, ...geometry }) => ({ ...geometry, properties: { code: properties?.code, name: properties?.nom } })),
    },
  },
});
mkdirSync(join(here, 'contours'), { recursive: true });
for (const code of new Set(geometries.map(({ properties }) => departementOf(properties?.code ?? '')))) {
  write(join('contours', `${code}.topo.json.gz`), split(code));
}
