import { useState } from 'react';
import { type PublishResult, publishResult } from '#src/contract';
import {
  isLaterVersion,
  neededVersion,
  parseScript,
  type ScriptDocument,
  scriptDifference,
} from '#src/script';
import { useMessages } from '../../../i18n/messages.tsx';
import { type ApiFailure, request } from '../../../storage/api.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { DifferenceList } from '../difference/difference-list.tsx';
import { useWorkshop } from '../workshop-context.ts';
import type { PartProps } from '../workshop-props.ts';
import { ImpactPanel } from './impact-panel.tsx';
import { RefusedFindings } from './refused-findings.tsx';
import './publish.css';

type PublishProps = PartProps & { readonly onClose: () => void };

/** What changes, under which number and why: then new calls run it. */
export function PublishDialog(props: PublishProps) {
  const { publish } = useMessages().scripts;
  const { checked, onClose } = props;
  if (checked.sound === null) {
    return (
      <Dialog title={publish.title} onClose={onClose}>
        <Notice tone="warning" title={publish.unsound(checked.errors)} next={publish.unsoundNext} />
      </Dialog>
    );
  }
  return <SoundDialog {...props} sound={checked.sound} />;
}

function SoundDialog(props: PublishProps & { readonly sound: ScriptDocument }) {
  const { scripts, common, failures } = useMessages();
  const { publish } = scripts;
  const { select } = useWorkshop();
  const { sound, onClose } = props;
  const before = publishedDocument(props.published);
  const needed = before === null ? sound.version : numberAfter(before, sound);
  const [version, setVersion] = useState(
    isLaterVersion(sound.version, needed) ? sound.version : needed,
  );
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const { isPending, failure, refused, send } = usePublishing(props);
  const isNumber = /^\d{1,5}\.\d{1,5}\.\d{1,5}$/.test(version);
  const submit = () => {
    setTried(true);
    if (isNumber && reason.trim() !== '') void send(version, reason.trim());
  };
  return (
    <Dialog
      title={publish.title}
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button
            variant="primary"
            size="call"
            icon="check"
            shortcut="Ctrl+Enter"
            isPending={isPending}
            onPress={submit}
          >
            {publish.confirm}
          </Button>
        </>
      }
    >
      <p>{publish.lead}</p>
      <section className="publish-changes" aria-label={publish.changes}>
        <h3>{publish.changes}</h3>
        {before === null ? (
          <p className="quiet">{publish.first}</p>
        ) : (
          <DifferenceList
            before={before}
            after={sound}
            onSelect={(node) => {
              select(node);
              onClose();
            }}
          />
        )}
      </section>
      {before === null ? null : <ImpactPanel {...props} />}
      <div className="publish-fields">
        <TextField
          label={publish.version}
          help={before === null ? undefined : publish.versionWhy(needed)}
          error={isTried && !isNumber ? publish.versionWrong : undefined}
          value={version}
          onChange={setVersion}
        />
        <TextArea
          label={publish.reason}
          help={publish.reasonHelp}
          error={isTried && reason.trim() === '' ? publish.reasonMissing : undefined}
          rows={2}
          maxLength={200}
          value={reason}
          onChange={setReason}
        />
      </div>
      {failure === null ? null : (
        <Notice
          tone="error"
          title={publish.failed}
          safe={publish.failedSafe}
          next={failures.apiErrors[failure.code]}
        />
      )}
      {refused.length === 0 ? null : <RefusedFindings findings={refused} />}
    </Dialog>
  );
}

function publishedDocument(published: unknown): ScriptDocument | null {
  const parsed = parseScript(published);
  return parsed.ok ? parsed.value : null;
}

/** A draft that says the same still needs a number of its own. */
function numberAfter(before: ScriptDocument, after: ScriptDocument): string {
  return neededVersion(before, scriptDifference(before, after));
}

type Refused = Extract<PublishResult, { status: 'refused' }>['findings'];

/** Gives the draft its number, saves it and publishes that very revision. */
function usePublishing({ entry, editing, onAgain, onClose }: PublishProps) {
  const { publish } = useMessages().scripts;
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [refused, setRefused] = useState<Refused>([]);

  async function send(version: string, reason: string): Promise<void> {
    setPending(true);
    setRefused([]);
    editing.edit(
      (script) => (script.version === version ? script : { ...script, version }),
      '/version',
    );
    const revision = await editing.save();
    const answer =
      revision === null
        ? null
        : await request(`/api/scripts/${entry.id}/publish`, publishResult, {
            body: { revision, reason },
          });
    setPending(false);
    setFailure(answer === null ? notSaved : answer.ok ? null : answer.error);
    if (answer === null || !answer.ok) return;
    if (answer.value.status === 'refused') {
      setRefused(answer.value.findings);
      return;
    }
    announce(publish.done(entry.title, answer.value.version.version));
    await editing.forget();
    onClose();
    onAgain();
  }
  return { isPending, failure, refused, send };
}

/** Why the draft is not at the hub stands in the workshop's own notice. */
const notSaved: ApiFailure = { code: 'unreachable', correlationId: null, where: null };
