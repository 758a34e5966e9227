import { knowsValue } from './read-lists.ts';
import {
  type Enumeration,
  labelEnumeration,
  type StandardColumn,
  specialCareEnumeration,
  type VenueRow,
} from './standard.ts';

type Successor = {
  readonly column: StandardColumn;
  /** Where the column was divided in two: the values that went to the second. */
  readonly second?: readonly [StandardColumn, Enumeration<string>];
};

/** The columns of version 0 that version 1 took away (VE-17). `cle_ban` has no successor and stays as it is. */
const successors: ReadonlyMap<string, Successor> = new Map<string, Successor>([
  ['courriel', { column: 'courriels' }],
  [
    'publics_accueillis',
    {
      column: 'publics_specifiquement_adresses',
      second: ['prise_en_charge_specifique', specialCareEnumeration],
    },
  ],
  ['conditions_acces', { column: 'frais_a_charge' }],
  [
    'labels_nationaux',
    {
      column: 'dispositif_programmes_nationaux',
      second: ['formations_labels', labelEnumeration],
    },
  ],
  ['labels_autres', { column: 'autres_formations_labels' }],
  ['accessibilite', { column: 'fiche_acces_libre' }],
]);

/** The columns of a file that are read as those that took their place: the file has none of these. */
export function formerColumns(columns: readonly string[]): readonly string[] {
  return columns.filter((name) => {
    const successor = successors.get(name);
    if (successor === undefined || columns.includes(successor.column)) return false;
    return successor.second === undefined || !columns.includes(successor.second[0]);
  });
}

/** A row in the columns of version 1, its values as they were. */
export type UpgradedRow = {
  readonly row: VenueRow;
  /** By column of version 1: the cell of version 0 that it came from. */
  readonly origins: ReadonlyMap<StandardColumn, string>;
};

/**
 * Moves the cells of version 0 to the columns that took their place. Values are not translated here:
 * reading a list knows those of both versions. A row without such a column is given back as it is.
 */
export function upgradeRow(row: VenueRow): UpgradedRow {
  const former = formerColumns(Object.keys(row));
  if (former.length === 0) return { row, origins: new Map() };
  const upgraded: Record<string, string> = { ...row };
  const origins = new Map<StandardColumn, string>();
  for (const column of former) {
    const cell = row[column] ?? '';
    delete upgraded[column];
    for (const [successor, moved] of move(column, cell)) {
      upgraded[successor] = moved;
      if (moved !== '') origins.set(successor, cell);
    }
  }
  return { row: upgraded, origins };
}

/** What becomes of a cell. A value that neither successor knows stays with the first. */
function move(name: string, cell: string): readonly (readonly [StandardColumn, string])[] {
  const successor = successors.get(name);
  if (successor === undefined) return [];
  const { column, second } = successor;
  if (second === undefined) return [[column, cell]];
  const [otherColumn, enumeration] = second;
  const values = cell.split(/[|;]/).filter((value) => value.trim() !== '');
  const isOther = (value: string) => knowsValue(value, enumeration);
  return [
    [column, values.filter((value) => !isOther(value)).join(';')],
    [otherColumn, values.filter(isOther).join(';')],
  ];
}
