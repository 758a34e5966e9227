import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { RefusalCode } from '#src/contract';
import { useDesk, useEntities } from '../../../storage/desk.tsx';

/** Makes the training line ring at this desk, which is available from then on; RO-5. */
export function useTrainingRing() {
  const { session, act } = useDesk();
  const presences = useEntities('presence');
  const [isRinging, setRinging] = useState(false);
  const [refusal, setRefusal] = useState<RefusalCode | null>(null);
  const isAvailable =
    presences?.find(({ id }) => id === session.account.id)?.presence === 'available';

  /** Says whether it rings. */
  const ring = async (lineId: string, personaId: string): Promise<boolean> => {
    setRefusal(null);
    setRinging(true);
    if (!isAvailable) await act('presence.set', { presence: 'available' });
    const receipt = await act(
      'training.ring',
      { callId: uuidv7(), lineId, personaId },
      { tellsRefusal: true },
    );
    const result = await receipt.acknowledged();
    setRinging(false);
    if (result.status === 'refused') setRefusal(result.code);
    return result.status !== 'refused';
  };

  return { ring, isRinging, refusal, isAvailable };
}
