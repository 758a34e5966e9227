import type { StandardColumn } from './standard.ts';

/** What was put right with certainty. */
const repairReasons = [
  /** Spaces inside a postcode, or around the values of a list. */
  'spaces',
  /** A leading zero that a spreadsheet took away. */
  'leading-zero',
  /** A distribution number for firms, replaced by the commune's one postcode; or "CEDEX" after a name. */
  'cedex',
  /** A decimal comma. */
  'decimal-comma',
  /** A telephone number put in E.164. */
  'phone-format',
  /** Mayotte dialled as the Comoros (+269 269) instead of +262 269. */
  'mayotte-prefix',
  /** The first of several numbers in a cell made for one. */
  'first-of-several',
  /** Another case, apostrophe or accent than the enumeration's. */
  'spelling',
  /** A value of version 0 of the standard. */
  'former-name',
  /** A column of version 0, whose values are in another now. */
  'former-column',
  /** `;` between values, as version 0 wrote them; or `,` between addresses. */
  'separator',
  /** Opening hours in French that say one thing only. */
  'french-hours',
  /** A day followed by a time, or a day written the French way where only one reading is possible. */
  'date-format',
] as const;
export type RepairReason = (typeof repairReasons)[number];

/** What cannot be trusted, and was left or set aside, not corrected. */
const flagReasons = [
  'malformed',
  'unknown-value',
  /** A value of version 0 that has no one successor. */
  'no-successor',
  /** A pivot of zeros. */
  'placeholder',
  /** A SIRET whose key is wrong. */
  'wrong-checksum',
  'unknown-commune',
  /** The commune's code does not go with the postcode. */
  'contradicts-postcode',
  /** The commune of that name in the département has other postcodes. */
  'contradicts-commune',
  /** No commune has it: a CEDEX of a town with several postcodes. */
  'unknown-postcode',
  /** One of latitude and longitude only. */
  'incomplete',
  'out-of-range',
  /** Latitude 0, longitude 0: off the coast of Ghana. */
  'null-island',
  /** Latitude and longitude would be near the commune the other way round. */
  'swapped',
  /** Outside the commune, and more than fifteen kilometres from its middle. */
  'far-from-commune',
  'in-future',
  /** A day before the standard's first ancestors: the default of a machine. */
  'default-date',
  'not-understood',
  /** Hours that end before they begin, are of no length, or are within others of the same day. */
  'reversed-range',
  'empty-range',
  'overlapping-ranges',
  'too-long',
  /** A record that somebody made in order to try the tool that makes them. */
  'test-record',
] as const;
export type FlagReason = (typeof flagReasons)[number];

/** Why a row is no venue. */
const rejectionReasons = [
  'missing',
  'malformed',
  /** Another row of the file has this id. */
  'repeated',
  /** The row has more or fewer cells than the header. */
  'cell-count',
  /** A list of lists, or an object, where JSON should hold a text, a number or a list of texts. */
  'nested',
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];

/** A field that was put right, and why that is certain. */
export type Repair = {
  readonly field: StandardColumn;
  readonly reason: RepairReason;
  /** The cell as it was read. */
  readonly from: string;
  /** The cell as it is written; the same in all repairs of one field. */
  readonly to: string;
};
/** A field that is not to be trusted, and why. */
export type Flag = {
  readonly field: StandardColumn;
  readonly reason: FlagReason;
  /** What is in doubt: the cell, or the one value of it. */
  readonly value: string;
};
/** What keeps a row from being a venue. */
export type Rejection = {
  /** `null`: the row as a whole. */
  readonly field: StandardColumn | null;
  readonly reason: RejectionReason;
};

/** Collects what is found while a row is read. */
export type Notes = {
  readonly repairs: Repair[];
  readonly flags: Flag[];
  /** The cell of `field` becomes `to`. */
  readonly repair: (field: StandardColumn, reason: RepairReason, to: string) => void;
  readonly flag: (field: StandardColumn, reason: FlagReason, value: string) => void;
};

/** Notes with nothing on them. `cells` is the row as it is read. */
export function takeNotes(cells: (field: StandardColumn) => string): Notes {
  const repairs: Repair[] = [];
  const flags: Flag[] = [];
  return {
    repairs,
    flags,
    repair: (field, reason, to) => repairs.push({ field, reason, from: cells(field), to }),
    flag: (field, reason, value) => flags.push({ field, reason, value }),
  };
}
