import { describe, expect, it } from 'vitest';
import { buildGazetteer, type Commune, communeKey } from '#src/geography';
import { shippedGazetteer } from '../support/shipped-gazetteer.ts';

describe('communeKey', () => {
  it.each([
    ["L'Haÿ-les-Roses", 'l hay les roses'],
    ['STE ANNE', 'sainte anne'],
    ['St-Étienne', 'saint etienne'],
    ['Œuilly', 'oeuilly'],
    ['Paris 12e Arrondissement', 'paris 12'],
    ['LYON 3EME ARRDT', 'lyon 3'],
    ['Marseille 1er', 'marseille 1'],
  ])('GE-1 %s', (name, key) => expect(communeKey(name)).toBe(key));
});

describe('the shipped gazetteer', () => {
  const gazetteer = shippedGazetteer();
  const found = (text: string, limit = 5) =>
    gazetteer()
      .search(text, limit)
      .map(({ name, departement }) => `${name} (${departement})`);

  it('finds by code, by postcode and by exact name', () => {
    expect(gazetteer().byCode('2A004')?.name).toBe('Ajaccio');
    expect(gazetteer().byCode('99999')).toBeNull();
    expect(
      gazetteer()
        .byPostcode('48100')
        .map(({ name }) => name),
    ).toContain('Marvejols');
    expect(
      gazetteer()
        .byName('mende')
        .map(({ code }) => code),
    ).toEqual(['48095']);
  });

  it.each([
    ['mende', 'Mende (48)'],
    ['LYON', 'Lyon (69)'],
    ['st etienne', 'Saint-Étienne (42)'],
    ['ste foy les lyon', 'Sainte-Foy-lès-Lyon (69)'],
    ['ivry s/ seine', 'Ivry-sur-Seine (94)'],
    ['La Ferté s/ Jouarre', 'La Ferté-sous-Jouarre (77)'],
    ['rosny s/s bois', 'Rosny-sous-Bois (93)'],
    ['lhay les roses', "L'Haÿ-les-Roses (94)"],
    ["l'hay", "L'Haÿ-les-Roses (94)"],
    ['villeneuve dascq', "Villeneuve-d'Ascq (59)"],
    ['havre', 'Le Havre (76)'],
    ['mans', 'Le Mans (72)'],
  ])('GE-2 finds a name as people write it: %s', (text, first) =>
    expect(found(text)[0]).toBe(first),
  );

  it.each([
    ['48000 Mende', 'Mende (48)'],
    ['Mende 48', 'Mende (48)'],
    ['Mende (48)', 'Mende (48)'],
    ['48 000 mende', 'Mende (48)'],
    ['01 bourg en bresse', 'Bourg-en-Bresse (01)'],
    ['Ajaccio 2a', 'Ajaccio (2A)'],
    ['Saint-Denis 974', 'Saint-Denis (974)'],
    ['Saint-Denis 93', 'Saint-Denis (93)'],
    ['saint denis la réunion', 'Saint-Denis (974)'],
    ['Paris 12', 'Paris 12e Arrondissement (75)'],
    ['Lyon 3e', 'Lyon 3e Arrondissement (69)'],
    ['LYON 03', 'Lyon 3e Arrondissement (69)'],
    ['Marseille 5ème', 'Marseille 5e Arrondissement (13)'],
    ['paris 1er arrondissement', 'Paris 1er Arrondissement (75)'],
    ['75012', 'Paris 12e Arrondissement (75)'],
    ['480', 'Mende (48)'],
    ['48 100', 'Marvejols (48)'],
  ])('GE-3 takes names, postcodes, départements and arrondissements apart: %s', (text, first) =>
    expect(found(text)[0]).toBe(first),
  );

  it('GE-3 takes "Marseille 13" for the arrondissement, then for the city of its département', () => {
    expect(found('Marseille 13', 2)).toEqual([
      'Marseille 13e Arrondissement (13)',
      'Marseille (13)',
    ]);
  });

  it.each([
    ['48001 Mende Cedex 9', 'Mende (48)'],
    ['48001 CEDEX', 'Mende (48)'],
    ['75571 Paris Cedex 12', 'Paris 12e Arrondissement (75)'],
    ['Lille cedex 20', 'Lille (59)'],
  ])('GE-4 finds where a CEDEX is: %s', (text, first) => expect(found(text)[0]).toBe(first));

  it('GE-5 puts the exact name first, then names that begin so, biggest first, département beside', () => {
    expect(found('saint-pierre', 3)).toEqual([
      'Saint-Pierre (974)',
      'Saint-Pierre (975)',
      'Saint-Pierre (972)',
    ]);
    expect(found('rouvray')[0]).toMatch(/^Rouvray/);
    expect(found('rouvray', 50)).toContain('Saint-Étienne-du-Rouvray (76)');
  });

  it.each([
    ['Marvejol', 'Marvejols (48)'],
    ['Chateauroux', 'Châteauroux (36)'],
    ['Grenobel', 'Grenoble (38)'],
    ['mnede', 'Mende (48)'],
    ['st ettiene', 'Saint-Étienne (42)'],
    ['toulose', 'Toulouse (31)'],
    ['Grenobel 38000', 'Grenoble (38)'],
    ['44000 Nantes France', 'Nantes (44)'],
  ])('GE-6 forgives small typing errors: %s', (text, first) => expect(found(text)[0]).toBe(first));

  it('GE-6 forgives them only where nothing is spelt so', () => {
    expect(found('caen')).toEqual(expect.arrayContaining(['Caen (14)']));
    expect(found('caen', 50)).not.toContain('Cayenne (973)');
  });

  it('GE-6 keeps to the name where the code is wrong, and to the code where the name is', () => {
    expect(found('Mende 75000')[0]).toBe('Mende (48)');
    expect(found('48100 xyzzyx')[0]).toBe('Marvejols (48)');
  });

  it.each([
    ['Châlons s/ Marne', 'Châlons-en-Champagne', 'Châlons-sur-Marne'],
    ['bellegarde sur valserine', 'Valserhône', 'Bellegarde-sur-Valserine'],
    ['cherbourg octeville', 'Cherbourg-en-Cotentin', 'Cherbourg-Octeville'],
    ['Pierrefitte-sur-Seine 93', 'Saint-Denis', 'Pierrefitte-sur-Seine'],
  ])('GE-7 finds a commune by an old name, and says which: %s', (text, name, formerName) => {
    expect(gazetteer().search(text, 5)[0]).toMatchObject({ name, formerName });
  });

  it('GE-7 says no old name where today’s was typed', () => {
    expect(gazetteer().search('Mende', 1)).toMatchObject([{ formerName: null }]);
  });

  it.each(['', '  - ', '4', '489', 'xyzzyx', '99999', '(', '()', 'cedex'])(
    'finds nothing for "%s"',
    (text) => expect(found(text)).toEqual([]),
  );
});

describe('a gazetteer', () => {
  const commune = (name: string, population: number, formerNames: string[] = []): Commune => ({
    code: name,
    name,
    postcodes: ['42000'],
    departement: '42',
    population,
    position: null,
    extentKm: 0,
    formerNames,
  });
  const gazetteer = buildGazetteer([
    commune('Le Bourg', 100),
    commune('Bourgneuf', 9000),
    commune('Grand Bourg', 90_000),
    commune('Autre', 50, ['Bourg']),
  ]);

  it('GE-5 puts an exact name before names that begin so, a former one too; an article counts for nothing', () => {
    expect(gazetteer.search('bourg', 9).map(({ name }) => name)).toEqual([
      'Autre',
      'Bourgneuf',
      'Le Bourg',
      'Grand Bourg',
    ]);
    expect(gazetteer.search('bourg', 2)).toHaveLength(2);
    expect(gazetteer.search('bourg', 0)).toEqual([]);
  });

  it('names a commune once, whichever of its names are found', () => {
    const twice = buildGazetteer([commune('Bourg-le-Haut', 10, ['Bourg-le-Bas'])]);
    expect(twice.search('bourg', 9)).toMatchObject([{ name: 'Bourg-le-Haut', formerName: null }]);
  });
});
