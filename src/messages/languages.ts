/** The languages that a person may be written to in; the first is everybody's by default. */
export const messageLanguages = ['fr', 'en', 'ar', 'uk', 'ru', 'fa', 'ps', 'ti'] as const;
export type MessageLanguage = (typeof messageLanguages)[number];

type LanguageFacts = {
  /** What the language calls itself. */
  readonly nativeName: string;
  readonly direction: 'ltr' | 'rtl';
};

const facts: Readonly<Record<MessageLanguage, LanguageFacts>> = {
  fr: { nativeName: 'français', direction: 'ltr' },
  en: { nativeName: 'English', direction: 'ltr' },
  ar: { nativeName: 'العربية', direction: 'rtl' },
  uk: { nativeName: 'українська', direction: 'ltr' },
  ru: { nativeName: 'русский', direction: 'ltr' },
  fa: { nativeName: 'فارسی', direction: 'rtl' },
  ps: { nativeName: 'پښتو', direction: 'rtl' },
  ti: { nativeName: 'ትግርኛ', direction: 'ltr' },
};

/** What the language calls itself, and which way it is written. */
export function languageFacts(language: MessageLanguage): LanguageFacts {
  return facts[language];
}
