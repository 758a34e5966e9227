import fc from 'fast-check';
import { expect, test } from 'vitest';
import { present } from '#src/kernel';
import type { Box, Point } from '../../renderer/features/scripts/graph/boxes.ts';
import type { DrawnScript } from '../../renderer/features/scripts/graph/drawn-script.ts';
import { layoutOf, shapeOf } from '../../renderer/features/scripts/graph/layout.ts';
import { moved } from '../../renderer/features/scripts/graph/moves.ts';

/** Scripts as they are while somebody writes them: circles, nodes that nothing leads to, ways that lead nowhere. */
const drawnScripts: fc.Arbitrary<DrawnScript> = fc.integer({ min: 1, max: 16 }).chain((count) => {
  const target = fc.oneof(
    { weight: 12, arbitrary: fc.nat(count - 1).map((index) => `n${index}`) },
    { weight: 1, arbitrary: fc.constantFrom('gone', null) },
  );
  const exits = fc.array(fc.record({ label: fc.string(), target }), { maxLength: 5 });
  return fc.array(exits, { minLength: count, maxLength: count }).map((all) => ({
    start: 'n0',
    nodes: all.map((own, index) => ({
      id: `n${index}`,
      title: `Étape ${index}`,
      kind: 'choice' as const,
      exits: own,
    })),
  }));
});

test('every node, end and label has a place, and no two overlap', () => {
  fc.assert(
    fc.property(drawnScripts, (script) => {
      const { nodes, stops, tracks } = layoutOf(script);
      expect([...nodes.keys()].toSorted()).toEqual(script.nodes.map(({ id }) => id).toSorted());
      const boxes = [
        ...nodes.values(),
        ...stops.map(({ box }) => box),
        ...tracks.flatMap(({ label }) => label ?? []),
      ];
      const overlapping = boxes.flatMap((one, index) =>
        boxes.slice(index + 1).flatMap((other) => (overlap(one, other) ? [[one, other]] : [])),
      );
      expect(overlapping).toEqual([]);
    }),
    { numRuns: 20 },
  );
});

test('a line goes level or upright from its node to where it leads, and through no other', () => {
  fc.assert(
    fc.property(drawnScripts, (script) => {
      const { nodes, stops, tracks } = layoutOf(script);
      const boxes = new Map([...nodes, ...stops.map(({ id, box }) => [id, box] as const)]);
      for (const { from, to, points } of tracks) {
        const [first, last] = [present(points[0], 'it begins'), present(points.at(-1), 'it ends')];
        expect(isOnEdge(present(boxes.get(from), 'placed'), first)).toBe(true);
        expect(isOnEdge(present(boxes.get(to), 'placed'), last)).toBe(true);
        for (const piece of piecesOf(points)) {
          expect(piece.width === 0 || piece.height === 0).toBe(true);
          const crossed = [...boxes].filter(([, box]) => overlap(box, piece)).map(([id]) => id);
          expect(crossed).toEqual([]);
        }
      }
    }),
    { numRuns: 20 },
  );
});

test('lines lie on one another only where they leave one node or go to one', () => {
  fc.assert(
    fc.property(drawnScripts, (script) => {
      const level = layoutOf(script).tracks.flatMap(({ from, to, points }) =>
        piecesOf(points).flatMap((piece) => (piece.width > 0 ? [{ from, to, piece }] : [])),
      );
      const mixed = level.flatMap((one, index) =>
        level
          .slice(index + 1)
          .filter(
            (other) =>
              one.from !== other.from &&
              one.to !== other.to &&
              one.piece.y === other.piece.y &&
              overlap(thick(one.piece), thick(other.piece)),
          ),
      );
      expect(mixed).toEqual([]);
    }),
    { numRuns: 20 },
  );
});

test('every way out is drawn once, with the exits that take it', () => {
  fc.assert(
    fc.property(drawnScripts, (script) => {
      const drawn = layoutOf(script).tracks.flatMap(({ from, target, exits }) =>
        exits.map((exit) => ({ from, exit, target })),
      );
      const written = script.nodes.flatMap(({ id, exits }) =>
        exits.map(({ target }, exit) => ({ from: id, exit, target })),
      );
      const inOrder = (ways: typeof written) =>
        ways.toSorted((one, other) => one.from.localeCompare(other.from) || one.exit - other.exit);
      expect(inOrder(drawn)).toEqual(inOrder(written));
    }),
    { numRuns: 20 },
  );
});

test('words change nothing of the layout', () => {
  fc.assert(
    fc.property(drawnScripts, fc.string(), (script, words) => {
      const reworded = {
        ...script,
        nodes: script.nodes.map((node) => ({
          ...node,
          title: words,
          exits: node.exits.map((exit) => ({ ...exit, label: words })),
        })),
      };
      expect(shapeOf(reworded)).toBe(shapeOf(script));
      expect(layoutOf(reworded)).toEqual(layoutOf(script));
    }),
    { numRuns: 20 },
  );
});

test('the arrow to the right reads all nodes from the first, the one to the left all back again', () => {
  fc.assert(
    fc.property(drawnScripts, (script) => {
      const layout = layoutOf(script);
      const ids = [...layout.nodes.keys()];
      const read = (move: 'left' | 'right', from: string) => {
        const seen = [from];
        while (seen.length < ids.length)
          seen.push(moved(move, seen.at(-1) ?? from, script, layout));
        return seen;
      };
      expect(read('right', present(ids[0], 'a script has a node'))).toEqual(ids);
      expect(read('left', present(ids.at(-1), 'a script has a node'))).toEqual(ids.toReversed());
    }),
    { numRuns: 20 },
  );
});

test('onward goes where an exit leads, and back from there to where one was', () => {
  fc.assert(
    fc.property(drawnScripts, (script) => {
      const layout = layoutOf(script);
      for (const { id, exits } of script.nodes) {
        const next = moved('onward', id, script, layout);
        if (next === id) continue;
        expect(exits.map(({ target }) => target)).toContain(next);
        expect(moved('back', next, script, layout, id)).toBe(id);
      }
    }),
    { numRuns: 20 },
  );
});

/** Whether they share more than an edge. */
function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

function thick(line: Box): Box {
  return { ...line, height: 1 };
}

function isOnEdge({ x, y, width, height }: Box, point: Point): boolean {
  const isAcross = point.x >= x && point.x <= x + width;
  const isAlong = point.y >= y && point.y <= y + height;
  const isOnSide = point.x === x || point.x === x + width;
  const isOnEnd = point.y === y || point.y === y + height;
  return isAcross && isAlong && (isOnSide || isOnEnd);
}

function piecesOf(points: readonly Point[]): readonly Box[] {
  return points.slice(1).map((to, index) => {
    const from = present(points[index], 'there is one before');
    return {
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      width: Math.abs(to.x - from.x),
      height: Math.abs(to.y - from.y),
    };
  });
}
