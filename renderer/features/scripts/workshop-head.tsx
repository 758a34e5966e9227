import { useEffect, useMemo, useRef, useState } from 'react';
import { Link } from 'wouter';
import { mayEver } from '#src/access';
import { parseScript, scriptDifference } from '#src/script';
import { useMessages } from '../../i18n/messages.tsx';
import { useDesk } from '../../storage/desk.tsx';
import { announce } from '../../ui/announcer.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Tag } from '../../ui/tag.tsx';
import { readEdited } from './edited/edited-script.ts';
import { withoutLinked } from './edited/skeleton.ts';
import { ExchangeDialog } from './exchange/exchange-dialog.tsx';
import { type FileForm, fileForms, writeScriptFile } from './exchange/script-file.ts';
import { DiscardDialog } from './publish/discard-dialog.tsx';
import { PublishDialog } from './publish/publish-dialog.tsx';
import type { SaveState } from './use-editing.ts';
import type { PartProps } from './workshop-props.ts';

type OpenDialog = 'publish' | 'discard' | 'import' | null;

/** What script this is, whether it is saved, and what is done with it as a whole. */
export function WorkshopHead(props: PartProps) {
  const { scripts, scriptsDifference } = useMessages();
  const { workshop, publish } = scripts;
  const { session } = useDesk();
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const { entry, editing, checked, isAgain } = props;
  const { script } = editing;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isAgain) title.current?.focus();
  }, [isAgain]);
  const mayPublish = mayEver(session.account.role, 'script.publish');
  const hasDraft = editing.revision > 0 || editing.canUndo;
  const isDifferent = useIsDifferent(props);
  async function exportAs(form: FileForm): Promise<void> {
    const file = checked.document === null ? null : await writeScriptFile(checked.document, form);
    if (checked.document === null) announce(workshop.exportUnsound);
    else if (file === null) announce(scriptsDifference.exchange.tooLong);
    else saveFile(file, `${entry.id}-${script.version ?? ''}.${form}`);
  }
  return (
    <header className="workshop-head">
      <div className="workshop-name">
        <Link className="small back-link" href="/scripts">
          <Icon name="back" />
          {workshop.back}
        </Link>
        <h1 ref={title} tabIndex={-1}>
          {script.title ?? entry.title}
        </h1>
      </div>
      {script.version === undefined ? null : <Tag>{workshop.version(script.version)}</Tag>}
      <SaveLine state={editing.saveState} isAsPublished={!hasDraft} />
      <div className="actions workshop-actions">
        <IconButton
          icon="undo"
          label={workshop.undo}
          isDisabled={!editing.canUndo}
          onPress={editing.undo}
        />
        <IconButton
          icon="redo"
          label={workshop.redo}
          isDisabled={!editing.canRedo}
          onPress={editing.redo}
        />
        <Menu
          label={workshop.more}
          items={[
            {
              id: 'import',
              label: workshop.import,
              icon: 'document',
              run: () => setDialog('import'),
            },
            ...fileForms.map((form) => ({
              id: form,
              label: workshop.exportAs[form],
              icon: 'download' as const,
              run: () => void exportAs(form),
            })),
            {
              id: 'discard',
              isApart: true,
              label: workshop.discard,
              icon: 'close',
              run: () => setDialog('discard'),
            },
          ]}
        >
          <IconButton icon="more" label={workshop.more} />
        </Menu>
        {mayPublish ? (
          <Button
            variant="primary"
            icon="check"
            isDisabled={!isDifferent}
            onPress={() => setDialog('publish')}
          >
            {publish.open}
          </Button>
        ) : (
          <span className="small quiet">{publish.byAdministrator}</span>
        )}
      </div>
      {dialog === 'publish' ? <PublishDialog {...props} onClose={() => setDialog(null)} /> : null}
      {dialog === 'discard' ? <DiscardDialog {...props} onClose={() => setDialog(null)} /> : null}
      {dialog === 'import' ? <ImportDialog {...props} onClose={() => setDialog(null)} /> : null}
    </header>
  );
}

/**
 * Whether there is something to publish: a draft that says something else, or a script that it runs and that was
 * published since. What has an error is different: the dialog says so.
 */
function useIsDifferent({ published, checked: { sound } }: PartProps): boolean {
  return useMemo(() => {
    const before = parseScript(published);
    if (!before.ok || sound === null) return true;
    return scriptDifference(before.value, sound).length > 0;
  }, [published, sound]);
}

/** Puts a file's script in place of the draft, one step back from it. */
function ImportDialog(props: PartProps & { readonly onClose: () => void }) {
  const { workshop } = useMessages().scripts;
  const { entry, editing, checked, shipped, onClose } = props;
  return (
    <ExchangeDialog
      into={checked.document}
      shipped={shipped}
      onRead={(json) => {
        const read = readEdited(json);
        if (read !== null) {
          editing.edit(() => ({ ...withoutLinked(read), id: entry.id }), '/import');
        }
        announce(read === null ? workshop.importedNothing : workshop.imported);
        onClose();
      }}
      onClose={onClose}
    />
  );
}

/** Hands a file to the browser, which asks where it goes. */
function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

const icons: Record<SaveState, IconName> = {
  saved: 'check',
  waiting: 'clock',
  saving: 'clock',
  offline: 'offline',
  refused: 'alert',
  conflict: 'alert',
};

function SaveLine(props: { readonly state: SaveState; readonly isAsPublished: boolean }) {
  const { workshop } = useMessages().scripts;
  const { state, isAsPublished } = props;
  return (
    <p className={`save-line save-line-${state} small`} role="status">
      <Icon name={icons[state]} />
      {isAsPublished && state === 'saved' ? workshop.asPublished : workshop.save[state]}
    </p>
  );
}
