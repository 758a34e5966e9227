import { describe, expect, it } from 'vitest';
import { type RowReading, readVenueRow, standardCells, standardHeader } from '#src/venues';
import { fewCommunesGazetteer, soundRow } from '../support/venues.ts';

const newColumns = [
  ...['courriels', 'publics_specifiquement_adresses', 'prise_en_charge_specifique'],
  ...['frais_a_charge', 'dispositif_programmes_nationaux', 'formations_labels'],
  ...['autres_formations_labels', 'fiche_acces_libre', 'itinerance', 'modalites_acces'],
];
/** A sound row of version 0: the columns of then, without those that came with version 1. */
const formerRow: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(soundRow).filter(([column]) => !newColumns.includes(column)),
  ),
  cle_ban: '48095_0001',
  courriel: '',
  publics_accueillis: '',
  conditions_acces: '',
  labels_nationaux: '',
  labels_autres: '',
  accessibilite: '',
};

function read(cells: Readonly<Record<string, string>>): RowReading {
  const context = { gazetteer: fewCommunesGazetteer, today: '2026-03-01' };
  const reading = readVenueRow({ ...formerRow, ...cells }, context);
  if (!reading.ok) throw new Error(JSON.stringify(reading.error));
  return reading.value;
}

describe('VE-17 a row of version 0', () => {
  it('is read without a finding where its values are those of today', () => {
    expect(read({})).toMatchObject({ repairs: [], flags: [] });
  });

  it.each([
    ['courriel', 'a@lieu.example', { emails: ['a@lieu.example'] }],
    [
      'accessibilite',
      'https://acceslibre.example/a',
      { accessibilityUrl: 'https://acceslibre.example/a' },
    ],
    ['labels_autres', 'SudLabs;Nièvre', { otherLabels: ['SudLabs', 'Nièvre'] }],
    [
      'conditions_acces',
      "Payant : L'accès au lieu et/ou à ses services est payant;Adhésion : il faut adhérer",
      { fees: ['paid'] },
    ],
    ['conditions_acces', 'Gratuit : Je peux accéder gratuitement au lieu', { fees: ['free'] }],
    [
      'publics_accueillis',
      "Seniors (+ 65 ans);Jeunes (16-26 ans);Familles/enfants;Uniquement femmes;Surdité;Déficience visuelle;Handicaps mentaux : déficiences limitant les activités d'une personne;Personnes en situation d'illettrisme",
      {
        publics: ['seniors', 'young-people', 'families', 'women'],
        specialCare: ['deafness', 'visual-impairment', 'mental-disability', 'illiteracy'],
      },
    ],
    [
      'labels_nationaux',
      'France Services;CNFS;Aidants Connect;Fabriques de Territoire;Grandes écoles du numérique;Point numérique CAF',
      {
        programmes: [
          ...['France Services', 'Conseillers numériques', 'Aidants Connect'],
          ...['Grande école du numérique', "Point d'accès numérique CAF"],
        ],
        labels: ['Fabriques de Territoire'],
      },
    ],
    [
      'modalites_accompagnement',
      "Seul : j'ai accès à du matériel et une connexion;Avec de l'aide : je suis accompagné seul dans l'usage du numérique;Dans un atelier : j'apprends collectivement à utiliser le numérique",
      { supportModes: ['on-your-own', 'individual', 'workshop'] },
    ],
    [
      'services',
      'Accéder à du matériel;Accéder à une connexion internet;S’équiper en matériel informatique',
      {
        services: [
          'Accès internet et matériel informatique',
          'Acquisition de matériel informatique à prix solidaire',
        ],
      },
    ],
  ])('%s: %s', (column, cell, venue) => {
    const reading = read({ [column]: cell });
    expect(reading.venue).toMatchObject(venue);
    expect(reading.flags).toEqual([]);
    for (const repair of reading.repairs) expect(repair.from).toBe(cell);
  });

  it.each([
    ['publics_accueillis', 'publics_specifiquement_adresses', 'Adultes'],
    ['publics_accueillis', 'prise_en_charge_specifique', 'Public langues étrangères'],
    ['publics_accueillis', 'prise_en_charge_specifique', 'Handicaps psychiques : troubles'],
    ['conditions_acces', 'frais_a_charge', 'Accepte le Pass numérique : un pass'],
    ['labels_nationaux', 'dispositif_programmes_nationaux', 'APTIC'],
    ['labels_nationaux', 'dispositif_programmes_nationaux', 'Point relais CAF'],
    ['modalites_accompagnement', 'modalites_accompagnement', 'A ma place : une personne habilitée'],
    ['services', 'services', 'Créer et développer mon entreprise'],
  ])('%s: keeps what has no one successor in %s, and says so: %s', (column, field, value) => {
    const { cells, flags } = read({ [column]: value });
    expect(flags).toEqual([{ field, reason: 'no-successor', value }]);
    expect(cells[field]).toBe(value);
  });

  it('says each column that moved, with the cell it came from', () => {
    const from = 'Surdité;Seniors (+ 65 ans)';
    expect(read({ publics_accueillis: from }).repairs).toEqual([
      ...['former-name', 'former-column'].map((reason) => ({
        ...{ field: 'publics_specifiquement_adresses', reason, from, to: 'Seniors' },
      })),
      ...[{ field: 'prise_en_charge_specifique', reason: 'former-column', from, to: 'Surdité' }],
    ]);
  });

  it('is written in the columns of version 1; a column without successor is kept', () => {
    const header = standardHeader(Object.keys(formerRow));
    expect(header.slice(32)).toEqual(['cle_ban']);
    const { cells } = read({ conditions_acces: 'Adhésion' });
    const written = Object.fromEntries(
      standardCells(cells, header).map((cell, place) => [header[place], cell]),
    );
    expect(written).toMatchObject({ frais_a_charge: 'Payant', cle_ban: '48095_0001' });
  });

  it('gives way to the columns of version 1 where the row has both', () => {
    const { venue, cells } = read({ frais_a_charge: 'Gratuit', conditions_acces: 'Payant' });
    expect(venue.fees).toEqual(['free']);
    expect(cells).toMatchObject({ frais_a_charge: 'Gratuit', conditions_acces: 'Payant' });
  });
});
