import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashOf } from '#src/kernel';
import {
  checkVersion,
  neededVersion,
  parseScript,
  type ScriptChange,
  type ScriptDocument,
  scriptDifference,
} from '#src/script';
import { arbitraryScript, scriptPair } from '../support/arbitrary-script.ts';

const script = arbitraryScript();

const pair = scriptPair();

const sameNumber = (document: ScriptDocument) => hashOf({ ...document, version: '1.0.0' });

test('the scripts made for these tests are of sound shape', () => {
  fc.assert(
    fc.property(script, (document) => {
      expect(parseScript(document)).toMatchObject({ ok: true });
    }),
    { numRuns: 50 },
  );
});

test('SC-43 nothing is listed exactly where two versions hash the same', () => {
  fc.assert(
    fc.property(fc.oneof(pair, fc.tuple(script, script)), ([before, after]) => {
      const isSame = sameNumber(before) === sameNumber(after);
      expect(scriptDifference(before, after).length === 0).toBe(isSame);
    }),
    { numRuns: 500 },
  );
});

test('SC-43 the order of keys, and a number alone, are no change', () => {
  fc.assert(
    fc.property(script, (document) => {
      const backwards = Object.fromEntries(Object.entries(document.nodes).reverse());
      expect(
        scriptDifference(document, { ...document, nodes: backwards, version: '9.0.0' }),
      ).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

/**
 * What a change says whichever side it is read from: where, and what. (What moved among others can be told in more ways
 * than one: only how often.)
 */
function essence(change: ScriptChange): unknown {
  if (change.change === 'sub-script-changed') return [change.script, essences(change.changes)];
  const name = change.change.replace(/-(added|removed)$/, '');
  const sides = 'before' in change && !name.endsWith('-moved') ? [change.before, change.after] : [];
  return [change.node, name, sides.map((side) => JSON.stringify(side)).sort()];
}

function essences(changes: readonly ScriptChange[]): readonly string[] {
  return changes.map((change) => JSON.stringify(essence(change))).sort();
}

test('SC-43 read from the other side, the same changes', () => {
  fc.assert(
    fc.property(pair, ([before, after]) => {
      expect(essences(scriptDifference(after, before))).toEqual(
        essences(scriptDifference(before, after)),
      );
    }),
    { numRuns: 300 },
  );
});

test('SC-44 the number that is needed is later where something changed, and is enough', () => {
  fc.assert(
    fc.property(pair, ([before, after]) => {
      const changes = scriptDifference(before, after);
      const version = neededVersion(before, changes);
      expect(version === before.version).toBe(changes.length === 0);
      if (before.id !== after.id) return;
      expect(checkVersion({ ...after, version }, before)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
