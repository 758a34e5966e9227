import { createContext, type ReactNode, use, useMemo } from 'react';
import { I18nProvider } from 'react-aria-components';
import { en } from './en.ts';
import { type Format, formatFor } from './format.ts';
import { fr } from './fr.ts';

export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];
export type Messages = typeof fr;

const messages: Record<Language, Messages> = { fr, en };
const locales: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' };

type Words = { readonly messages: Messages; readonly format: Format; readonly language: Language };

function wordsOf(language: Language): Words {
  return { language, messages: messages[language], format: formatFor(locales[language]) };
}

const WordsContext = createContext<Words>(wordsOf('fr'));

export function LanguageProvider(props: {
  readonly language: Language;
  readonly children: ReactNode;
}) {
  const words = useMemo(() => wordsOf(props.language), [props.language]);
  return (
    <I18nProvider locale={locales[props.language]}>
      <WordsContext value={words}>{props.children}</WordsContext>
    </I18nProvider>
  );
}

/** The sentences of the chosen language, by feature: `const { call } = useMessages()`. */
export function useMessages(): Messages {
  return use(WordsContext).messages;
}

/** How dates, clocks, durations, distances and telephone numbers read in the chosen language. */
export function useFormat(): Format {
  return use(WordsContext).format;
}
