import { type Finding, problem } from './findings.ts';

/** A key with its colon, or what opens, closes and parts the values. */
const tokens = /("(?:[^"\\]|\\.)*")\s*(:)?|[{}[\],]/g;

/**
 * SC-9: keys that stand twice in one object. JSON lets the second silently replace the first, so a node
 * of a repeated id would be lost before any other check could see it.
 *
 * @param text valid JSON
 */
export function findRepeatedKeys(text: string): readonly Finding[] {
  const findings: Finding[] = [];
  /** Where the reading is: an object's latest key, an array's index. */
  const levels: { keys: Set<string> | null; part: string | number }[] = [];
  for (const [token, string, colon] of text.matchAll(tokens)) {
    const level = levels.at(-1);
    if (token === '{') levels.push({ keys: new Set(), part: '' });
    else if (token === '[') levels.push({ keys: null, part: 0 });
    else if (token === '}' || token === ']') levels.pop();
    else if (level === undefined) continue;
    else if (token === ',') level.part = typeof level.part === 'number' ? level.part + 1 : '';
    else if (level.keys !== null && string !== undefined && colon !== undefined) {
      const key = String(JSON.parse(string));
      level.part = key;
      if (level.keys.has(key)) {
        const path = levels.map(({ part }) => part);
        findings.push(problem('duplicate-id', path, `"${key}" stands here twice.`));
      }
      level.keys.add(key);
    }
  }
  return findings;
}
