import fc from 'fast-check';
import { expect, test } from 'vitest';
import { present } from '#src/kernel';
import { checkScript } from '#src/script';
import {
  type EditedScript,
  nodeTypes,
  readEdited,
  withNode,
} from '../../renderer/features/scripts/edited/edited-script.ts';
import { exitsOf, retargeted } from '../../renderer/features/scripts/edited/exits.ts';
import { begun, changed, redone, undone } from '../../renderer/features/scripts/edited/history.ts';
import { withNewNode, withoutNode } from '../../renderer/features/scripts/edited/nodes.ts';
import {
  movedOption,
  withOption,
  withoutOption,
} from '../../renderer/features/scripts/edited/options.ts';
import { movedSection, withSection } from '../../renderer/features/scripts/edited/sections.ts';
import { skeleton } from '../../renderer/features/scripts/edited/skeleton.ts';
import { fr } from '../../renderer/i18n/fr.ts';
import { shippedModel } from '../support/distance-model.ts';

type Edit = (script: EditedScript) => EditedScript;

const { skeletonWords, firstWords } = fr.scripts;
const first = skeleton('essai', 'Essai', skeletonWords);
const at = <Item>(items: readonly Item[], place: number): Item | undefined =>
  items[place % Math.max(items.length, 1)];
const nodeAt = (script: EditedScript, place: number) => at(Object.keys(script.nodes), place) ?? '';

const place = fc.nat(40);
const words = fc.string({ maxLength: 30 });

/** What somebody may do in the form, at any moment. */
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ node: place, exit: place, type: fc.constantFrom(...nodeTypes), title: words }).map(
    ({ node, exit, type, title }): Edit =>
      (script) => {
        const id = nodeAt(script, node);
        const found = script.nodes[id];
        const path = found === undefined ? undefined : at(exitsOf(found), exit)?.path;
        const where = path === undefined ? null : { node: id, path };
        return withNewNode(script, { type, title, again: id }, where, firstWords).script;
      },
  ),
  place.map(
    (node): Edit =>
      (script) =>
        withoutNode(script, nodeAt(script, node)),
  ),
  fc.tuple(place, words).map(
    ([node, label]): Edit =>
      (script) =>
        withNode(script, nodeAt(script, node), (before) => withOption(before, label)),
  ),
  fc.tuple(place, place, fc.constantFrom(-1 as const, 1 as const)).map(
    ([node, option, by]): Edit =>
      (script) =>
        withNode(script, nodeAt(script, node), (before) => movedOption(before, option, by)),
  ),
  fc.tuple(place, place).map(
    ([node, option]): Edit =>
      (script) =>
        withNode(script, nodeAt(script, node), (before) => withoutOption(before, option)),
  ),
  fc.tuple(place, place, place).map(
    ([node, exit, target]): Edit =>
      (script) =>
        withNode(script, nodeAt(script, node), (before) => {
          const path = at(exitsOf(before), exit)?.path;
          return path === undefined ? before : retargeted(before, path, nodeAt(script, target));
        }),
  ),
  words.map(
    (title): Edit =>
      (script) =>
        withSection(script, title),
  ),
  place.map(
    (section): Edit =>
      (script) =>
        movedSection(script, section, 1),
  ),
);

const saved = (script: EditedScript): unknown => JSON.parse(JSON.stringify(script));

test('whatever is done in the form, what is saved can be read again and checked', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 25 }), (edits) => {
      const script = edits.reduce((before, one) => one(before), first);
      const read = present(readEdited(saved(script)), 'what the form makes is a script to edit');
      expect(saved(read)).toEqual(saved(script));
      for (const { node } of checkScript(saved(script), [shippedModel()])) {
        expect(node === null || node in script.nodes).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
});

test('no step that is removed is led to any more, and no other step goes', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 15 }), place, (edits, node) => {
      const script = edits.reduce((before, one) => one(before), first);
      const id = nodeAt(script, node);
      const without = withoutNode(script, id);
      const kept = Object.keys(script.nodes).filter((other) => other !== id);
      expect(Object.keys(without.nodes)).toEqual(kept);
      const targets = Object.values(without.nodes).flatMap((each) =>
        exitsOf(each).map(({ target }) => target),
      );
      expect([without.start, ...targets]).not.toContain(id);
    }),
    { numRuns: 150 },
  );
});

test('undoing as often as something was done gives the beginning, redoing gives the end', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 20 }), (edits) => {
      const end = edits.reduce(
        (history, one, index) => changed(history, one(history.present), `${index}`, 0),
        begun(first),
      );
      const back = edits.reduce((history) => undone(history), end);
      expect(back.present).toBe(first);
      expect(edits.reduce((history) => redone(history), back).present).toBe(end.present);
    }),
  );
});
