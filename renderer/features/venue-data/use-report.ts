import { useCallback, useEffect, useState } from 'react';
import { type QualityReport, qualityReport } from '#src/contract';
import { type ApiFailure, request } from '../../storage/api.ts';

/** The quality report of a set; a set never changes, so that one reading is enough. */
export function useReport(setId: string) {
  const [report, setReport] = useState<QualityReport | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const read = useCallback(async () => {
    setFailure(null);
    const answer = await request(`/api/venue-data/${setId}/report`, qualityReport);
    if (answer.ok) setReport(answer.value);
    else setFailure(answer.error);
  }, [setId]);
  useEffect(() => {
    void read();
  }, [read]);
  return { report, failure, retry: () => void read() };
}
