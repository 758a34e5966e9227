import { useRef, useState } from 'react';
import { DropZone, FileTrigger } from 'react-aria-components';
import { type VenueDataView, venueDataView } from '#src/contract';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { type ApiFailure, sendFile } from '../../storage/api.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Progress } from '../../ui/progress.tsx';

/** What a file of venues is called, for the picker of the browser. */
const fileTypes = ['.csv', '.json', '.gz', 'text/csv', 'application/json', 'application/gzip'];

type SendProps = {
  /** A file is being read: the hub takes one at a time. */
  readonly isBusy: boolean;
  readonly onTaken: (view: VenueDataView) => void;
};

/** Sends a file: chosen or dropped, looked at, sent. It is put in use by nobody but the administrator. */
export function SendPanel(props: SendProps) {
  const { venueData } = useMessages();
  const sending = useSending(props.onTaken);
  return (
    <Panel title={venueData.send} className="venue-send">
      <p className="small quiet">{venueData.sendHelp}</p>
      {sending.file !== null && sending.share !== null ? (
        <>
          <Progress label={venueData.sending(sending.file.name)} share={sending.share} />
          <Button icon="close" onPress={sending.stop}>
            {venueData.stop}
          </Button>
        </>
      ) : (
        <ChooseFile sending={sending} isBusy={props.isBusy} />
      )}
      {sending.failure === null ? null : <SendFailure failure={sending.failure} />}
      <p className="small quiet">{props.isBusy ? venueData.busy : venueData.nothingChanges}</p>
    </Panel>
  );
}

type Sending = ReturnType<typeof useSending>;

function ChooseFile(props: { readonly sending: Sending; readonly isBusy: boolean }) {
  const { venueData } = useMessages();
  const format = useFormat();
  const { file, choose, start } = props.sending;
  return (
    <DropZone
      className="venue-drop"
      isDisabled={props.isBusy}
      onDrop={async ({ items }) => {
        const dropped = items.find((item) => item.kind === 'file');
        if (dropped !== undefined) choose(await dropped.getFile());
      }}
    >
      <p>
        {file === null ? venueData.drop : venueData.file(file.name, format.fileSize(file.size))}
      </p>
      <div className="actions">
        <FileTrigger
          acceptedFileTypes={fileTypes}
          onSelect={(files) => {
            const chosen = files?.item(0) ?? null;
            if (chosen !== null) choose(chosen);
          }}
        >
          <Button icon="document" isDisabled={props.isBusy}>
            {file === null ? venueData.choose : venueData.chooseOther}
          </Button>
        </FileTrigger>
        {file === null ? null : (
          <Button variant="primary" isDisabled={props.isBusy} onPress={start}>
            {venueData.start}
          </Button>
        )}
      </div>
    </DropZone>
  );
}

function SendFailure({ failure }: { readonly failure: ApiFailure }) {
  const { venueData, failures } = useMessages();
  return (
    <Notice
      tone="error"
      title={venueData.sendFailed}
      safe={venueData.stillSafe}
      next={
        failure.code === 'too-large'
          ? venueData.failures['too-large'].next
          : failures.apiErrors[failure.code]
      }
    />
  );
}

/** A file on its way: chosen, going, refused. A file that was not taken stays chosen. */
function useSending(onTaken: SendProps['onTaken']) {
  const [file, setFile] = useState<File | null>(null);
  /** How much of it has left; `null` while nothing is sent. */
  const [share, setShare] = useState<number | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const stopping = useRef(new AbortController());

  async function send(chosen: File) {
    stopping.current = new AbortController();
    const { signal } = stopping.current;
    setFailure(null);
    setShare(0);
    const answer = await sendFile('/api/venue-data/file', venueDataView, chosen, {
      onProgress: setShare,
      signal,
    });
    setShare(null);
    if (signal.aborted) return;
    setFailure(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    setFile(null);
    onTaken(answer.value);
  }

  return {
    file,
    share,
    failure,
    choose: (chosen: File) => {
      setFailure(null);
      setFile(chosen);
    },
    start: () => {
      if (file !== null) void send(file);
    },
    stop: () => stopping.current.abort(),
  };
}
