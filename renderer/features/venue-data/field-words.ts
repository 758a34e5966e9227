/** Names of fields in words, each once; those without a word are one "other". */
export function fieldWords(
  fields: readonly string[],
  words: Readonly<Record<string, string>>,
  other: string,
): readonly string[] {
  return [...new Set(fields.map((field) => words[field] ?? other))];
}
