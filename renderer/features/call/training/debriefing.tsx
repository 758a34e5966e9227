import { useEffect, useMemo, useRef } from 'react';
import { useLocation } from 'wouter';
import type { CallFacts } from '#src/contract';
import type { CompiledScript } from '#src/script';
import { debrief, type Persona } from '#src/training';
import { useMessages } from '../../../i18n/messages.tsx';
import { type LocalCall, useEntities } from '../../../storage/desk.tsx';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { EssentialsPanel } from './essentials-panel.tsx';
import { PathPanel } from './path-panel.tsx';
import { headlineOf, trainedCall } from './trained-call.ts';
import { useTrainingRing } from './use-training-ring.ts';
import { NotePanel, WordsPanel } from './words-panels.tsx';

/** What was done, beside what was expected: the path on one side, the rest on the other. */
export function DebriefingView(props: {
  readonly local: LocalCall;
  readonly facts: CallFacts;
  readonly persona: Persona;
  readonly script: CompiledScript;
}) {
  const { training: words, failures } = useMessages();
  const { local, facts, persona, script } = props;
  const [, navigate] = useLocation();
  const training = useTrainingRing();
  const debriefing = useMemo(
    () => debrief(script, persona, trainedCall(local, facts)),
    [script, persona, local, facts],
  );
  const referral = useEntities('referral')?.find(({ callId }) => callId === local.call.id);
  // The call's own screen, which had the focus, is gone.
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const again = async () => {
    if (await training.ring(local.call.lineId, persona.id)) navigate('/appel');
  };
  return (
    <div className="debriefing">
      <header className="debriefing-head">
        <div>
          <h1 ref={title} tabIndex={-1}>
            {words.title(persona.name)}
          </h1>
          <p>
            {words.headlines[headlineOf(debriefing)]}{' '}
            <span className="small quiet">{words.private}</span>
          </p>
        </div>
        <div className="actions">
          <Button
            icon="reload"
            shortcut="Alt+R"
            isPending={training.isRinging}
            onPress={() => void again()}
          >
            {words.again}
          </Button>
          <Button variant="primary" shortcut="Enter" onPress={() => navigate('/appel')}>
            {words.leave}
          </Button>
        </div>
        {training.refusal === null ? null : (
          <Notice tone="warning" title={failures.refusals[training.refusal]} />
        )}
      </header>
      <div className="debriefing-columns">
        <PathPanel steps={debriefing.steps} script={script} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
        <section className="debriefing-side" aria-label={words.beside} tabIndex={0}>
          <EssentialsPanel debriefing={debriefing} venueName={referral?.venueName ?? null} />
          <WordsPanel avoid={debriefing.avoid} />
          <NotePanel facts={persona.facts} note={local.note} />
        </section>
      </div>
    </div>
  );
}
