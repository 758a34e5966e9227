import type { Gazetteer } from '#src/geography';
import { err, ok, type Result } from '#src/kernel';
import { type Flag, type Notes, type Rejection, type Repair, takeNotes } from './findings.ts';
import { readDay, readHoursText, readName, readPhone, readPivot } from './read-cells.ts';
import {
  readEmails,
  readEnumeration,
  readList,
  readTypologies,
  readWebsites,
} from './read-lists.ts';
import { type Place, readPlace } from './read-place.ts';
import {
  accessModeEnumeration,
  type Enumeration,
  feeEnumeration,
  itinerancyEnumeration,
  labelEnumeration,
  programmeEnumeration,
  publicEnumeration,
  requiredColumns,
  type StandardColumn,
  serviceEnumeration,
  specialCareEnumeration,
  supportModeEnumeration,
  type VenueRow,
} from './standard.ts';
import { upgradeRow } from './upgrade-row.ts';
import type { Venue, VenueDoubt } from './venue.ts';

/** What rows are read against. */
export type ReadingContext = {
  readonly gazetteer: Gazetteer;
  /** `YYYY-MM-DD`: no record was touched after it. */
  readonly today: string;
};

/** A row that is a venue, with what was put right in it and what is not to be trusted. */
export type RowReading = {
  readonly venue: Venue;
  /** The row as it was read, with the repairs written in; columns that the standard does not know are kept. */
  readonly cells: VenueRow;
  /** INSEE code; `null` where neither commune nor postcode says one. */
  readonly departement: string | null;
  readonly repairs: readonly Repair[];
  readonly flags: readonly Flag[];
};

/** What a row holds in a column, without the spaces around it; empty where it lacks the column. */
type Cells = (field: StandardColumn) => string;

/** Columns that hold no text of a person: a space before or after is not part of it. */
const spacelessColumns = [
  'pivot',
  'code_postal',
  'code_insee',
  'latitude',
  'longitude',
  'telephone',
  'itinerance',
  'date_maj',
  'services',
  'publics_specifiquement_adresses',
  'prise_en_charge_specifique',
  'frais_a_charge',
  'dispositif_programmes_nationaux',
  'formations_labels',
  'modalites_acces',
  'modalites_accompagnement',
] as const satisfies readonly StandardColumn[];

/** The longest summary that the standard allows. */
const longestSummary = 280;

/**
 * Reads a row of the national standard, version 1 or 0. What is certain is repaired, what is doubtful is
 * flagged and kept out of the way, nothing is guessed; a row without what the standard requires is no
 * venue (VE-10). Columns that the row lacks are empty; columns that the standard does not know are kept unread.
 */
export function readVenueRow(
  row: VenueRow,
  context: ReadingContext,
): Result<RowReading, readonly Rejection[]> {
  const { row: current, origins } = upgradeRow(row);
  const notes = takeNotes((field) => origins.get(field) ?? current[field] ?? '');
  const cells: Cells = (field) => current[field]?.trim() ?? '';
  const missing = requiredColumns.filter((field) => cells(field) === '');
  if (missing.length > 0) return err(missing.map((field) => ({ field, reason: 'missing' })));
  const place = readPlace(cells, context.gazetteer, notes);
  if (place === null) return err([{ field: 'code_postal', reason: 'malformed' }]);
  const venue = readVenue(cells, place, context.today, notes);
  for (const field of spacelessColumns) {
    if ((current[field] ?? '') === cells(field)) continue;
    const isRepaired = notes.repairs.some((repair) => repair.field === field);
    if (!isRepaired) notes.repair(field, 'spaces', cells(field));
  }
  const written: Record<string, string> = { ...current };
  for (const { field, to } of notes.repairs) written[field] = to;
  for (const field of origins.keys()) notes.repair(field, 'former-column', written[field] ?? '');
  return ok({
    venue,
    cells: written,
    departement: place.departement,
    repairs: notes.repairs,
    flags: notes.flags,
  });
}

function readVenue(cells: Cells, place: Place, today: string, notes: Notes): Venue {
  const { name, isTest } = readName(cells('nom'), notes);
  const updatedOn = readDay(cells('date_maj'), today, notes);
  const valuesOf = <Value extends string>(field: StandardColumn, known: Enumeration<Value>) =>
    readEnumeration(cells(field), field, known, notes);
  const linksOf = (field: StandardColumn) => readWebsites(cells(field), field, notes);
  const itinerancy = valuesOf('itinerance', itinerancyEnumeration);
  if (cells('presentation_resume').length > longestSummary) {
    notes.flag('presentation_resume', 'too-long', cells('presentation_resume'));
  }
  const doubts: VenueDoubt[] = [...place.doubts];
  if (updatedOn === null) doubts.push('date-doubtful');
  if (isTest) doubts.push('test-record');
  return {
    id: cells('id'),
    pivot: readPivot(cells('pivot'), notes),
    name,
    commune: place.commune,
    postcode: place.postcode,
    communeCode: place.communeCode,
    address: cells('adresse').replace(/\s+/g, ' '),
    addressComplement: orNull(cells('complement_adresse')),
    position: place.position,
    phone: readPhone(cells('telephone'), place.departement, notes),
    emails: readEmails(cells('courriels'), notes),
    websites: linksOf('site_web'),
    hoursText: readHoursText(cells('horaires'), notes),
    summary: orNull(cells('presentation_resume')),
    detail: orNull(cells('presentation_detail')),
    typologies: readTypologies(cells('typologie'), notes),
    parentStructure: orNull(cells('structure_parente')),
    sources: [{ id: cells('id'), source: orNull(cells('source')), updatedOn }],
    itinerant: itinerancy.length === 0 ? null : itinerancy.includes('itinerant'),
    updatedOn,
    services: valuesOf('services', serviceEnumeration),
    publics: valuesOf('publics_specifiquement_adresses', publicEnumeration),
    specialCare: valuesOf('prise_en_charge_specifique', specialCareEnumeration),
    fees: valuesOf('frais_a_charge', feeEnumeration),
    programmes: valuesOf('dispositif_programmes_nationaux', programmeEnumeration),
    labels: valuesOf('formations_labels', labelEnumeration),
    otherLabels: readList(cells('autres_formations_labels'), 'autres_formations_labels', notes),
    accessModes: valuesOf('modalites_acces', accessModeEnumeration),
    supportModes: valuesOf('modalites_accompagnement', supportModeEnumeration),
    bookingUrl: linksOf('prise_rdv')[0] ?? null,
    accessibilityUrl: linksOf('fiche_acces_libre')[0] ?? null,
    doubts,
    withdrawnOn: null,
  };
}

const orNull = (cell: string) => (cell === '' ? null : cell);
