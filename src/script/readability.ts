/**
 * How easily French words are followed: Flesch's measure as Kandel and Moles fitted it to French ("Application de
 * l'indice de Flesch à la langue française", Cahiers d'études de radio-télévision 19, 1958, p. 253-274):
 * 207 − 1.015 × words a sentence − 73.6 × syllables a word. 100 is very easy, 30 very hard. `null`: too few words to say.
 */
export function readingEase(text: string): number | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < fewestWords) return null;
  const sentences = text.split(/[.?!…:;]+/).filter((part) => /\p{L}/u.test(part)).length;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 207 - 1.015 * (words.length / sentences) - 73.6 * (syllables / words.length);
}

/** In fewer, one long name decides. */
const fewestWords = 8;

/** Groups of vowels as they sound: a final mute e is not one. */
function syllablesOf(word: string): number {
  const sounded = word.length > 3 ? word.replace(/(?<=\p{L}{2})(e|es|ent)$/u, '') : word;
  return Math.max(sounded.match(/[aeiouyàâäéèêëîïôöùûüÿœæ]+/g)?.length ?? 0, 1);
}

/**
 * Words a minute, said to somebody who listens and may write down: the lower end of what publishers of recorded books
 * ask for (150 to 160). In interviews people say 174 in French (Grosjean and Deschamps, "Analyse contrastive des
 * variables temporelles de l'anglais et du français", Phonetica 31, 1975, p. 144-184).
 */
export const wordsPerMinute = 150;

/** SC-50: how long the words take to say aloud, in seconds. */
export function sayingSeconds(text: string): number {
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return (words.length / wordsPerMinute) * 60;
}
