import { useState } from 'react';
import type { ScriptRun } from '#src/script';
import { useMessages } from '../../../i18n/messages.tsx';
import { Button } from '../../../ui/button.tsx';
import { Tag } from '../../../ui/tag.tsx';

/** Where the trial came to, and whether that is how such a call should go. */
export function TryEnd(props: {
  readonly outcome: NonNullable<ScriptRun['outcome']>;
  /** `null`: examples are not kept here. */
  readonly onKeep: (() => void) | null;
}) {
  const { scripts, scriptsGraph } = useMessages();
  const { trial } = scriptsGraph;
  const { onKeep } = props;
  const [isKept, setKept] = useState(false);
  return (
    <div className="try-end">
      <p>
        {trial.ends} <Tag tone="brand">{scripts.form.outcomes[props.outcome]}</Tag>
      </p>
      {onKeep === null ? null : (
        <Button
          icon={isKept ? 'check' : 'plus'}
          isDisabled={isKept}
          description={trial.keepSays}
          onPress={() => {
            onKeep();
            setKept(true);
          }}
        >
          {isKept ? trial.kept : trial.keep}
        </Button>
      )}
    </div>
  );
}
