import fc from 'fast-check';
import { expect, it } from 'vitest';
import { messageLanguages, pageWords } from '#src/messages';
import { initials } from '#src/privacy';
import { personPage } from '../../main/hub/links/person-page.ts';
import { acceptedPage, goneLinkPage, requestPage } from '../../main/hub/links/venue-page.ts';
import { hashToken, newToken } from '../../main/hub/secret-token.ts';

const markup = [
  '<script>',
  '"><img src=x onerror=alert(1)>',
  "' autofocus onfocus=alert(1) '",
  '&lt;',
  '</style>',
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...markup), fc.string({ unit: 'grapheme', maxLength: 8 })), {
    maxLength: 4,
  })
  .map((parts) => parts.join(''));

/** The tags of a page, with their attributes' names: what a browser makes of it, whatever the words are. */
function shapeOf(page: string): readonly string[] {
  return [...page.matchAll(/<(\/?[a-z!][^\s>]*)((?:\s+[^\s=>"']+(?:="[^"]*")?)*)\s*>/g)].map(
    ([, tag, attributes = '']) =>
      `${tag} ${[...attributes.matchAll(/([^\s="]+)(?:="[^"]*")?/g)].map(([, name]) => name).join(' ')}`,
  );
}

it('BO-52 takes no markup from what people wrote, on any page of a venue', async () => {
  const request = (text: string) => ({
    line: { name: text, number: '+33199001234' },
    venueName: text,
    initials: text,
    when: text,
    wishes: [text],
    needs: [text],
  });
  const pages = (text: string) =>
    Promise.all([
      requestPage(request(text), null),
      requestPage({ ...request(text), when: null }, 'wrong-time'),
      acceptedPage(request(text), { name: text, phone: null }),
      goneLinkPage(request(text).line),
    ]);
  const plain = (await pages('mots')).map((page) => shapeOf(page.toString()));
  await fc.assert(
    fc.asyncProperty(hostile, async (text) => {
      expect((await pages(text)).map((page) => shapeOf(page.toString()))).toEqual(plain);
    }),
  );
});

it('BO-52 takes no markup from what people wrote, on the page of a person, in any language', async () => {
  const shown = (text: string) => ({
    door: { door: 'appointment', mayChange: true } as const,
    line: { name: text, number: null },
    meeting: { way: 'venue', name: text, phone: null, address: text } as const,
    zone: 'Europe/Paris',
    personZone: 'Indian/Reunion',
    appointment: { start: '2026-01-15T09:00:00Z' },
    times: [{ value: text, start: '2026-01-16T09:00:00Z' }],
    offer: { value: text, start: '2026-01-14T09:00:00Z', until: '2026-01-12T13:00:00Z' },
    notice: 'taken' as const,
  });
  await fc.assert(
    fc.asyncProperty(hostile, fc.constantFrom(...messageLanguages), async (text, language) => {
      const [page, plain] = await Promise.all(
        [text, 'mots'].map((words) =>
          personPage({ ...shown(words), language }, pageWords(language)),
        ),
      );
      expect(shapeOf(String(page))).toEqual(shapeOf(String(plain)));
    }),
  );
});

it('BO-52 makes tokens that a path takes as they are, and that nobody has seen', () => {
  const tokens = Array.from({ length: 1000 }, newToken);
  expect(new Set(tokens.map(hashToken)).size).toBe(tokens.length);
  for (const token of tokens) expect(token).toMatch(/^[\w-]{27}$/);
});

it('PR-11 says at most three letters of a name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(initials(name)).toMatch(/^(\p{L}+\.( \p{L}+\.){0,2})?$/u);
    }),
  );
  expect(['Rose Blanc', 'M. Jean-Pierre Le Goff', 'élodie', '  ', '06 39'].map(initials)).toEqual([
    'R. B.',
    'J. P. L.',
    'É.',
    '',
    '',
  ]);
});
