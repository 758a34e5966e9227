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
import { type EditedScript, readEdited } from './edited/edited-script.ts';
import { idFrom } from './edited/ids.ts';
import { copyOf, skeleton } from './edited/skeleton.ts';
import { ExchangeDialog } from './exchange/exchange-dialog.tsx';
import { firstDocument } from './first-document.ts';
import './form/form.css';

type Source = 'empty' | 'copy' | 'file';

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
  const [isReading, setReading] = useState(false);
  const { isPending, failure, create } = useCreating(entries);
  const submit = () => {
    setMissing(title.trim() === '');
    if (title.trim() === '') return;
    if (from === 'file') setReading(true);
    else void create(title.trim(), from === 'copy' && copied !== null ? copyFrom(copied) : null);
  };
  if (isReading) {
    return (
      <ExchangeDialog
        into={null}
        shipped={null}
        onRead={(json) => {
          setReading(false);
          void create(title.trim(), Promise.resolve(fromFile(json)));
        }}
        onClose={() => setReading(false)}
      />
    );
  }
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
            { id: 'file', label: list.fromFile, hint: list.fromFileHint },
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
            next={failure === notAScript ? list.fileNoScript : failures.apiErrors[failure.code]}
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

  /** @param model the script that it begins as; `null`: an empty one */
  async function create(title: string, model: Promise<Model> | null): Promise<void> {
    setPending(true);
    const id = idFrom(
      title,
      entries.map((entry) => entry.id),
    );
    const read = model === null ? ok(skeleton(id, title, skeletonWords)) : await model;
    const saved = read.ok ? await saveFirst(copyOf(read.value, id, title)) : read;
    setPending(false);
    setFailure(saved.ok ? null : saved.error);
    if (saved.ok) navigate(`/scripts/${id}`);
  }
  return { isPending, failure, create };
}

type Model = Result<EditedScript, ApiFailure>;

const notAScript: ApiFailure = { code: 'not-understood', correlationId: null, where: null };

async function copyFrom(other: string): Promise<Model> {
  const answer = await request(`/api/scripts/${other}/workshop`, scriptWorkshop);
  if (!answer.ok) return answer;
  const document = firstDocument(answer.value);
  return document === null ? err(notAScript) : ok(document);
}

function fromFile(json: unknown): Model {
  const read = readEdited(json);
  return read === null ? err(notAScript) : ok(read);
}

async function saveFirst(document: EditedScript): Promise<Result<unknown, ApiFailure>> {
  const body = { revision: 0, base: null, document };
  return request(`/api/scripts/${document.id}/draft`, draftSaved, { body });
}
