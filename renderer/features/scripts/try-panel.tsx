import { useCallback, useState } from 'react';
import type { ScriptDocument } from '#src/script';
import { useMessages } from '../../i18n/messages.tsx';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/states.tsx';
import type { GraphMark } from './graph/drawn-script.ts';
import { nodeName } from './node-names.ts';

import type { TriedAnswer } from './try/trial.ts';
import { TryScript } from './try/try-script.tsx';
import { useWorkshop } from './workshop-context.ts';
import type { SideProps } from './workshop-props.ts';

/** Walks the script as it was when the trial began; the graph shows the way, and the form the step that is asked. */
export function TryPanel({ checked, shipped, editing, onMarks }: SideProps) {
  const messages = useMessages();
  const { workshop, exampleWords } = messages.scripts;
  const { select } = useWorkshop();
  const [tried, setTried] = useState<ScriptDocument | null>(null);
  const pass = useCallback(
    (questions: readonly string[], current: string) => {
      const passed = questions.map((id): [string, readonly GraphMark[]] => [id, ['passed']]);
      onMarks(new Map([...passed, [current, ['current']]]));
      select(current);
    },
    [onMarks, select],
  );
  function keep(answers: readonly TriedAnswer[], outcome: string): void {
    editing.edit((before) => {
      const examples = before.examples ?? [];
      const title = exampleWords.title(nodeName(before, outcome, messages), examples.length + 1);
      return { ...before, examples: [...examples, { title, answers, outcome }] };
    }, '/examples');
    announce(workshop.keptExample);
  }
  if (tried !== null) {
    return (
      <TryScript
        document={tried}
        models={shipped.models}
        cards={shipped.cards}
        onPass={pass}
        onKeep={keep}
        onLeave={() => {
          setTried(null);
          onMarks(new Map());
        }}
      />
    );
  }
  const { sound } = checked;
  if (sound === null) {
    return <EmptyState title={workshop.tryUnsound}>{workshop.tryUnsoundNext}</EmptyState>;
  }
  return (
    <EmptyState
      title={workshop.try}
      action={
        <Button variant="primary" size="call" onPress={() => setTried(sound)}>
          {workshop.tryStart}
        </Button>
      }
    >
      {workshop.tryLead}
    </EmptyState>
  );
}
