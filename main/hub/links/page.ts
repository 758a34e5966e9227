import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import { pageStyle } from './page-style.ts';

/** A piece of a page: everything put into it was escaped. */
export type Html = ReturnType<typeof html>;

export type PageParts = {
  readonly title: string;
  /** Who sends the page: the line. */
  readonly from: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly body: Html;
};

/** A whole page. It works without scripts, and asks for nothing but itself. */
export function page({ title, from, language, direction, body }: PageParts): Html {
  return html`<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="format-detection" content="telephone=no">
<title>${title}</title>
<style>${raw(pageStyle)}</style>
</head>
<body>
<header><p>${from}</p></header>
<main>${body}</main>
</body>
</html>`;
}

const styleHash = createHash('sha256').update(pageStyle).digest('base64');

/** Who holds the address holds the right: it goes nowhere, is kept nowhere, and the page loads nothing from anywhere. */
export const pageHeaders = {
  'Content-Security-Policy': [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex, nofollow',
} as const;
