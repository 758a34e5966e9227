import { describe, expect, test } from 'vitest';
import type { QualityGroup } from '#src/venues';
import { fieldWords } from '../../renderer/features/venue-data/field-words.ts';
import {
  allShortfalls,
  fieldWord,
  messageToProducer,
  reasonWords,
  shortfallWords,
} from '../../renderer/features/venue-data/group-words.ts';
import {
  filterRows,
  findingsPath,
  reportRow,
  sortRows,
  totals,
} from '../../renderer/features/venue-data/report-rows.ts';
import { formatFor } from '../../renderer/i18n/format.ts';
import { fr } from '../../renderer/i18n/fr.ts';

const words = fr.venueData.quality;
const format = formatFor('fr-FR');

function someGroup(part: Partial<QualityGroup>): QualityGroup {
  return {
    source: 'Hinaura',
    departement: '48',
    counts: { read: 10, accepted: 9, rejected: 1, repaired: 4, flagged: 2, duplicates: 1 },
    withoutPosition: 0,
    doubtfulPosition: 0,
    withoutHours: 0,
    hoursNotUnderstood: 0,
    withoutContact: 0,
    stale: 0,
    problems: [],
    ...part,
  };
}

describe('the table of quality', () => {
  const hinaura = reportRow(someGroup({ withoutHours: 2, hoursNotUnderstood: 1 }));
  const etapes = reportRow(someGroup({ source: 'Étapes', departement: '2A', stale: 5 }));
  const unknown = reportRow(someGroup({ source: null, departement: null, withoutPosition: 7 }));
  const rows = [unknown, hinaura, etapes];

  test('counts hours that lack with hours that are not understood', () => {
    expect(hinaura.figures.hours).toBe(3);
  });

  test('finds a producer without its accents, and a département by number or name', () => {
    expect(filterRows(rows, { source: 'etap', departement: '' })).toEqual([etapes]);
    expect(filterRows(rows, { source: '', departement: '48' })).toEqual([hinaura]);
    expect(filterRows(rows, { source: '', departement: 'lozere' })).toEqual([hinaura]);
    expect(filterRows(rows, { source: '', departement: '' })).toEqual(rows);
  });

  test('sorts both ways, equal lines by producer, the nameless last', () => {
    const byName = sortRows(rows, { column: 'source', isDescending: false });
    expect(byName).toEqual([etapes, hinaura, unknown]);
    const byPosition = sortRows(rows, { column: 'position', isDescending: true });
    expect(byPosition).toEqual([unknown, etapes, hinaura]);
  });

  test('adds up to the lines shown', () => {
    expect(totals(rows)).toMatchObject({ read: 30, rejected: 3, hours: 3, position: 7, stale: 5 });
    expect(totals([])).toMatchObject({ read: 0 });
  });

  test('asks for the findings of what has no name by empty names', () => {
    expect(findingsPath('set', etapes.group)).toBe(
      '/api/venue-data/set/findings.csv?source=%C3%89tapes&departement=2A',
    );
    expect(findingsPath('set', unknown.group)).toBe(
      '/api/venue-data/set/findings.csv?source=&departement=',
    );
  });
});

describe('what is said to a producer', () => {
  test('is what lacks, most frequent first, and nothing of what is well', () => {
    const group = someGroup({ withoutHours: 1143, doubtfulPosition: 1, stale: 12 });
    expect(shortfallWords(group, words, format)).toEqual([
      '1\u202f143 fiches sans horaires',
      '12 fiches sans date, ou de plus de douze mois',
      '1 position douteuse',
    ]);
    expect(shortfallWords(someGroup({}), words, format)).toEqual([]);
  });

  test('adds up what all producers lack', () => {
    const groups = [someGroup({ withoutHours: 2, stale: 1 }), someGroup({ withoutHours: 3 })];
    expect(allShortfalls(groups)).toMatchObject({ withoutHours: 5, stale: 1, withoutPosition: 0 });
  });

  test('names the field and what was found in it, also where the hub knows more than this desk', () => {
    const phone = {
      kind: 'repaired',
      field: 'telephone',
      reason: 'phone-format',
      count: 3,
    } as const;
    expect(fieldWord(phone, words)).toBe('Téléphone');
    expect(reasonWords(phone, words)).toMatch(/indicatif/);
    const newer = { kind: 'flagged', field: 'altitude', reason: 'too-high', count: 1 } as const;
    expect(fieldWord(newer, words)).toBe('altitude');
    expect(reasonWords(newer, words)).toMatch(/too-high/);
    expect(fieldWord({ ...newer, field: null }, words)).toBe('La fiche entière');
  });

  test('can be sent as a message', () => {
    const group = someGroup({
      withoutHours: 2,
      problems: [{ kind: 'flagged', field: 'pivot', reason: 'wrong-checksum', count: 2 }],
    });
    expect(messageToProducer(group, 'Fiches de Hinaura', words, format)).toBe(
      [
        'Fiches de Hinaura',
        '',
        '- 2 fiches sans horaires',
        '',
        'À corriger\u00a0: valeurs douteuses',
        '- SIRET ou RNA (2) : La clé du SIRET est fausse\u00a0: un chiffre a été mal recopié.',
      ].join('\n'),
    );
  });
});

test('changed fields are named once each, and those without a word as one other', () => {
  const changed = ['phone', 'hoursText', 'secret', 'other'];
  const { changedFields, otherField } = fr.venueData;
  expect(fieldWords(changed, changedFields, otherField)).toEqual([
    'téléphone',
    'horaires',
    'autre information',
  ]);
});
