/** How many pages a PDF of Chromium has: each is an object of its own, which is not compressed. */
export function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
}

/** The names of the fonts that a PDF of Chromium holds, without the mark of their subset. */
export function fontsOf(pdf: Buffer): readonly string[] {
  const names = pdf.toString('latin1').matchAll(/\/FontName \/(?:[A-Z]{6}\+)?([\w-]+)/g);
  return [...new Set(Array.from(names, ([, name = '']) => name))];
}
