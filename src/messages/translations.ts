import { hashOf, present } from '#src/kernel';
import { languageFacts, type MessageLanguage, messageLanguages } from './languages.ts';
import { pageTextsOf } from './page-texts.ts';
import { textsByPlace, textsOf } from './texts.ts';

/** A speaker has read the translation whose texts have this hash, and says that it is right. */
export type TranslationSignature = {
  readonly language: MessageLanguage;
  /** `Translation.hash` of what was read. */
  readonly hash: string;
};

/** A language that messages are written in, and whether it may be used. */
export type Translation = {
  readonly language: MessageLanguage;
  readonly nativeName: string;
  readonly direction: 'ltr' | 'rtl';
  /** SHA-256 of every text of it, messages and pages: what a speaker signs. */
  readonly hash: string;
  /** `kept`: the project's own languages, never signed; `unsigned`: nobody has signed these very texts, so it is off. */
  readonly state: 'kept' | 'signed' | 'unsigned';
};

/** French, which everything is written in first, and English are read by whoever keeps the texts. */
const keptLanguages: readonly MessageLanguage[] = ['fr', 'en'];

/** ME-5: every language, and whether it is on. A signature of other texts than those that ship counts for nothing. */
export function translations(signatures: readonly TranslationSignature[]): readonly Translation[] {
  return messageLanguages.map((language) => {
    const hash = textsHash(language);
    const isSigned = signatures.some((one) => one.language === language && one.hash === hash);
    return {
      language,
      ...languageFacts(language),
      hash,
      state: keptLanguages.includes(language) ? 'kept' : isSigned ? 'signed' : 'unsigned',
    };
  });
}

/** ME-5: the language that a message leaves in: the one wished where it is on, else French. */
export function languageToUse(
  wished: MessageLanguage,
  signatures: readonly TranslationSignature[],
): MessageLanguage {
  const isOn = translations(signatures).some(
    ({ language, state }) => language === wished && state !== 'unsigned',
  );
  return isOn ? wished : 'fr';
}

/** A text as a speaker reads it: beside the French one of the same place. */
export type TextToRead = { readonly french: string; readonly translated: string };

/** ME-28: every text that a signature stands for: those of the messages, then those of the link's page. */
export function textsToRead(language: MessageLanguage): {
  readonly messages: readonly TextToRead[];
  readonly page: readonly TextToRead[];
} {
  return {
    messages: sideBySide(textsOf('fr'), textsOf(language)),
    page: sideBySide(pageTextsOf('fr'), pageTextsOf(language)),
  };
}

function sideBySide(french: unknown, translated: unknown): readonly TextToRead[] {
  const there = textsByPlace(translated);
  return [...textsByPlace(french)].map(([place, text]) => ({
    french: text,
    translated: present(there.get(place), 'a translation has a text for each French one'),
  }));
}

function textsHash(language: MessageLanguage): string {
  return hashOf([textsOf(language), pageTextsOf(language)]);
}
