import type { LineView, TerritoryView } from '#src/contract';
import { phoneRegionOfDepartement } from '#src/geography';
import type { PhoneRegion } from '#src/kernel';

/** Whose numbers are dialled without a country code on this line: those of its territory. */
export function phoneRegionOfLine(
  line: Pick<LineView, 'territoryId'> | null,
  territories: readonly TerritoryView[],
): PhoneRegion {
  const territory = territories.find(({ id }) => id === line?.territoryId);
  const departement = territory?.departements[0];
  return departement === undefined ? 'FR' : phoneRegionOfDepartement(departement);
}
