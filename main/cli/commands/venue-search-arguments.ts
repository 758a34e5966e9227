import { isPosition, type Position } from '#src/geography';
import { err, foldText, ok, type Result } from '#src/kernel';
import {
  type FieldFilters,
  type FilterField,
  filterFields,
  filterWords,
  noFilters,
  readFilterValue,
  type VenueFilters,
  type Wish,
  wishes,
} from '#src/venues';
import { shippedData } from '../../hub/config.ts';
import { shippedVenues } from '../../hub/imports/shipped.ts';
import { readArguments } from '../read-arguments.ts';
import { wishWords } from './venue-search-words.ts';

/** What is typed for each field. */
const fieldOptions = {
  services: 'service',
  publics: 'public',
  specialCare: 'care',
  fees: 'price',
  accessModes: 'access',
  supportModes: 'support',
  itinerant: 'itinerant',
  programmes: 'programme',
  labels: 'label',
} as const satisfies Readonly<Record<FilterField, string>>;

const wordList = (words: readonly string[]) => words.map((word) => `      ${word}`).join('\n');

export const usage = `Usage : venues search --commune INSEE | --near LAT,LON | --from TEXTE [options]

Cherche les meilleurs lieux près d'une commune (par son code, ou son nom ou son code postal) ou d'un point,
à vol d'oiseau, dans les lieux livrés avec le programme.

Seulement les lieux qui ont (une option répétée : l'une ou l'autre valeur ; des options différentes : toutes) :
${filterFields.map((field) => `  --${fieldOptions[field]} "..."\n${wordList(filterWords(field))}`).join('\n')}
  --open-at INSTANT  ouverts à cet instant (2026-03-04T14:30 à l'heure du lieu de départ, ou avec son décalage) ;
                     ceux dont on ne peut pas le savoir viennent après, à vérifier
  --max-km N         à cette distance au plus
  --bookable         on y prend rendez-vous en ligne
  --accessible       leur bâtiment est décrit sur Acceslibre
  --fresh            leur fiche a moins d'un an
  --remote           ils aident à distance, où qu'ils soient

Classe aussi d'après des souhaits, qui n'excluent aucun lieu :
  --wish "..."
${wordList(wishes.map((wish) => `${wish} (${wishWords[wish]})`))}

  --limit N        nombre de lieux, de 1 à 1000 (20)
  --data FICHIER   cherche dans ce fichier, sans l'importer
  --json           un objet JSON par lieu
`;

export type Origin =
  | { readonly kind: 'commune'; readonly code: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'point'; readonly position: Position };

export type Search = {
  readonly origin: Origin;
  /** But `openAt`, which needs the clock of the origin. */
  readonly filters: VenueFilters;
  readonly openAt: string | null;
  readonly wishes: readonly Wish[];
  readonly remote: boolean;
  readonly limit: number;
  readonly file: string;
  readonly json: boolean;
};

const repeated = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean', default: false } as const;

/** The search that the arguments ask for, else what is wrong with them. */
export function readSearch(args: readonly string[]): Result<Search, string> {
  const parsed = readArguments({
    // "--near -20.9,55.4": a value that begins with a sign is no option.
    args: args.map((arg, place) => (args[place - 1] === '--near' ? ` ${arg}` : arg)),
    options: {
      commune: { type: 'string' },
      near: { type: 'string' },
      from: { type: 'string' },
      service: repeated,
      public: repeated,
      care: repeated,
      price: repeated,
      access: repeated,
      support: repeated,
      itinerant: repeated,
      programme: repeated,
      label: repeated,
      wish: repeated,
      'open-at': { type: 'string' },
      'max-km': { type: 'string' },
      bookable: flag,
      accessible: flag,
      fresh: flag,
      remote: flag,
      limit: { type: 'string', default: '20' },
      data: { type: 'string' },
      json: flag,
    },
  });
  if (parsed === null) return err(usage);
  const { values } = parsed;
  const origin = readOrigin(values);
  if (origin === null) return err(usage);
  const problems: string[] = [];
  const fields = readFields((field) => values[fieldOptions[field]] ?? [], problems);
  const wished = (values.wish ?? []).flatMap((text) => readWish(text, problems) ?? []);
  const maxKm = readMaxKm(values['max-km'], problems);
  if (!/^[1-9]\d{0,2}$|^1000$/.test(values.limit)) {
    problems.push(`Nombre de lieux incorrect : ${values.limit} (de 1 à 1000)`);
  }
  if (problems.length > 0) return err(`${problems.join('\n')}\n\nUsage : venues search --help\n`);
  const { bookable, accessible, fresh } = values;
  return ok({
    origin,
    filters: { ...noFilters, ...fields, maxKm, bookable, accessible, fresh },
    openAt: values['open-at'] ?? null,
    wishes: wished,
    remote: values.remote,
    limit: Number(values.limit),
    file: values.data ?? shippedVenues(shippedData),
    json: values.json,
  });
}

function readFields(
  typed: (field: FilterField) => readonly string[],
  problems: string[],
): FieldFilters {
  const read = <Field extends FilterField>(field: Field) =>
    typed(field).flatMap((text) => {
      const value = readFilterValue(field, text);
      if (value !== null) return [value];
      problems.push(refused(`--${fieldOptions[field]}`, text, filterWords(field)));
      return [];
    });
  return {
    services: read('services'),
    publics: read('publics'),
    specialCare: read('specialCare'),
    fees: read('fees'),
    accessModes: read('accessModes'),
    supportModes: read('supportModes'),
    itinerant: read('itinerant'),
    programmes: read('programmes'),
    labels: read('labels'),
  };
}

function readWish(text: string, problems: string[]): Wish | null {
  const key = foldText(text);
  const wish = wishes.find((one) => foldText(one) === key || foldText(wishWords[one]) === key);
  if (wish === undefined) problems.push(refused('--wish', text, wishes));
  return wish ?? null;
}

const refused = (option: string, text: string, allowed: readonly string[]) =>
  `Valeur inconnue pour ${option} : ${text}\nValeurs possibles :\n${wordList(allowed)}`;

function readMaxKm(text: string | undefined, problems: string[]): number | null {
  if (text === undefined) return null;
  if (/^\d+([.,]\d+)?$/.test(text)) return Number(text.replace(',', '.'));
  problems.push(`Distance incorrecte : ${text} (en kilomètres)`);
  return null;
}

function readOrigin(values: {
  readonly commune?: string | undefined;
  readonly near?: string | undefined;
  readonly from?: string | undefined;
}): Origin | null {
  const { commune, near, from } = values;
  if ([commune, near, from].filter((value) => value !== undefined).length !== 1) return null;
  if (commune !== undefined) return { kind: 'commune', code: commune };
  if (from !== undefined) return { kind: 'text', text: from };
  const [, latitude, longitude] =
    /^\s*([+-]?\d+(?:\.\d+)?)\s*,\s*([+-]?\d+(?:\.\d+)?)\s*$/.exec(near ?? '') ?? [];
  if (latitude === undefined || longitude === undefined) return null;
  const position = { latitude: Number(latitude), longitude: Number(longitude) };
  return isPosition(position) ? { kind: 'point', position } : null;
}
