import { type FormEvent, useState } from 'react';
import { type AccountView, adviserScope, lineList } from '#src/contract';
import { useMessages } from '../../i18n/messages.tsx';
import { type ApiFailure, command } from '../../storage/api.ts';
import { useDesk } from '../../storage/desk.tsx';
import { useRead } from '../../storage/use-read.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { LanguagesField } from './lines/languages-field.tsx';
import { wordsOf } from './lines/line-draft.ts';
import { TerritoriesField } from './territories-field.tsx';

/** RO-78: which calls somebody is fit for: where, in which languages, and about what. */
export function ScopeDialog(props: {
  readonly account: AccountView;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}) {
  const { common, failures, lines, settings } = useMessages();
  const { account } = props;
  const { session } = useDesk();
  const [territoryIds, setTerritoryIds] = useState<readonly string[]>(account.territoryIds);
  const [languages, setLanguages] = useState<readonly string[]>(account.languages);
  const [skills, setSkills] = useState(account.skills.join(', '));
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const asked = useAskedSkills();
  const read = adviserScope.safeParse({ territoryIds, languages, skills: wordsOf(skills) });
  const wrong = new Set((read.error?.issues ?? []).map(({ path }) => path[0]));

  async function save(event: FormEvent) {
    event.preventDefault();
    if (!read.success) return;
    setPending(true);
    const answer = await command(`/api/accounts/${account.id}/calls`, read.data);
    setPending(false);
    setFailure(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    announce(lines.scope.saved(account.name));
    props.onSaved();
  }

  return (
    <Dialog title={lines.scope.title(account.name)} onClose={props.onClose} width="wide">
      <form className="settings-form" onSubmit={(event) => void save(event)}>
        <TerritoriesField
          territories={session.territories}
          value={territoryIds}
          error={wrong.has('territoryIds') ? settings.territoryMissing : undefined}
          onChange={setTerritoryIds}
        />
        <LanguagesField
          label={lines.scope.languages}
          error={wrong.has('languages') ? lines.errors.languages : undefined}
          value={languages}
          onChange={setLanguages}
        />
        <TextField
          label={lines.scope.skills}
          isOptional
          help={
            asked.length === 0
              ? lines.scope.skillsHelp
              : `${lines.scope.skillsHelp} ${lines.scope.asked(asked.join(', '))}`
          }
          error={wrong.has('skills') ? lines.errors.skills : undefined}
          value={skills}
          onChange={setSkills}
        />
        {failure === null ? null : (
          <Notice
            tone="error"
            title={lines.scope.failed}
            safe={settings.failedSafe}
            next={failures.apiErrors[failure.code]}
          />
        )}
        <footer className="dialog-actions">
          <Button onPress={props.onClose}>{common.cancel}</Button>
          <Button variant="primary" type="submit" isPending={isPending}>
            {common.save}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

/** The skills that lines ask for, so that both write the same words. */
function useAskedSkills(): readonly string[] {
  const { value } = useRead('/api/lines', lineList);
  const asked = (value?.lines ?? []).flatMap(({ rules }) => rules?.skills ?? []);
  return [...new Set(asked)].sort((one, other) => one.localeCompare(other));
}
