/** A graph as Graphviz would read it: attributes by node, and the edges. */
export type DotGraph = {
  readonly name: string;
  readonly nodes: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly edges: readonly { readonly from: string; readonly to: string; readonly label: string }[];
};

/** The strings, words and signs of DOT; anything else is refused. */
const token = /\s*(?:"((?:[^"\\]|\\.)*)"|([A-Za-z_][A-Za-z0-9_]*|-?\d+)|(->|[{}[\];,=]))/y;

/** Reads the part of DOT that has a digraph of nodes, edges and attributes. Throws on anything else. */
export function parseDot(text: string): DotGraph {
  const tokens = tokensOf(text);
  const take = (expected?: string): string => {
    const next = tokens.shift();
    if (next === undefined || (expected !== undefined && next.sign !== expected)) {
      throw new Error(`${expected ?? 'a word'} expected, not ${JSON.stringify(next)}`);
    }
    return next.sign ?? next.word;
  };
  const isNext = (sign: string): boolean => tokens[0]?.sign === sign;
  const attributes = (): Record<string, string> => {
    const found: Record<string, string> = {};
    if (!isNext('[')) return found;
    take('[');
    while (!isNext(']')) {
      const key = take();
      take('=');
      found[key] = take();
      if (isNext(',')) take(',');
    }
    take(']');
    return found;
  };
  const nodes = new Map<string, Record<string, string>>();
  const edges: DotGraph['edges'][number][] = [];
  if (take() !== 'digraph') throw new Error('no digraph');
  const name = take();
  take('{');
  while (!isNext('}')) {
    const id = take();
    if (isNext('->')) {
      take('->');
      const to = take();
      edges.push({ from: id, to, label: attributes()['label'] ?? '' });
    } else if (isNext('=')) {
      take('=');
      take();
    } else if (id === 'node' || id === 'edge') attributes();
    else nodes.set(id, attributes());
    take(';');
  }
  take('}');
  if (tokens.length > 0) throw new Error('something follows the graph');
  return { name, nodes, edges };
}

type Token = { readonly word: string; readonly sign: string | null };

function tokensOf(text: string): Token[] {
  const found: Token[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.trimEnd().length) {
    const match = token.exec(text);
    if (match === null) throw new Error('no DOT');
    const [, string, word, sign] = match;
    const plain = string?.replaceAll(/\\(.)/g, (_, escaped) => (escaped === 'n' ? '\n' : escaped));
    found.push({ word: plain ?? word ?? '', sign: sign ?? null });
  }
  return found;
}
