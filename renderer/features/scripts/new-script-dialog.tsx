import { useState } from 'react';
import { useLocation } from 'wouter';
import { draftSaved, type ScriptEntry, scriptWorkshop } from '#src/contract';
import { err, ok, type Result } from '#src/kernel';
import { useMessages } from '../../i18n/messages.tsx';
import { type ApiFailure, request } from '../../storage/api.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { EditedScript } from './edited/edited-script.ts';
import { idFrom } from './edited/ids.ts';
import { copyOf, skeleton } from './edited/skeleton.ts';
import { firstDocument } from './first-document.ts';

const sources = ['empty', 'copy'] as const;
type Source = (typeof sources)[number];

/** Makes a script: its first draft, empty or as another is. */
export function NewScriptDialog(props: {
  readonly entries: readonly ScriptEntry[];
  readonly onClose: () => void;
}) {
  const { scripts, common, failures } = useMessages();
  const { list } = scripts;
  const { entries, onClose } = props;
  const [title, setTitle] = useState('');
  const [from, setFrom] = useState<Source>('empty');
  const [copied, setCopied] = useState(entries[0]?.id ?? null);
  const [isMissing, setMissing] = useState(false);
  const { isPending, failure, create } = useCreating(entries);
  const submit = () => {
    setMissing(title.trim() === '');
    if (title.trim() !== '') void create(title.trim(), from === 'copy' ? copied : null);
  };
  return (
    <Dialog title={list.new} onClose={onClose}>
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextField
          label={list.newTitle}
          value={title}
          maxLength={80}
          autoFocus
          error={isMissing && title.trim() === '' ? list.newTitleMissing : undefined}
          onChange={setTitle}
        />
        <RadioGroup
          label={list.from}
          options={[
            { id: 'empty', label: list.fromEmpty, hint: list.fromEmptyHint },
            { id: 'copy', label: list.fromCopy },
          ]}
          value={from}
          onChange={setFrom}
        />
        {from === 'copy' ? (
          <Select
            label={list.copyWhich}
            options={entries.map((entry) => ({ id: entry.id, label: entry.title }))}
            value={copied}
            onChange={setCopied}
          />
        ) : null}
        {failure === null ? null : (
          <Notice
            tone="error"
            title={list.createFailed}
            safe={list.createSafe}
            next={failures.apiErrors[failure.code]}
          />
        )}
        <div className="dialog-actions">
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button variant="primary" type="submit" isPending={isPending}>
            {list.create}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Saves the first draft, and opens it. */
function useCreating(entries: readonly ScriptEntry[]) {
  const { skeletonWords } = useMessages().scripts;
  const [, navigate] = useLocation();
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);

  async function create(title: string, copied: string | null): Promise<void> {
    setPending(true);
    const id = idFrom(
      title,
      entries.map((entry) => entry.id),
    );
    const document =
      copied === null ? ok(skeleton(id, title, skeletonWords)) : await copyFrom(copied, id, title);
    const saved = document.ok ? await saveFirst(document.value) : document;
    setPending(false);
    setFailure(saved.ok ? null : saved.error);
    if (saved.ok) navigate(`/scripts/${id}`);
  }
  return { isPending, failure, create };
}

async function copyFrom(
  other: string,
  id: string,
  title: string,
): Promise<Result<EditedScript, ApiFailure>> {
  const answer = await request(`/api/scripts/${other}/workshop`, scriptWorkshop);
  if (!answer.ok) return answer;
  const document = firstDocument(answer.value);
  return document === null
    ? err({ code: 'not-understood', correlationId: null, where: null })
    : ok(copyOf(document, id, title));
}

async function saveFirst(document: EditedScript): Promise<Result<unknown, ApiFailure>> {
  const body = { revision: 0, base: null, document };
  return request(`/api/scripts/${document.id}/draft`, draftSaved, { body });
}
