import { parseScript, type ScriptDocument } from '#src/script';

/**
 * A sound script of so many nodes, half of them on the longest way: questions in pairs, each of which may skip one,
 * a decision after every tenth.
 */
export function longScript(nodeCount: number): ScriptDocument {
  const nodes: Record<string, unknown> = {};
  const id = (index: number) => (index >= nodeCount - 1 ? 'end' : `n${index}`);
  for (let index = 0; index < nodeCount - 1; index++) {
    nodes[id(index)] = index % 10 === 9 ? decision(id(index + 1)) : question(index, id);
  }
  nodes['end'] = { type: 'outcome', ...spoken('Fin'), result: 'solved' };
  const parsed = parseScript({
    format: 'aiguillage-script/1',
    id: 'long',
    version: '1.0.0',
    language: 'fr',
    title: 'Long',
    start: 'n0',
    sections: [{ id: 'all', title: 'Tout' }],
    nodes,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

function question(index: number, id: (index: number) => string) {
  // Only the last question before a decision could skip it.
  const skipped = index % 10 < 8 ? id(index + 2) : id(index + 1);
  return {
    type: 'choice',
    ...spoken(`Question ${index}`),
    options: [
      { id: 'yes', label: 'Oui', next: id(index + 1) },
      { id: 'no', label: 'Non', next: skipped },
      { id: 'nsp', label: 'Ne sait pas', next: skipped },
    ],
  };
}

/** It leads on whatever was answered first: what is measured is that it is asked. */
function decision(next: string) {
  const when = { predicate: 'is', question: 'n0', option: 'yes' };
  return { type: 'decision', cases: [{ when, next }], otherwise: next };
}

function spoken(title: string) {
  return { section: 'all', title, say: `${title} ?` };
}
