/** Written before a name, and no part of it. */
const civilities = new Set(['m', 'mr', 'mme', 'mlle', 'monsieur', 'madame', 'mademoiselle']);
const mostInitials = 3;

/**
 * PR-11: who it is, for whoever knows already: `R. B.` of `Rose Blanc`. A name is kept whole, and nobody said which part of it is
 * the first name. Empty where the name has no letter.
 */
export function initials(name: string): string {
  return name
    .split(/[\s.-]+/u)
    .filter((word) => !civilities.has(word.toLowerCase()))
    .flatMap((word) => /\p{L}/u.exec(word)?.[0] ?? [])
    .slice(0, mostInitials)
    .map((letter) => `${letter.toUpperCase()}.`)
    .join(' ');
}
