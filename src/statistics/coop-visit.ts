import type { MeetingPlace, ReferralResult } from '#src/booking';
import type { Level } from '#src/distance';
import { type CoopCell, type CoopRequest, thematiquesOf } from './coop.ts';
import { listed } from './coop-cells.ts';
import { autonomieOfLevel, placeOfMeeting } from './coop-mapping.ts';
import { coopActivity, coopAutonomies, coopPlaces, coopThematiques } from './coop-vocabulary.ts';

/** Somebody whom a venue received: no name, no number, nothing that somebody typed. */
export type CoopVisit = {
  /** `YYYY-MM-DD`, on the venue's clock. */
  readonly day: string;
  readonly where: MeetingPlace;
  /** As booked, or as the mediator noted it; `null` where neither was. */
  readonly minutes: number | null;
  /** The person's own; `null` where nobody asked. */
  readonly commune: CoopRequest['commune'];
  /** The venue's measure, else what the call found. */
  readonly level: Level | null;
  /** The script of the call that sent the person; `null` where none did. */
  readonly scriptId: string | null;
  readonly service: string | null;
  readonly theme: string | null;
  readonly result: ReferralResult | null;
};

/** The names of the columns of a venue's month. What is of La Coop comes as its code and its words. */
export const coopVisitColumns = [
  'Date',
  'Type (code)',
  'Type',
  'Lieu (code)',
  'Lieu',
  'Durée (minutes)',
  'Code INSEE de la commune',
  'Commune de résidence',
  'Autonomie (code)',
  'Autonomie',
  'Thématiques (codes)',
  'Thématiques',
  'Orienté vers une structure',
  'Adressé par la ligne',
  'Suite',
  'Laissé vide',
] as const;

const resultWords: Readonly<Record<ReferralResult, string>> = {
  solved: 'Réglé',
  'partly-solved': 'Réglé en partie',
  'next-appointment': 'Autre rendez-vous',
  'passed-on': 'Confié à un autre lieu',
};

/** BO-85: a visit as a line of `coopVisitColumns`. */
export function coopVisitCells(visit: CoopVisit): readonly CoopCell[] {
  const { day, where, minutes, commune, level, scriptId, result } = visit;
  const autonomie = level === null ? null : autonomieOfLevel[level];
  const thematiques = thematiquesOf(visit);
  const place = placeOfMeeting[where];
  return [
    day,
    coopActivity.code,
    coopActivity.label,
    place,
    coopPlaces[place],
    minutes,
    commune?.code ?? null,
    commune?.name ?? null,
    autonomie,
    autonomie === null ? null : coopAutonomies[autonomie],
    listed(thematiques),
    listed(thematiques.map((code) => coopThematiques[code])),
    result === 'passed-on' ? 'Oui' : 'Non',
    scriptId === null ? 'Non' : 'Oui',
    result === null ? null : resultWords[result],
    listed(leftEmpty(visit, thematiques.length === 0)),
  ];
}

/** Why a cell has nothing in it, in words. */
function leftEmpty(
  { minutes, commune, level, service, result }: CoopVisit,
  hasNoTopic: boolean,
): readonly string[] {
  return [
    minutes === null ? 'durée non notée' : null,
    commune === null ? 'commune non dite' : null,
    level === null ? 'autonomie non mesurée' : null,
    hasNoTopic ? (service === null ? 'besoin non nommé' : 'besoin sans équivalent') : null,
    result === null ? 'suite non dite' : null,
  ].filter((reason) => reason !== null);
}
