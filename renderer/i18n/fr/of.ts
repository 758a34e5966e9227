/** « de » before a name, with its vowel dropped before another one: « d’Odile », « de Jean ». */
export function of(name: string): string {
  return /^[aeiouœàâäéèêëîïôöùûü]/i.test(name) ? `d’${name}` : `de ${name}`;
}
