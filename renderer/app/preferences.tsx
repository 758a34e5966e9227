import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { z } from 'zod';
import { present } from '#src/kernel';
import { LanguageProvider, languages } from '../i18n/messages.tsx';
import { readStored } from '../storage/stored.ts';

export const themes = ['system', 'light', 'dark'] as const;
export const densities = ['compact', 'usual', 'comfortable'] as const;

/** How the desk looks and speaks. It belongs to the machine, not to the account. */
const preferencesShape = z.object({
  theme: z.enum(themes).catch('system'),
  density: z.enum(densities).catch('usual'),
  language: z.enum(languages).catch('fr'),
});
export type Preferences = z.infer<typeof preferencesShape>;

const storageKey = 'aiguillage.preferences';

function readPreferences(): Preferences {
  return readStored(storageKey, preferencesShape) ?? preferencesShape.parse({});
}

type PreferencesValue = {
  readonly preferences: Preferences;
  readonly change: (part: Partial<Preferences>) => void;
};
const PreferencesContext = createContext<PreferencesValue | null>(null);

/** Applies the preferences to the page and keeps them on this machine. */
export function PreferencesProvider({ children }: { readonly children: ReactNode }) {
  const [preferences, setPreferences] = useState(readPreferences);
  const value = useMemo(
    () => ({
      preferences,
      change: (part: Partial<Preferences>) => setPreferences((before) => ({ ...before, ...part })),
    }),
    [preferences],
  );
  useEffect(() => {
    localStorage.setItem(storageKey, JSON.stringify(preferences));
    const root = document.documentElement;
    root.lang = preferences.language;
    root.dataset['density'] = preferences.density;
    if (preferences.theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = preferences.theme;
  }, [preferences]);
  return (
    <PreferencesContext value={value}>
      <LanguageProvider language={preferences.language}>{children}</LanguageProvider>
    </PreferencesContext>
  );
}

export function usePreferences(): PreferencesValue {
  return present(use(PreferencesContext), 'the application is under PreferencesProvider');
}
