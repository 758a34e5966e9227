import { useMemo, useState } from 'react';
import { DropZone, FileTrigger } from 'react-aria-components';
import type { Result } from '#src/kernel';
import { type CellFinding, parseScript, type ScriptDocument, scriptDifference } from '#src/script';
import { useFormat, useMessages } from '../../../i18n/messages.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { Shipped } from '../shipped.ts';
import { CellFindings } from './cell-findings.tsx';
import { fileForms, readScriptFile } from './script-file.ts';
import './exchange.css';

/** Reads a script from a file, and gives it on only once the author has seen what it holds. */
export function ExchangeDialog(props: {
  /** What a sheet does not say is taken from this one. */
  readonly into: ScriptDocument | null;
  readonly shipped: Shipped | null;
  /** A script as JSON, for the draft. */
  readonly onRead: (json: unknown) => void;
  readonly onClose: () => void;
}) {
  const { common, scriptsDifference } = useMessages();
  const { exchange } = scriptsDifference;
  const { into, shipped, onRead, onClose } = props;
  const { file, read, choose } = useReading(into, shipped);
  const confirm = () => {
    if (read?.ok === true) onRead(read.value);
  };
  return (
    <Dialog
      title={exchange.title}
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button variant="primary" icon="check" isDisabled={read?.ok !== true} onPress={confirm}>
            {into === null ? exchange.confirmNew : exchange.confirm}
          </Button>
        </>
      }
    >
      <p>{exchange.lead}</p>
      <ChooseFile file={file} onChoose={choose} />
      <div className="exchange-read" aria-live="polite">
        {file !== null && read === null ? <p className="quiet">{exchange.reading}</p> : null}
        {read?.ok === true ? <ReadScript json={read.value} into={into} /> : null}
      </div>
      {read?.ok === false ? <CellFindings findings={read.error} /> : null}
    </Dialog>
  );
}

function ChooseFile(props: {
  readonly file: File | null;
  readonly onChoose: (file: File) => void;
}) {
  const { exchange } = useMessages().scriptsDifference;
  const format = useFormat();
  const { file, onChoose } = props;
  return (
    <DropZone
      className="exchange-drop"
      onDrop={async ({ items }) => {
        const dropped = items.find((item) => item.kind === 'file');
        if (dropped !== undefined) onChoose(await dropped.getFile());
      }}
    >
      <p>{file === null ? exchange.drop : exchange.file(file.name, format.fileSize(file.size))}</p>
      <FileTrigger
        acceptedFileTypes={fileForms.map((form) => `.${form}`)}
        onSelect={(files) => {
          const chosen = files?.item(0) ?? null;
          if (chosen !== null) onChoose(chosen);
        }}
      >
        <Button icon="document" autoFocus>
          {file === null ? exchange.choose : exchange.chooseOther}
        </Button>
      </FileTrigger>
    </DropZone>
  );
}

/** How much was read and how much it changes, so that the wrong file is seen before it replaces anything. */
function ReadScript(props: { readonly json: unknown; readonly into: ScriptDocument | null }) {
  const { exchange, difference } = useMessages().scriptsDifference;
  const { json, into } = props;
  const steps = Object.keys(Object(Object(json).nodes)).length;
  const parsed = useMemo(() => parseScript(json), [json]);
  const changes = into === null || !parsed.ok ? null : scriptDifference(into, parsed.value).length;
  return (
    <Notice
      tone="info"
      title={exchange.read(steps)}
      safe={changes === null ? undefined : exchange.changes(difference.count(changes), changes)}
      next={into === null ? undefined : exchange.keepsRest}
    />
  );
}

type Read = Result<unknown, readonly CellFinding[]>;

/** The file chosen last, and what it holds once it is read. */
function useReading(into: ScriptDocument | null, shipped: Shipped | null) {
  const [chosen, setChosen] = useState<{ file: File; read: Read | null } | null>(null);

  async function choose(file: File): Promise<void> {
    setChosen({ file, read: null });
    const read = await readScriptFile(file, into, shipped);
    setChosen((latest) => (latest?.file === file ? { file, read } : latest));
  }
  return {
    file: chosen?.file ?? null,
    read: chosen?.read ?? null,
    choose: (file: File) => void choose(file),
  };
}
