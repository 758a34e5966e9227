import { Graph, layout } from '@dagrejs/dagre';
import { present } from '#src/kernel';
import { type Box, boxAround, middleOf, type Point, type Size } from './boxes.ts';
import type { DrawnScript } from './drawn-script.ts';
import { cornersOf, type Route } from './tracks.ts';
import { type Wire, wiresOf } from './wires.ts';

/** A wire with its place. */
export type Track = Wire & {
  /** The corners of its line, from the one box to the other. */
  readonly points: readonly Point[];
  /** Where its words stand; `null` where the node leads nowhere else. */
  readonly label: Box | null;
};

/** The end of a way that leads to no node. */
export type Stop = { readonly id: string; readonly target: string | null; readonly box: Box };

export type GraphLayout = Size & {
  /** By id, row by row, from left to right. */
  readonly nodes: ReadonlyMap<string, Box>;
  readonly stops: readonly Stop[];
  readonly tracks: readonly Track[];
};

const nodeSize: Size = { width: 212, height: 66 };
/** As high as a node, so that no line between rows comes beside one. */
const stopSize: Size = { width: 132, height: nodeSize.height };
/** Whatever the words are, so that a layout stays while only words change. */
const labelSizes: Readonly<Record<'words' | 'count', Size>> = {
  words: { width: 128, height: 34 },
  count: { width: 84, height: 20 },
};
const gaps = { nodesep: 28, edgesep: 16, ranksep: 56, marginx: 28, marginy: 28 };

/** What a layout depends on: scripts that differ in their words only have the same. */
export function shapeOf({ start, nodes }: DrawnScript): string {
  const ways = nodes.map(({ id, exits }) => [id, exits.map(({ target }) => target)]);
  return JSON.stringify([start, ways]);
}

/** Puts every node below those that lead to it, as far as the script has no circle. */
export function layoutOf(script: DrawnScript): GraphLayout {
  const wires = wiresOf(script);
  const ids = idsFromStart(script);
  const broken = wires.filter(({ to }) => !ids.includes(to));
  const graph = laidOut(ids, broken, wires);

  const boxOf = (id: string, size: Size) => boxAround(placeOf(graph.node(id)), size);
  const nodes = new Map(ids.map((id) => [id, boxOf(id, nodeSize)]));
  const stops = broken.map(({ to, target }) => ({ id: to, target, box: boxOf(to, stopSize) }));
  const ends = new Map([...nodes, ...stops.map(({ id, box }) => [id, box] as const)]);
  const labels = wires.map((wire) => labelOf(wire, graph.edge(wire.from, wire.to)));
  const rows = rowsOf([...labels, ...nodes.values()]);
  const routes = wires.map((wire) => ({
    wire,
    from: present(ends.get(wire.from), 'every wire leaves a node'),
    to: present(ends.get(wire.to), 'every wire comes to a node or an end of its own'),
    passing: passingOf(graph.edge(wire.from, wire.to)?.points ?? [], rows),
  }));
  const corners = cornersOf(routes);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width,
    height,
    nodes: new Map([...nodes].toSorted(([, one], [, other]) => one.y - other.y || one.x - other.x)),
    stops,
    tracks: wires.map((wire, index) => ({
      ...wire,
      points: corners[index] ?? [],
      label: labels[index] ?? null,
    })),
  };
}

type Middle = { readonly x?: number | undefined; readonly y?: number | undefined };
type LaidOutWire = Middle & { readonly labelpos: 'c'; readonly points?: readonly Point[] };

/** The one place that knows the library: it writes the places into what it is given. */
function laidOut(ids: readonly string[], broken: readonly Wire[], wires: readonly Wire[]) {
  const graph = new Graph<typeof gaps & Partial<Size>, Size & Middle, LaidOutWire>();
  graph.setGraph({ ...gaps });
  for (const id of ids) graph.setNode(id, { ...nodeSize });
  for (const { to } of broken) graph.setNode(to, { ...stopSize });
  for (const wire of wires) {
    // A node that leads to itself is drawn beside it: it needs no place between the rows.
    if (wire.from === wire.to) continue;
    graph.setEdge(wire.from, wire.to, { ...labelSize(wire), labelpos: 'c' });
  }
  layout(graph);
  return graph;
}

/** What is set first stands first in its row. */
function idsFromStart({ start, nodes }: DrawnScript): readonly string[] {
  const ids = nodes.map(({ id }) => id);
  return ids.includes(start) ? [start, ...ids.filter((id) => id !== start)] : ids;
}

function labelSize({ isAlone, exits }: Wire): Size | null {
  if (isAlone) return null;
  return exits.length > 2 ? labelSizes.count : labelSizes.words;
}

function labelOf(wire: Wire, middle: Middle | undefined): Box | null {
  const size = labelSize(wire);
  return size === null || middle === undefined ? null : boxAround(placeOf(middle), size);
}

/** In whole pixels: lines that should lie on one another do. */
function placeOf({ x, y }: Middle): Point {
  return {
    x: Math.round(present(x, 'the layout gives everything its place')),
    y: Math.round(present(y, 'the layout gives everything its place')),
  };
}

/** Half the height of each row that holds something, by its middle. */
function rowsOf(boxes: readonly (Box | null)[]): ReadonlyMap<number, number> {
  const rows = new Map<number, number>();
  for (const box of boxes) {
    if (box === null) continue;
    const { y } = middleOf(box);
    rows.set(y, Math.max(box.height / 2, rows.get(y) ?? 0));
  }
  return rows;
}

/** The places kept in the rows between two nodes: the first and the last point are on their own edges. */
function passingOf(points: readonly Point[], rows: ReadonlyMap<number, number>): Route['passing'] {
  return points.slice(1, -1).flatMap((point) => {
    const place = placeOf(point);
    const half = rows.get(place.y);
    return half === undefined ? [] : [{ ...place, half }];
  });
}
