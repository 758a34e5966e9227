import type { LineView, TerritoryView } from '#src/contract';
import { type HoursPlace, hoursPlaceOf } from '#src/hours';

/** On whose clock the person is called back: that of their commune, else of the line's territory. */
export function placeOfCall(
  communeCode: string | null,
  line: Pick<LineView, 'territoryId'> | null,
  territories: readonly TerritoryView[],
): HoursPlace {
  const territory = territories.find(({ id }) => id === line?.territoryId);
  const [departement = ''] = territory?.departements ?? [];
  return hoursPlaceOf(communeCode, departement.padEnd(5, '0'));
}
