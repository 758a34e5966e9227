import {
  type Commune,
  communeKey,
  departementNames,
  distanceKm,
  type Gazetteer,
  isPosition,
  type Position,
  phoneRegionOfDepartement,
  postalDepartement,
  postalDepartementOf,
} from '#src/geography';
import type { Notes } from './findings.ts';
import type { Venue, VenueDoubt } from './venue.ts';

/** The cells that say where a venue is. */
type PlaceCells = (
  field: 'commune' | 'code_postal' | 'code_insee' | 'latitude' | 'longitude',
) => string;

export type Place = Pick<Venue, 'commune' | 'postcode' | 'communeCode' | 'position'> & {
  /** INSEE code, by the commune or else by the postcode; `null` where neither says one. */
  readonly departement: string | null;
  readonly doubts: readonly VenueDoubt[];
};

/** A position may be this far from the middle of a commune that is smaller than that (VE-21). */
const nearCommuneKm = 15;

/** Reads where a venue is; `null` where the postcode is none. */
export function readPlace(cells: PlaceCells, gazetteer: Gazetteer, notes: Notes): Place | null {
  const written = readPostcode(cells('code_postal'), gazetteer, notes);
  if (written === null) return null;
  const commune = cells('commune').replace(/\s+cedex\b.*$/i, '');
  if (commune !== cells('commune')) notes.repair('commune', 'cedex', commune);
  const { code, reference, doubtful } = readCommune(
    commune,
    written,
    cells('code_insee'),
    gazetteer,
    notes,
  );
  const found = code === null ? null : gazetteer.byCode(code);
  const postcode = withoutCedex(written, found, gazetteer, notes);
  const around = reference === null ? gazetteer.byPostcode(postcode) : [reference];
  const position = readPosition(cells, around, notes);
  const doubts: VenueDoubt[] = [];
  if (doubtful) doubts.push('commune-doubtful');
  if (position.doubtful) doubts.push('position-doubtful');
  return {
    commune,
    postcode,
    communeCode: code,
    position: position.position,
    departement: found?.departement ?? departementOfPostcode(postcode, gazetteer),
    doubts,
  };
}

/**
 * The one département of the communes at a postcode; a postcode that no commune has says it by its digits,
 * but in Corsica.
 */
export function departementOfPostcode(postcode: string, gazetteer: Gazetteer): string | null {
  const [first, ...others] = gazetteer.byPostcode(postcode);
  if (first === undefined) {
    const digits = postalDepartement(postcode);
    return digits in departementNames || phoneRegionOfDepartement(digits) !== 'FR' ? digits : null;
  }
  return others.every(({ departement }) => departement === first.departement)
    ? first.departement
    : null;
}

function readPostcode(cell: string, gazetteer: Gazetteer, notes: Notes): string | null {
  const digits = cell.replace(/\s+/g, '');
  if (/^\d{5}$/.test(digits)) {
    if (digits !== cell) notes.repair('code_postal', 'spaces', digits);
    return digits;
  }
  const padded = `0${digits}`;
  if (/^\d{4}$/.test(digits) && gazetteer.byPostcode(padded).length > 0) {
    notes.repair('code_postal', 'leading-zero', padded);
    return padded;
  }
  return null;
}

type CommuneFound = {
  readonly code: string | null;
  /** The commune that the position is held against, be it in doubt or not. */
  readonly reference: Commune | null;
  readonly doubtful: boolean;
};

/**
 * The code that is stated, unless the postcode contradicts it; where none is stated, the one commune of
 * that name at that postcode (VE-20).
 */
function readCommune(
  name: string,
  postcode: string,
  codeCell: string,
  gazetteer: Gazetteer,
  notes: Notes,
): CommuneFound {
  const stated = codeCell === '' ? null : communeOfCode(codeCell, gazetteer, notes);
  if (stated === null) return communeOfName(name, postcode, gazetteer, notes);
  if (agrees(stated, postcode, gazetteer)) {
    return { code: stated.code, reference: stated, doubtful: false };
  }
  notes.flag('code_insee', 'contradicts-postcode', codeCell);
  const sameName = communeKey(stated.name) === nameKey(name);
  const sameDepartement = postalDepartementOf(stated.departement) === postalDepartement(postcode);
  // Name and code agree and only the post office is another: the commune is sure.
  if (sameName && sameDepartement) return { code: stated.code, reference: stated, doubtful: false };
  return { code: null, reference: stated, doubtful: true };
}

function communeOfCode(cell: string, gazetteer: Gazetteer, notes: Notes): Commune | null {
  const code = cell.replace(/\s+/g, '').toUpperCase();
  const commune = gazetteer.byCode(code);
  if (commune !== null) return commune;
  const padded = /^\d{4}$/.test(code) ? gazetteer.byCode(`0${code}`) : null;
  if (padded !== null) notes.repair('code_insee', 'leading-zero', padded.code);
  else notes.flag('code_insee', 'unknown-commune', cell);
  return padded;
}

/** A postcode that no commune has is a CEDEX: it only says the département. */
function agrees(commune: Commune, postcode: string, gazetteer: Gazetteer): boolean {
  if (commune.postcodes.includes(postcode)) return true;
  return (
    gazetteer.byPostcode(postcode).length === 0 &&
    postalDepartementOf(commune.departement) === postalDepartement(postcode)
  );
}

/** A commune's name as people write it, without its arrondissement. */
function nameKey(name: string): string {
  return communeKey(name).replace(/ (\d+|1er|\d+e|\d+eme)( arrondissement)?$/, '');
}

/** The one commune of that name at that postcode; else the one of that name in the département. */
function communeOfName(
  name: string,
  postcode: string,
  gazetteer: Gazetteer,
  notes: Notes,
): CommuneFound {
  const candidates = gazetteer
    .byName(nameKey(name))
    .filter(({ departement }) => postalDepartementOf(departement) === postalDepartement(postcode));
  const there = candidates.filter((commune) => commune.postcodes.includes(postcode));
  const [only, ...others] = there.length > 0 ? there : candidates;
  if (only === undefined || others.length > 0) {
    notes.flag('commune', 'unknown-commune', name);
    return { code: null, reference: null, doubtful: true };
  }
  if (!agrees(only, postcode, gazetteer))
    notes.flag('code_postal', 'contradicts-commune', postcode);
  return { code: only.code, reference: only, doubtful: false };
}

function withoutCedex(
  postcode: string,
  commune: Commune | null,
  gazetteer: Gazetteer,
  notes: Notes,
): string {
  if (gazetteer.byPostcode(postcode).length > 0) return postcode;
  const [only, ...others] = commune?.postcodes ?? [];
  if (only === undefined || others.length > 0) {
    notes.flag('code_postal', 'unknown-postcode', postcode);
    return postcode;
  }
  notes.repair('code_postal', 'cedex', only);
  return only;
}

type PositionFound = { readonly position: Position | null; readonly doubtful: boolean };

function readPosition(cells: PlaceCells, around: readonly Commune[], notes: Notes): PositionFound {
  if (cells('latitude') === '' && cells('longitude') === '')
    return { position: null, doubtful: false };
  const latitude = readDegrees(cells('latitude'), 'latitude', notes);
  const longitude = readDegrees(cells('longitude'), 'longitude', notes);
  if (latitude === null || longitude === null) return { position: null, doubtful: true };
  const position = { latitude, longitude };
  const fault = faultOf(position, around);
  if (fault === null) return { position, doubtful: false };
  notes.flag('latitude', fault, `${cells('latitude')}, ${cells('longitude')}`);
  return { position: isPosition(position) ? position : null, doubtful: true };
}

function readDegrees(cell: string, field: 'latitude' | 'longitude', notes: Notes): number | null {
  if (cell === '') {
    notes.flag(field, 'incomplete', '');
    return null;
  }
  const point = cell.replace(',', '.');
  if (!/^[+-]?\d{1,3}(\.\d+)?$/.test(point)) {
    notes.flag(field, 'malformed', cell);
    return null;
  }
  if (point !== cell) notes.repair(field, 'decimal-comma', point);
  return Number(point);
}

function faultOf(position: Position, around: readonly Commune[]) {
  const swapped = { latitude: position.longitude, longitude: position.latitude };
  if (position.latitude === 0 && position.longitude === 0) return 'null-island';
  if (isPosition(position) && isNear(position, around)) return null;
  if (isPosition(swapped) && around.length > 0 && isNear(swapped, around)) return 'swapped';
  return isPosition(position) ? 'far-from-commune' : 'out-of-range';
}

/** Whether it can be in one of them; a commune without a known middle is not held against it. */
function isNear(position: Position, communes: readonly Commune[]): boolean {
  const middles = communes.filter((commune) => commune.position !== null);
  if (middles.length === 0) return true;
  return middles.some(
    (commune) =>
      commune.position !== null &&
      distanceKm(position, commune.position) <= Math.max(nearCommuneKm, commune.extentKm),
  );
}
