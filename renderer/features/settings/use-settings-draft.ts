import { useCallback, useEffect, useState } from 'react';
import { settingsView } from '#src/contract';
import { type ApiFailure, request } from '../../storage/api.ts';
import { draftOf, type SettingsDraft, sameDraft, settingsOf } from './settings-draft.ts';

/** The settings as the hub keeps them, and as they are being changed here. */
export type SettingsForm = {
  /** `null` until they are read. */
  readonly saved: SettingsDraft | null;
  readonly draft: SettingsDraft | null;
  readonly isChanged: boolean;
  readonly isSaving: boolean;
  readonly readFailure: ApiFailure | null;
  readonly saveFailure: ApiFailure | null;
  readonly change: (part: Partial<SettingsDraft>) => void;
  readonly undo: () => void;
  readonly retry: () => void;
  /** Whether the hub took them. */
  readonly save: () => Promise<boolean>;
};

export function useSettingsDraft(): SettingsForm {
  const [saved, setSaved] = useState<SettingsDraft | null>(null);
  const [draft, setDraft] = useState<SettingsDraft | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [readFailure, setReadFailure] = useState<ApiFailure | null>(null);
  const [saveFailure, setSaveFailure] = useState<ApiFailure | null>(null);

  const take = useCallback((settings: SettingsDraft) => {
    setSaved(settings);
    setDraft(settings);
  }, []);

  const read = useCallback(async () => {
    setReadFailure(null);
    const answer = await request('/api/settings', settingsView);
    if (answer.ok) take(draftOf(answer.value));
    else setReadFailure(answer.error);
  }, [take]);
  useEffect(() => {
    void read();
  }, [read]);

  async function save(): Promise<boolean> {
    if (draft === null) return false;
    setSaving(true);
    const answer = await request('/api/settings', settingsView, { body: settingsOf(draft) });
    setSaving(false);
    setSaveFailure(answer.ok ? null : answer.error);
    if (answer.ok) take(draftOf(answer.value));
    return answer.ok;
  }

  return {
    saved,
    draft,
    isChanged: saved !== null && draft !== null && !sameDraft(saved, draft),
    isSaving,
    readFailure,
    saveFailure,
    change: (part) => setDraft((before) => (before === null ? null : { ...before, ...part })),
    undo: () => setDraft(saved),
    retry: () => void read(),
    save,
  };
}
