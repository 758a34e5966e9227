/** How many pages a PDF of Chromium has: each is an object of its own, which is not compressed. */
export function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
}
