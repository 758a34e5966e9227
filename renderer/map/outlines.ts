import { setSource, setSources } from '../storage/sets.ts';
import { type SetState, useSet } from '../storage/use-set.ts';
import { type Contours, readContours } from './contours.ts';

/** The outlines of every département: without them there is no map to look at. */
export const outlines = setSource('/api/geography/contours/departements', readContours);

/** The contours of a département's communes. */
export const communesOf = setSources((code) => `/api/geography/contours/${code}`, readContours);

export function useOutlines(): SetState<Contours> {
  return useSet(outlines);
}
