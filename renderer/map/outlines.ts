import { type SetState, setSource, useSet } from '../storage/sets.ts';
import { type Contours, readContours } from './contours.ts';

/** The outlines of every département: without them there is no map to look at. */
export const outlines = setSource('/api/geography/contours/departements', readContours);

export function useOutlines(): SetState<Contours> {
  return useSet(outlines);
}
