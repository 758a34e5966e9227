import { useState } from 'react';
import { type ScriptEntry, scriptWorkshop } from '#src/contract';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { useRead } from '../../storage/use-read.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Editing } from './use-editing.ts';

/** Why the draft is not at the hub, where somebody has to do something about it. */
export function SaveNotice(props: { readonly entry: ScriptEntry; readonly editing: Editing }) {
  const { scripts, failures } = useMessages();
  const { workshop } = scripts;
  const { editing } = props;
  if (editing.saveState === 'conflict') return <Conflict {...props} />;
  if (editing.refusal === null) return null;
  return (
    <Notice
      tone="error"
      title={workshop.refused}
      safe={workshop.refusedSafe}
      next={failures.apiErrors[editing.refusal.code]}
      actions={<Button onPress={() => void editing.save()}>{workshop.saveAgain}</Button>}
    />
  );
}

/** Two drafts: which one goes on. */
function Conflict(props: { readonly entry: ScriptEntry; readonly editing: Editing }) {
  const { workshop, list } = useMessages().scripts;
  const format = useFormat();
  const { entry, editing } = props;
  const { value: latest } = useRead(`/api/scripts/${entry.id}/workshop`, scriptWorkshop);
  const theirs = latest?.entry.draft ?? null;
  const [isPending, setPending] = useState(false);
  const choose = async (act: () => Promise<unknown>, says?: string) => {
    setPending(true);
    const done = await act();
    setPending(false);
    if (done !== false && says !== undefined) announce(says);
  };
  return (
    <Notice
      tone="warning"
      title={workshop.conflict}
      safe={workshop.conflictSafe}
      next={workshop.conflictNext}
      actions={
        <>
          <Button isPending={isPending} onPress={() => void choose(editing.keepMine)}>
            {workshop.keepMine}
          </Button>
          <Button
            isPending={isPending}
            onPress={() => void choose(editing.takeTheirs, workshop.tookTheirs)}
          >
            {workshop.takeTheirs}
          </Button>
        </>
      }
    >
      {theirs === null ? null : (
        <p>
          {workshop.conflictBy(
            theirs.savedBy,
            list.when(format.date(theirs.savedAt), format.clock(theirs.savedAt)),
          )}
        </p>
      )}
    </Notice>
  );
}
