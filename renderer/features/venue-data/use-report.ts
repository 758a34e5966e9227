import { qualityReport } from '#src/contract';
import { useRead } from '../../storage/use-read.ts';

/** The quality report of a set. */
export const useReport = (setId: string) =>
  useRead(`/api/venue-data/${setId}/report`, qualityReport);
