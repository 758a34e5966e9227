import { useState } from 'react';
import { type DraftRefusal, rdvPlanAnswer } from '#src/contract';
import { request } from '../storage/api.ts';

type DraftFailure = { readonly code: DraftRefusal; readonly said: string };

/** Opens the draft of a referral on RDV Service Public in the browser; the hub makes it where there is none yet. */
export function useRdvDraft(): {
  readonly isOpening: boolean;
  readonly failure: DraftFailure | null;
  readonly open: (referralId: string) => Promise<void>;
} {
  const [isOpening, setOpening] = useState(false);
  const [failure, setFailure] = useState<DraftFailure | null>(null);
  return {
    isOpening,
    failure,
    open: async (referralId) => {
      setOpening(true);
      setFailure(null);
      const answer = await request('/api/rdv-plans', rdvPlanAnswer, { body: { referralId } });
      setOpening(false);
      // No answer of the hub's own: it may still be at it.
      if (!answer.ok) setFailure({ code: 'being-made', said: '' });
      else if (answer.value.status === 'refused') setFailure(answer.value);
      // A browser may keep it from opening by itself: the referral shows its link too.
      else window.open(answer.value.url, '_blank', 'noopener,noreferrer');
    },
  };
}
