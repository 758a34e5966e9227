import { readdirSync, readFileSync } from 'node:fs';
import { Typologie } from '@gouvfr-anct/lieux-de-mediation-numerique';
import { describe, expect, test } from 'vitest';
import { levels } from '#src/distance';
import { parseScript } from '#src/script';
import {
  autonomieOfLevel,
  type CoopRequest,
  coopCells,
  coopColumns,
  coopProcedures,
  redirectionOf,
  redirectionOfKind,
  thematiquesOf,
  thematiquesOfScript,
  thematiquesOfService,
  thematiquesOfTheme,
} from '#src/statistics';
import { services } from '#src/venues';

/** Every theme that a script that ships can name, with the script. */
function shippedThemes() {
  const folder = new URL('../../data/scripts/', import.meta.url);
  return readdirSync(folder).flatMap((file) => {
    const script = parseScript(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
    if (!script.ok) throw new Error(`${file} cannot be read`);
    return Object.values(script.value.nodes).flatMap((node) =>
      node.type === 'choice' && node.fact === 'theme'
        ? node.options.filter(({ id }) => id !== 'nsp').map(({ label }) => label)
        : [],
    );
  });
}

const request: CoopRequest = {
  day: '2026-01-12',
  spokenSeconds: 601,
  commune: { code: '48095', name: 'Mende' },
  level: 'E2',
  scriptId: 'general',
  service: 'Aide aux démarches administratives',
  theme: 'Carte grise',
  outcome: 'referred',
  sent: { venue: { typologies: ['ASSO', 'CCAS'], programmes: [] } },
};
const line = (over: Partial<CoopRequest> = {}) => {
  const cells = coopCells({ ...request, ...over });
  return Object.fromEntries(coopColumns.map((name, place) => [name, cells[place]]));
};

describe('the mapping to La Coop', () => {
  test('ST-13 knows every theme of the scripts that ship, and none besides', () => {
    expect([...thematiquesOfTheme.keys()].sort()).toEqual([...new Set(shippedThemes())].sort());
  });

  test('ST-10 ST-13 knows every level and every service', () => {
    for (const level of levels) expect(autonomieOfLevel[level]).toBeTruthy();
    expect(Object.keys(thematiquesOfService).sort()).toEqual([...services].sort());
  });

  test('ST-13 says what a procedure is about beside the procedure itself', () => {
    const all = [
      ...Object.values(thematiquesOfService),
      ...thematiquesOfScript.values(),
      ...[...thematiquesOfTheme.values()].filter((list) => list !== null),
    ];
    for (const list of all) {
      if (list.some((code) => Object.hasOwn(coopProcedures, code))) {
        expect(list).toContain('AideAuxDemarchesAdministratives');
      }
    }
  });

  test('ST-14 names kinds of venue that the standard has', () => {
    const standard: readonly string[] = Object.values(Typologie);
    expect([...redirectionOfKind.keys()].filter((kind) => !standard.includes(kind))).toEqual([]);
  });
});

describe('a request as a line', () => {
  test('ST-9 says what the call found, in codes and in words', () => {
    expect(line()).toEqual({
      Date: '2026-01-12',
      'Type (code)': 'Individuel',
      Type: 'Accompagnement individuel',
      'Canal (code)': 'ADistance',
      Canal: 'À distance',
      'Durée (minutes)': 11,
      'Code INSEE de la commune': '48095',
      'Commune de résidence': 'Mende',
      'Autonomie (code)': 'EntierementAccompagne',
      Autonomie: 'Avec guidage',
      'Thématiques (codes)': 'AideAuxDemarchesAdministratives|TransportsMobilite',
      Thématiques: 'Aide aux démarches administratives|Transports - Mobilité',
      'Orienté vers une structure': 'Oui',
      'Structure de redirection (code)': 'AideSociale',
      'Structure de redirection':
        'Structure d’aide sociale (maison des solidarités, centre social…)',
      'Issue de l’appel': 'Orientée vers un lieu',
      'Laissé vide': null,
    });
  });

  test('ST-9 leaves empty what nobody knows, and says so', () => {
    const empty = line({
      spokenSeconds: 0,
      commune: null,
      level: null,
      service: null,
      theme: null,
      sent: null,
    });
    expect(empty).toMatchObject({
      'Durée (minutes)': null,
      'Autonomie (code)': null,
      Thématiques: null,
      'Orienté vers une structure': 'Non',
      'Structure de redirection': null,
      'Laissé vide': 'durée non mesurée|commune non dite|autonomie non mesurée|besoin non nommé',
    });
    const noWord = line({
      service: 'Acquisition de matériel informatique à prix solidaire',
      theme: null,
      sent: { venue: null },
    });
    expect(noWord['Laissé vide']).toBe('besoin sans équivalent|type de lieu sans équivalent');
  });

  test('ST-13 goes by the theme, else by the service, with what the line itself is about', () => {
    const service = 'Maîtrise des outils numériques du quotidien';
    const of = (scriptId: string, theme: string | null) =>
      thematiquesOf({ scriptId, service, theme });
    expect(of('general', 'Boîte mail bloquée')).toEqual(['Email']);
    expect(of('general', 'Autre chose')).toEqual(['PrendreEnMainDuMateriel']);
    expect(of('general', 'Un thème d’un autre script')).toEqual(['PrendreEnMainDuMateriel']);
    expect(of('general', 'constructor')).toEqual(['PrendreEnMainDuMateriel']);
    expect(of('petites-entreprises', 'La boîte mail')).toEqual(['Email', 'Entrepreneuriat']);
  });

  test('ST-14 takes the first kind of venue that La Coop has a word for', () => {
    const of = (typologies: readonly string[], isFranceServices = false) =>
      redirectionOf({ typologies, programmes: isFranceServices ? ['France Services'] : [] });
    expect(of(['ASSO', 'BIB', 'MUNI'])).toBe('MediationNumerique');
    expect(of(['ASSO'])).toBeNull();
    expect(of([], true)).toBe('AideAuxDemarchesAdministratives');
    expect(redirectionOf(null)).toBeNull();
  });
});
