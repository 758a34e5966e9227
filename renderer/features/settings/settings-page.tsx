import { disputedDays } from '#src/hours';
import { useMessages } from '../../i18n/messages.tsx';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox, RadioGroup } from '../../ui/choice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { SettingsDraft } from './settings-draft.ts';
import { TranslationsPanel } from './translations-panel.tsx';
import { type SettingsForm, useSettingsDraft } from './use-settings-draft.ts';
import { VenueRemindersPanel } from './venue-reminders-panel.tsx';
import { WeightsPanel } from './weights-panel.tsx';
import { WeightsPreview } from './weights-preview.tsx';
import './settings.css';

/** What an administrator decides for the whole installation; nothing holds before it is saved. */
export function SettingsPage() {
  const { installation } = useMessages().settings;
  const form = useSettingsDraft();
  return (
    <div className="settings">
      <header className="settings-head">
        <h1>{installation.title}</h1>
        <p className="quiet">{installation.lead}</p>
        {form.isChanged ? <SaveBar form={form} /> : null}
      </header>
      <Settings form={form} />
    </div>
  );
}

function SaveBar({ form }: { readonly form: SettingsForm }) {
  const { installation } = useMessages().settings;
  const save = async () => {
    if (await form.save()) announce(installation.saved);
  };
  return (
    <div className="actions settings-save">
      <Tag tone="signal">{installation.unsaved}</Tag>
      <Button onPress={form.undo}>{installation.undo}</Button>
      <Button variant="primary" icon="check" isPending={form.isSaving} onPress={() => void save()}>
        {installation.save}
      </Button>
    </div>
  );
}

function Settings({ form }: { readonly form: SettingsForm }) {
  const { settings, failures } = useMessages();
  const { installation } = settings;
  const { saved, draft, change, readFailure, saveFailure } = form;
  if (saved === null || draft === null) {
    if (readFailure === null) return <LoadingState />;
    return (
      <ErrorState
        title={installation.readFailed}
        safe={installation.readFailedSafe}
        next={failures.apiErrors[readFailure.code]}
        onRetry={form.retry}
      />
    );
  }
  return (
    <>
      {saveFailure === null ? null : (
        <Notice
          tone="error"
          title={installation.failed}
          safe={installation.failedSafe}
          next={failures.apiErrors[saveFailure.code]}
        />
      )}
      <div className="settings-ranking">
        <WeightsPanel weights={draft.weights} onChange={(weights) => change({ weights })} />
        <WeightsPreview inUse={saved.weights} changed={draft.weights} />
      </div>
      <div className="settings-two">
        <HolidaysPanel draft={draft} change={change} />
        <PlanPanel draft={draft} change={change} />
        <div className="settings-stack">
          <RemindersPanel draft={draft} change={change} />
          <VenueRemindersPanel
            reminders={draft.venueReminders}
            onChange={(venueReminders) => change({ venueReminders })}
          />
        </div>
        <TranslationsPanel />
      </div>
    </>
  );
}

type PartProps = {
  readonly draft: SettingsDraft;
  readonly change: (part: Partial<SettingsDraft>) => void;
};

function HolidaysPanel({ draft, change }: PartProps) {
  const { installation } = useMessages().settings;
  const order = disputedDays.toSorted(
    (a, b) => Number(b === 'to-check') - Number(a === 'to-check'),
  );
  return (
    <Panel>
      <RadioGroup
        label={installation.holidays}
        help={installation.holidaysWhere}
        options={order.map((id) => ({ id, ...installation.holidayChoices[id] }))}
        value={draft.disputedHolidays}
        onChange={(disputedHolidays) => change({ disputedHolidays })}
      />
    </Panel>
  );
}

function PlanPanel({ draft, change }: PartProps) {
  const { installation } = useMessages().settings;
  return (
    <Panel title={installation.plan}>
      <Checkbox
        isSelected={draft.planTiles}
        onChange={(planTiles) => change({ planTiles })}
        hint={installation.planTilesHint}
      >
        {installation.planTiles}
      </Checkbox>
      <p className="small quiet">{installation.planOff}</p>
    </Panel>
  );
}

function RemindersPanel({ draft, change }: PartProps) {
  const { told } = useMessages();
  return (
    <Panel title={told.settings.title}>
      <Checkbox
        isSelected={draft.reminders}
        onChange={(reminders) => change({ reminders })}
        hint={told.settings.remindersHint}
      >
        {told.settings.reminders}
      </Checkbox>
    </Panel>
  );
}
