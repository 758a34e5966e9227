import { useState } from 'react';
import { useMessages } from '../../../i18n/messages.tsx';
import { useDesk } from '../../../storage/desk.tsx';
import { usePersonas } from '../../../storage/reference.ts';
import { Button } from '../../../ui/button.tsx';
import { RadioGroup } from '../../../ui/choice.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useTrainingRing } from '../training/use-training-ring.ts';

/** Makes the training line ring: whoever trains chooses who calls. */
export function TrainingPanel() {
  const { call: words, failures } = useMessages();
  const { session } = useDesk();
  const personas = usePersonas();
  const { ring, isRinging, refusal, isAvailable } = useTrainingRing();
  const [chosen, setChosen] = useState<string | null>(null);
  const lines = session.lines.filter(({ kind }) => kind === 'training');
  if (lines.length === 0) return null;
  const calls = lines.flatMap((line) =>
    (personas ?? []).flatMap((persona) =>
      persona.script === line.scriptId ? [{ line, persona }] : [],
    ),
  );
  const call = calls.find(({ persona }) => persona.id === chosen) ?? calls[0];

  return (
    <Panel title={words.home.ring}>
      {personas !== null && call === undefined ? (
        <EmptyState title={words.home.noPersona}>{words.home.noPersonaNext}</EmptyState>
      ) : (
        <div className="call-home-form">
          <RadioGroup
            label={words.home.ringHelp}
            value={call?.persona.id ?? null}
            onChange={setChosen}
            options={calls.map(({ line, persona }, index) => ({
              id: persona.id,
              label: words.home.persona(index + 1, lines.length > 1 ? line.name : null),
              hint: persona.presents,
            }))}
          />
          {refusal === null ? null : <Notice tone="warning" title={failures.refusals[refusal]} />}
          <div className="actions call-home-ring">
            <Button
              variant="primary"
              size="call"
              icon="phone"
              isDisabled={call === undefined}
              isPending={isRinging}
              onPress={() => {
                if (call !== undefined) void ring(call.line.id, call.persona.id);
              }}
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
