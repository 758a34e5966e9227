const longest = 40;

/** An id made of words that somebody typed: "Accord à l’oral" gives `accord-a-l-oral`. One that nobody has. */
export function idFrom(words: string, taken: Iterable<string>): string {
  const plain = words
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '');
  const start = plain === '' ? 'x' : plain;
  const others = new Set(taken);
  for (let count = 1; ; count += 1) {
    const end = count === 1 ? '' : `-${count}`;
    const id = `${start.slice(0, longest - end.length).replace(/-+$/, '')}${end}`;
    if (!others.has(id)) return id;
  }
}
