import { and, eq } from 'drizzle-orm';
import type { TranslationList, TranslationSignature } from '#src/contract';
import { type TranslationSignature as Signed, translations } from '#src/messages';
import type { Queries } from '../storage/database.ts';
import { translationSignature } from '../storage/schema.ts';

/** Every translation that a speaker stands by. */
export async function readSignatures(queries: Queries): Promise<readonly Signed[]> {
  return queries
    .select({ language: translationSignature.language, hash: translationSignature.hash })
    .from(translationSignature);
}

/** ME-28: the languages, and who has signed their present words. */
export async function readTranslations(queries: Queries): Promise<TranslationList> {
  const signed = await queries.select().from(translationSignature);
  return {
    translations: translations(signed).map(({ language, hash, state }) => {
      const by = signed.find((one) => one.language === language && one.hash === hash);
      return {
        language,
        hash,
        state,
        signature: by === undefined ? null : { name: by.name, at: by.at },
      };
    }),
  };
}

/** ME-28: keeps who stands by these words, or takes it back. Says whether they are the present ones. */
export async function writeSignature(
  queries: Queries,
  { language, hash, name }: TranslationSignature,
  at: string,
): Promise<boolean> {
  const isPresent = translations([]).some((one) => one.language === language && one.hash === hash);
  if (!isPresent) return false;
  const { language: ofLanguage, hash: ofHash } = translationSignature;
  if (name === null) {
    await queries
      .delete(translationSignature)
      .where(and(eq(ofLanguage, language), eq(ofHash, hash)));
  } else {
    await queries
      .insert(translationSignature)
      .values({ language, hash, name, at })
      .onConflictDoUpdate({ target: [ofLanguage, ofHash], set: { name, at } });
  }
  return true;
}
