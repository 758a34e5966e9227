import { expect, test } from 'vitest';
import { readEdited } from '../../renderer/features/scripts/edited/edited-script.ts';
import { drawnScript } from '../../renderer/features/scripts/graph/drawn-script.ts';
import { layoutOf } from '../../renderer/features/scripts/graph/layout.ts';
import { type Move, moved } from '../../renderer/features/scripts/graph/moves.ts';
import { trackPath } from '../../renderer/features/scripts/graph/track-path.ts';
import { wayThrough } from '../../renderer/features/scripts/graph/way-through.ts';
import { fr } from '../../renderer/i18n/fr.ts';
import { shippedDocument } from '../support/shipped-script.ts';

const general = drawnScript(shippedDocument(), fr);
const layout = layoutOf(general);

/** A script of which only what the graph shows is written. */
function drawn(nodes: Readonly<Record<string, object>>) {
  const script = readEdited({ id: 'some', start: 'first', sections: [], nodes });
  if (script === null) throw new Error('It has the form of a script.');
  return drawnScript(script, fr);
}

function labels(script: ReturnType<typeof drawn>, id: string) {
  return script.nodes.find((node) => node.id === id)?.exits.map(({ label }) => label);
}

test('an answer leads out by its words, and one not chosen yet nowhere', () => {
  const script = drawn({
    first: {
      type: 'choice',
      title: 'Premier',
      options: [
        { id: 'yes', label: 'Oui', next: 'first' },
        { id: 'nsp', label: 'Ne sait pas' },
      ],
    },
  });
  expect(script.nodes[0]?.exits).toEqual([
    { label: 'Oui', target: 'first' },
    { label: 'Ne sait pas', target: null },
  ]);
});

test('a decision is called by what it looks at, and its cases say the rest', () => {
  const consent = general.nodes.find(({ id }) => id === 'consent-given');
  expect(consent?.title).toBe('selon l’accord de la personne');
  expect(labels(general, 'consent-given')).toEqual(['Oui, d’accord', 'sinon']);
});

test('a case of a decision on two things says which it means', () => {
  const option = (id: string, label: string) => ({ id, label, next: 'turn' });
  const script = drawn({
    first: { type: 'choices', title: 'Souhaits', options: [option('near', 'Près')], next: 'age' },
    age: { type: 'number', title: 'Âge', options: [], next: 'turn' },
    turn: {
      type: 'decision',
      cases: [
        {
          when: {
            predicate: 'all',
            of: [
              { predicate: 'is', question: 'first', option: 'near' },
              {
                predicate: 'not',
                of: { predicate: 'compare', question: 'age', op: 'gt', value: 70 },
              },
            ],
          },
          next: 'first',
        },
        { when: { predicate: 'count', question: 'first', atLeast: 2 }, next: 'first' },
      ],
    },
  });
  expect(labels(script, 'turn')).toEqual([
    'Souhaits\u00a0: Près et (pas (Âge\u00a0: plus de 70))',
    'Souhaits\u00a0: 2 réponses ou plus',
    'sinon',
  ]);
});

test('the arrows follow the script that ships: down the first answer, up the way one came', () => {
  const path = (...moves: readonly Move[]) =>
    moves.reduce((here, move) => moved(move, here, general, layout), 'consent');
  expect(path('onward')).toBe('need');
  expect(path('onward', 'onward')).toBe('theme-administrative');
  expect(path('onward', 'back')).not.toBe('need');
  expect(path('start')).toBe('greeting');
  expect(moved('back', 'need', general, layout, 'consent')).toBe('consent');
  expect(moved('back', 'greeting', general, layout)).toBe('greeting');
  expect(moved('onward', 'end-solved', general, layout)).toBe('end-solved');
});

test('every node of the script that ships stands below one that leads to it', () => {
  const top = (id: string) => layout.nodes.get(id)?.y ?? Number.NaN;
  for (const { from, to } of layout.tracks) expect(top(from)).toBeLessThan(top(to));
  expect(layout.stops).toEqual([]);
});

test('a way to a node that is not there ends in a stop of its own', () => {
  const { stops, tracks } = layoutOf(
    drawn({ first: { type: 'instruction', title: 'Bonjour', label: 'Suite', next: 'gone' } }),
  );
  expect(stops.map(({ target }) => target)).toEqual(['gone']);
  expect(tracks.map(({ to }) => to)).toEqual(stops.map(({ id }) => id));
});

test('between two questions the way passes what is decided without a word', () => {
  expect(wayThrough(general, ['need', 'theme-work', 'distance-intro'])).toEqual([
    'need',
    'theme-work',
    'consent-given',
    'distance-intro',
  ]);
  expect(wayThrough(general, ['greeting'])).toEqual(['greeting']);
});

test('a line turns in rounded corners, smaller ones where there is no room', () => {
  const path = trackPath([
    { x: 0, y: 0 },
    { x: 0, y: 30 },
    { x: 10, y: 30 },
    { x: 10, y: 60 },
  ]);
  expect(path).toBe('M0,0L0,25Q0,30 5,30L5,30Q10,30 10,35L10,60');
});
