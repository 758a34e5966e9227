import type { Finding } from '#src/script';
import type { Messages } from '../../i18n/messages.tsx';
import type { EditedScript } from './edited/edited-script.ts';
import { nodeName } from './node-names.ts';

/** A finding as its author reads it: what to do, and where. */
type FindingWords = { readonly says: string; readonly where: string };

export function findingWords(
  { code, node, place }: Finding,
  script: EditedScript,
  words: Messages,
): FindingWords {
  const { findings } = words.scripts;
  const parts = place.split('/').slice(1);
  const says =
    (code === 'shape' ? missingPart(parts, findings.missing) : undefined) ??
    findings.sentences[code];
  if (node === null) return { says, where: wholePart(script, parts, words) };
  const inside = partWords(script, node, parts.slice(2), words);
  const name = nodeName(script, node, words);
  return { says, where: inside === null ? name : `${name}, ${inside}` };
}

/** Which example or section, of what is about the script as a whole. */
function wholePart(
  { examples, sections }: EditedScript,
  [list, index]: readonly string[],
  words: Messages,
): string {
  const { findings, form } = words.scripts;
  const place = Number(index);
  if (index === undefined) return findings.whole;
  if (list === 'examples') return examples?.[place]?.title ?? form.exampleTitle(place + 1);
  if (list === 'sections') return sections[place]?.title ?? form.sectionTitle(place + 1);
  return findings.whole;
}

/** What the deepest part that has words of its own says when it is missing. */
function missingPart(
  parts: readonly string[],
  missing: Readonly<Record<string, string>>,
): string | undefined {
  const named = parts.findLast((part) => missing[part] !== undefined);
  return named === undefined ? undefined : missing[named];
}

/** Which answer or case of the step. */
function partWords(
  script: EditedScript,
  id: string,
  [list, index]: readonly string[],
  words: Messages,
): string | null {
  const { findings } = words.scripts;
  if (list === 'script') return findings.inSubScript;
  if (index === undefined) return null;
  if (list === 'cases') return findings.case(Number(index) + 1);
  if (list !== 'options') return null;
  const label = script.nodes[id]?.options?.[Number(index)]?.label;
  return findings.answer(label ?? String(Number(index) + 1));
}
