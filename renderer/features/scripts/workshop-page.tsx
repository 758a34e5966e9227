import { useEffect, useMemo, useState } from 'react';
import { useParams } from 'wouter';
import { type ScriptWorkshop, scriptWorkshop } from '#src/contract';
import { useMessages } from '../../i18n/messages.tsx';
import { type Draft, useDraft } from '../../storage/draft.ts';
import { useRead } from '../../storage/use-read.ts';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { beginningOf } from './first-document.ts';
import { type KeptScript, keptScript } from './kept-script.ts';
import { shippedOf } from './shipped.ts';
import { Workshop } from './workshop.tsx';
import './workshop.css';

/** Where a script is written, checked, tried and put in use. */
export function WorkshopPage() {
  const { scriptId = '' } = useParams<{ scriptId: string }>();
  const [round, setRound] = useState(0);
  return (
    <Reading
      key={`${scriptId}/${round}`}
      id={scriptId}
      isAgain={round > 0}
      onAgain={() => setRound(round + 1)}
    />
  );
}

type ReadingProps = {
  readonly id: string;
  readonly isAgain: boolean;
  readonly onAgain: () => void;
};

function Reading({ id, isAgain, onAgain }: ReadingProps) {
  const { scripts, failures } = useMessages();
  const { value, failure } = useRead(`/api/scripts/${id}/workshop`, scriptWorkshop);
  const kept = useDraft(`script:${id}`, keptScript);
  if (value !== null && kept !== undefined) {
    return <Begun workshop={value} kept={kept} isAgain={isAgain} onAgain={onAgain} />;
  }
  if (failure === null) return <LoadingState />;
  return (
    <div className="workshop-state">
      <h1>{scripts.list.title}</h1>
      <ErrorState
        title={scripts.workshop.failed}
        safe={scripts.workshop.failedSafe}
        next={failures.apiErrors[failure.code]}
        onRetry={onAgain}
      />
    </div>
  );
}

function Begun(props: {
  readonly workshop: ScriptWorkshop;
  readonly kept: Draft<KeptScript>;
  readonly isAgain: boolean;
  readonly onAgain: () => void;
}) {
  const { workshop: words } = useMessages().scripts;
  const { workshop, kept } = props;
  const shipped = useMemo(() => shippedOf(workshop), [workshop]);
  const { write, forget } = kept;
  // What is kept changes at each key; the workshop, which wrote it, need not be told.
  const keeping = useMemo(() => ({ write, forget }), [write, forget]);
  const [beginning] = useState(() => beginningOf(workshop, kept.value));
  useEffect(() => {
    document.title = workshop.entry.title;
  }, [workshop]);
  if (beginning === null) {
    return (
      <div className="workshop-state">
        <h1>{workshop.entry.title}</h1>
        <ErrorState title={words.unreadable} next={words.unreadableNext} />
      </div>
    );
  }
  return (
    <Workshop
      entry={workshop.entry}
      published={workshop.published}
      shipped={shipped}
      beginning={beginning}
      kept={keeping}
      isAgain={props.isAgain}
      onAgain={props.onAgain}
    />
  );
}
