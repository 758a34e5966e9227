import { languageFacts, type MessageLanguage } from './languages.ts';

/** ME-7: an e-mail as a page: the same sentences, large, with what can be opened as links. Nothing is loaded from anywhere. */
export function emailPage(email: {
  readonly language: MessageLanguage;
  readonly subject: string;
  readonly sentences: readonly string[];
  /** The addresses that the sentences hold. */
  readonly pages: readonly string[];
}): string {
  const { language, subject, sentences, pages } = email;
  const paragraphs = sentences.map((sentence) => `<p>${withLinks(escaped(sentence), pages)}</p>`);
  return [
    '<!doctype html>',
    `<html lang="${language}" dir="${languageFacts(language).direction}">`,
    `<head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
    '<body style="max-width:34em;overflow-wrap:anywhere;font:18px/1.5 sans-serif;color:#000;background:#fff">',
    ...paragraphs,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function withLinks(paragraph: string, pages: readonly string[]): string {
  return pages
    .map(escaped)
    .reduce(
      (linked, page) => linked.replace(page, () => `<a href="${page}">${page}</a>`),
      paragraph,
    );
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
