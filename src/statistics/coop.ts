import type { Outcome } from '#src/calls';
import type { Level } from '#src/distance';
import { services, type Venue } from '#src/venues';
import { listed } from './coop-cells.ts';
import {
  autonomieOfLevel,
  redirectionOfKind,
  thematiquesOfScript,
  thematiquesOfService,
  thematiquesOfTheme,
} from './coop-mapping.ts';
import {
  type CoopRedirection,
  type CoopThematique,
  coopActivity,
  coopAutonomies,
  coopPlaces,
  coopRedirections,
  coopThematiques,
} from './coop-vocabulary.ts';

/** A request, as its closed call says it: no name, no number, nothing that somebody typed. */
export type CoopRequest = {
  /** `YYYY-MM-DD`, on the clock of Paris. */
  readonly day: string;
  /** How long the conversations lasted together; 0 where nobody timed them. */
  readonly spokenSeconds: number;
  /** The caller's own. */
  readonly commune: { readonly code: string; readonly name: string } | null;
  readonly level: Level | null;
  readonly scriptId: string;
  readonly service: string | null;
  readonly theme: string | null;
  readonly outcome: Outcome;
  /** Where the person was sent; `venue` is `null` where the file of venues no longer has it. */
  readonly sent: { readonly venue: Pick<Venue, 'typologies' | 'programmes'> | null } | null;
};

/** The names of the columns. What is of La Coop comes as its code and its words. */
export const coopColumns = [
  'Date',
  'Type (code)',
  'Type',
  'Canal (code)',
  'Canal',
  'Durée (minutes)',
  'Code INSEE de la commune',
  'Commune de résidence',
  'Autonomie (code)',
  'Autonomie',
  'Thématiques (codes)',
  'Thématiques',
  'Orienté vers une structure',
  'Structure de redirection (code)',
  'Structure de redirection',
  'Issue de l’appel',
  'Laissé vide',
] as const;

/** What a cell holds; `null` where there is nothing to say. */
export type CoopCell = string | number | null;

const outcomeWords: Readonly<Record<Outcome, string>> = {
  solved: 'Réglée au téléphone',
  'partly-solved': 'Réglée en partie',
  referred: 'Orientée vers un lieu',
  unsolved: 'Non réglée',
  'cut-off': 'Appel coupé',
};

/** ST-9: a request as a line of `coopColumns`. */
export function coopCells(request: CoopRequest): readonly CoopCell[] {
  const { day, spokenSeconds, commune, level, outcome, sent } = request;
  const autonomie = level === null ? null : autonomieOfLevel[level];
  const thematiques = thematiquesOf(request);
  const redirection = redirectionOf(sent?.venue ?? null);
  return [
    day,
    coopActivity.code,
    coopActivity.label,
    'ADistance',
    coopPlaces.ADistance,
    spokenSeconds === 0 ? null : Math.ceil(spokenSeconds / 60),
    commune?.code ?? null,
    commune?.name ?? null,
    autonomie,
    autonomie === null ? null : coopAutonomies[autonomie],
    listed(thematiques),
    listed(thematiques.map((code) => coopThematiques[code])),
    sent === null ? 'Non' : 'Oui',
    redirection,
    redirection === null ? null : coopRedirections[redirection],
    outcomeWords[outcome],
    listed(leftEmpty(request, thematiques, redirection)),
  ];
}

/** ST-13: what the theme is called there, else what the service is, with what every call of that script is about. */
export function thematiquesOf({
  scriptId,
  service,
  theme,
}: {
  /** `null` where no call was. */
  readonly scriptId: string | null;
  readonly service: string | null;
  readonly theme: string | null;
}): readonly CoopThematique[] {
  const known = services.find((name) => name === service);
  const ofService = known === undefined ? [] : thematiquesOfService[known];
  const ofTheme = theme === null ? null : (thematiquesOfTheme.get(theme) ?? null);
  return [
    ...new Set([...(ofTheme ?? ofService), ...(thematiquesOfScript.get(scriptId ?? '') ?? [])]),
  ];
}

/** ST-14: the first of the venue's kinds that La Coop has a word for; a France Services says it by its programme too. */
export function redirectionOf(
  venue: Pick<Venue, 'typologies' | 'programmes'> | null,
): CoopRedirection | null {
  if (venue === null) return null;
  const [known] = venue.typologies.flatMap((kind) => redirectionOfKind.get(kind) ?? []);
  if (known !== undefined) return known;
  return venue.programmes.includes('France Services') ? 'AideAuxDemarchesAdministratives' : null;
}

/** ST-9: why a cell has nothing in it, in words. */
function leftEmpty(
  { spokenSeconds, commune, level, service, sent }: CoopRequest,
  thematiques: readonly CoopThematique[],
  redirection: CoopRedirection | null,
): readonly string[] {
  return [
    spokenSeconds === 0 ? 'durée non mesurée' : null,
    commune === null ? 'commune non dite' : null,
    level === null ? 'autonomie non mesurée' : null,
    thematiques.length > 0
      ? null
      : service === null
        ? 'besoin non nommé'
        : 'besoin sans équivalent',
    sent !== null && redirection === null ? 'type de lieu sans équivalent' : null,
  ].filter((reason) => reason !== null);
}
