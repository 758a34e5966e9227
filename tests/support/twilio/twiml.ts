export type Verb = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Verb[];
  readonly text: string;
};

type Open = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Verb[];
  text: string;
};

const token = /<\?[^>]*\?>|<(\/?)([A-Za-z]+)((?:\s+[\w:.-]+="[^"]*")*)\s*(\/?)>|([^<]+)/g;
const attribute = /([\w:.-]+)="([^"]*)"/g;

/** What a TwiML document says to do, in order. It throws on what is none. */
export function parseTwiml(document: string): readonly Verb[] {
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  for (const [, end, name, attributes = '', empty, text] of document.matchAll(token)) {
    const inner = open.at(-1) ?? root;
    if (text !== undefined) inner.text += plain(text);
    if (name === undefined) continue;
    if (end === '/') {
      if (open.pop()?.name !== name) throw new Error(`TwiML that closes ${name} wrongly.`);
      continue;
    }
    const verb: Open = { name, attributes: readAttributes(attributes), children: [], text: '' };
    inner.children.push(verb);
    if (empty !== '/') open.push(verb);
  }
  const [response] = root.children;
  if (open.length !== 1 || response?.name !== 'Response') throw new Error('No TwiML.');
  return response.children;
}

function readAttributes(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...text.matchAll(attribute)].map(([, name = '', value = '']) => [name, plain(value)]),
  );
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};

function plain(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|apos);/g, (entity) => entities[entity] ?? entity);
}
