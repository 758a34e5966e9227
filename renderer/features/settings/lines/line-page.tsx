import { Link, useLocation, useParams } from 'wouter';
import { type LineList, lineList } from '#src/contract';
import { isOnNetwork } from '#src/routing';
import { useMessages } from '../../../i18n/messages.tsx';
import { useDesk } from '../../../storage/desk.tsx';
import { useRead } from '../../../storage/use-read.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../../ui/states.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { AnswerersPanel } from './answerers-panel.tsx';
import { IdentityPanel } from './identity-panel.tsx';
import { draftOfLine, type LineDraft, newDraft } from './line-draft.ts';
import { OpeningPanel } from './opening-panel.tsx';
import { type LineForm, useLineForm } from './use-line-form.ts';
import { VoicePanel } from './voice-panel.tsx';
import { WaitingPanel } from './waiting-panel.tsx';
import '../settings.css';
import './lines.css';

const newLine = 'nouvelle';

/** RO-71, RO-72: one line and its rules, or a line that is to be added. */
export function LinePage() {
  const { lineId = '' } = useParams<{ lineId: string }>();
  const { lines, failures } = useMessages();
  const { value, failure, readAgain } = useRead('/api/lines', lineList);
  const saved = useSavedDraft(lineId, value);
  return (
    <div className="settings">
      {value === null && failure === null ? <LoadingState /> : null}
      {value === null && failure !== null ? (
        <ErrorState
          title={lines.readFailed}
          safe={lines.readFailedSafe}
          next={failures.apiErrors[failure.code]}
          onRetry={readAgain}
        />
      ) : null}
      {value !== null && saved === null ? (
        <EmptyState
          isPage
          title={lines.unknown}
          action={<Link href="/lignes">{lines.back}</Link>}
        />
      ) : null}
      {value === null || saved === null ? null : (
        <LineEditor
          key={JSON.stringify(saved)}
          lineId={lineId === newLine ? null : lineId}
          saved={saved}
          list={value}
          onSaved={readAgain}
        />
      )}
    </div>
  );
}

/** The line as the hub has it; `null` where there is none. */
function useSavedDraft(lineId: string, list: LineList | null): LineDraft | null {
  const { session } = useDesk();
  if (list === null) return null;
  const line = list.lines.find(({ id }) => id === lineId);
  if (line !== undefined) return draftOfLine(line);
  const [sponsor] = list.sponsors;
  const [script] = list.scripts;
  const [territory] = session.territories;
  if (lineId !== newLine || !sponsor || !script || !territory) return null;
  return newDraft({ sponsorId: sponsor.id, territoryId: territory.id, scriptId: script.id });
}

function LineEditor(props: {
  readonly lineId: string | null;
  readonly saved: LineDraft;
  readonly list: LineList;
  readonly onSaved: () => void;
}) {
  const { lines, failures } = useMessages();
  const form = useLineForm(props.lineId, props.saved);
  const { draft, errors, failure } = form;
  const hasErrors = Object.keys(errors).length > 0;
  return (
    <>
      <header className="settings-head line-head">
        <h1>{props.lineId === null ? lines.newTitle : props.saved.name}</h1>
        <Link href="/lignes">{lines.back}</Link>
        <SaveBar form={form} isNew={props.lineId === null} onSaved={props.onSaved} />
      </header>
      {hasErrors || failure !== null ? (
        <Notice
          tone="error"
          title={lines.failed}
          safe={lines.failedSafe}
          next={hasErrors || failure === null ? lines.toCorrect : failures.apiErrors[failure.code]}
        />
      ) : null}
      <div className="settings-two">
        <IdentityPanel form={form} list={props.list} isNew={props.lineId === null} />
        {isOnNetwork(draft.kind) ? (
          <>
            <OpeningPanel form={form} />
            <AnswerersPanel form={form} />
            <WaitingPanel form={form} />
            <VoicePanel form={form} />
          </>
        ) : null}
      </div>
    </>
  );
}

function SaveBar(props: {
  readonly form: LineForm;
  readonly isNew: boolean;
  readonly onSaved: () => void;
}) {
  const { lines } = useMessages();
  const [, navigate] = useLocation();
  const { form, isNew } = props;
  const save = async () => {
    if (!(await form.save())) return;
    announce(isNew ? lines.created(form.draft.name) : lines.saved(form.draft.name));
    if (isNew) navigate('/lignes');
    else props.onSaved();
  };
  if (!isNew && !form.isChanged) return null;
  return (
    <div className="actions settings-save">
      {isNew ? null : <Tag tone="signal">{lines.unsaved}</Tag>}
      {form.isChanged ? <Button onPress={form.undo}>{lines.undo}</Button> : null}
      <Button variant="primary" icon="check" isPending={form.isSaving} onPress={() => void save()}>
        {isNew ? lines.create : lines.save}
      </Button>
    </div>
  );
}
