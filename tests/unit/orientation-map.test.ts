import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Contours, departementsAround, readContours } from '../../renderer/map/contours.ts';
import { fanOut } from '../../renderer/map/fan-out.ts';
import { placeAt } from '../../renderer/map/place-at.ts';
import { placeLabels } from '../../renderer/map/place-labels.ts';

const pixel = fc.integer({ min: 0, max: 400 });
const point = fc.record({ x: pixel, y: pixel });

describe('pins that fan out', () => {
  it('never lie on each other, however many venues share an address', () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 30 }), (points) => {
        const places = fanOut(points, 26);
        expect(places).toHaveLength(points.length);
        for (const [index, one] of places.entries()) {
          for (const other of places.slice(index + 1)) {
            expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(26);
          }
        }
      }),
    );
  });

  it('stay where they are while there is room, the best venue first', () => {
    expect(
      fanOut(
        [
          { x: 0, y: 0 },
          { x: 100, y: 0 },
        ],
        26,
      ),
    ).toEqual([
      { x: 0, y: 0 },
      { x: 100, y: 0 },
    ]);
    expect(
      fanOut(
        [
          { x: 5, y: 5 },
          { x: 5, y: 5 },
        ],
        26,
      )[0],
    ).toEqual({ x: 5, y: 5 });
  });
});

describe('names on the map', () => {
  it('give way to pins and to the names that come before', () => {
    const mende = { name: 'Mende', at: { x: 100, y: 100 } };
    const near = { name: 'Badaroux', at: { x: 110, y: 104 } };
    const far = { name: 'Florac', at: { x: 100, y: 300 } };
    expect(placeLabels([mende, near, far], [])).toEqual([mende, far]);
    expect(placeLabels([mende, near, far], [{ x: 100, y: 100 }])).toEqual([far]);
  });
});

describe('contours', () => {
  it('are not drawn where the file is not understood', () => {
    expect(readContours({ type: 'Topology', objects: { communes: {} }, arcs: [] })).toBeNull();
    expect(readContours('<html>')).toBeNull();
  });

  it('are read with the code and the name of each place', () => {
    const contours = readContours(square);
    expect(contours?.features.map(({ properties }) => properties)).toEqual([
      { code: '48', name: 'Lozère' },
    ]);
  });

  it('are fetched for the départements within reach alone', () => {
    const contours: Contours = readContours(square) ?? { type: 'FeatureCollection', features: [] };
    // The square ends on the fourth meridian: a tenth of a degree farther is some eight kilometres.
    const outside = { latitude: 44.5, longitude: 4.1 };
    expect(departementsAround(contours, outside, 30)).toEqual(['48']);
    expect(departementsAround(contours, outside, 5)).toEqual([]);
  });
});

describe('a point of the map', () => {
  const contours: Contours = {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { code: 'A', name: 'Around' },
        geometry: { type: 'Polygon', coordinates: [box(0, 10), box(4, 6)] },
      },
      {
        type: 'Feature',
        properties: { code: 'B', name: 'Within' },
        geometry: { type: 'MultiPolygon', coordinates: [[box(4, 6)], [box(20, 21)]] },
      },
    ],
  };
  const at = (latitude: number, longitude: number) =>
    placeAt(contours, { latitude, longitude })?.name ?? null;

  it('lies in the one place whose contour is around it, holes and islands considered', () => {
    expect(at(2, 2)).toBe('Around');
    expect(at(5, 5)).toBe('Within');
    expect(at(20.5, 20.5)).toBe('Within');
    expect(at(15, 15)).toBeNull();
  });

  it('lies in a square exactly where its coordinates are between the sides', () => {
    const inside = (figure: number) => figure > 0 && figure < 10;
    const inHole = (figure: number) => figure > 4 && figure < 6;
    const degree = fc.double({ min: -5, max: 15, noNaN: true });
    fc.assert(
      fc.property(degree, degree, (latitude, longitude) => {
        fc.pre([latitude, longitude].every((figure) => ![0, 4, 6, 10].includes(figure)));
        const isAround =
          inside(latitude) && inside(longitude) && !(inHole(latitude) && inHole(longitude));
        expect(at(latitude, longitude) === 'Around').toBe(isAround);
      }),
    );
  });
});

function box(from: number, to: number): [number, number][] {
  return [
    [from, from],
    [to, from],
    [to, to],
    [from, to],
    [from, from],
  ];
}

const square = {
  type: 'Topology',
  arcs: [
    [
      [3, 44],
      [4, 44],
      [4, 45],
      [3, 45],
      [3, 44],
    ],
  ],
  objects: {
    departements: {
      type: 'GeometryCollection',
      geometries: [{ type: 'Polygon', arcs: [[0]], properties: { code: '48', name: 'Lozère' } }],
    },
  },
};
