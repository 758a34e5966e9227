import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { RefusalCode } from '#src/contract';
import { useMessages } from '../../../i18n/messages.tsx';
import { useDesk } from '../../../storage/desk.tsx';
import { usePersonas } from '../../../storage/reference.ts';
import { Button } from '../../../ui/button.tsx';
import { RadioGroup } from '../../../ui/choice.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { EmptyState } from '../../../ui/states.tsx';

/** Makes the training line ring. Who calls is told by the subject, not by name: on a real line nobody knows it either. */
export function TrainingPanel({ isAvailable }: { readonly isAvailable: boolean }) {
  const { call: words, failures } = useMessages();
  const { session, act } = useDesk();
  const personas = usePersonas();
  const [chosen, setChosen] = useState<string | null>(null);
  const [isRinging, setRinging] = useState(false);
  const [refusal, setRefusal] = useState<RefusalCode | null>(null);
  const line = session.lines.find(({ kind }) => kind === 'training');
  if (line === undefined) return null;
  const personaId = chosen ?? personas?.[0]?.id ?? null;

  const ring = async () => {
    if (personaId === null) return;
    setRefusal(null);
    setRinging(true);
    if (!isAvailable) await act('presence.set', { presence: 'available' });
    const receipt = await act(
      'training.ring',
      { callId: uuidv7(), lineId: line.id, personaId },
      { tellsRefusal: true },
    );
    const result = await receipt.acknowledged;
    setRinging(false);
    if (result.status === 'refused') setRefusal(result.code);
  };

  return (
    <Panel title={words.home.ring}>
      {personas?.length === 0 ? (
        <EmptyState title={words.home.noPersona}>{words.home.noPersonaNext}</EmptyState>
      ) : (
        <div className="call-home-form">
          <RadioGroup
            label={words.home.ringHelp}
            value={personaId}
            onChange={setChosen}
            options={(personas ?? []).map(({ id, presents }, index) => ({
              id,
              label: words.home.persona(index + 1),
              hint: presents,
            }))}
          />
          {refusal === null ? null : <Notice tone="warning" title={failures.refusals[refusal]} />}
          <div className="actions">
            <Button
              variant="primary"
              size="call"
              icon="phone"
              isDisabled={personaId === null}
              isPending={isRinging}
              onPress={() => void ring()}
            >
              {words.home.ringNow}
            </Button>
            {isAvailable ? null : <span className="small quiet">{words.home.makesAvailable}</span>}
          </div>
        </div>
      )}
    </Panel>
  );
}
