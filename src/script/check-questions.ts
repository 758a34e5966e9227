import type { DistanceModel } from '#src/distance';
import { services } from '#src/venues';
import type { CheckedScript } from './checked-script.ts';
import type { SpokenNode } from './document.ts';
import { beneficiaries, callWishes, consents, type Fact, resolutions } from './facts.ts';
import { type Finding, problem } from './findings.ts';
import { unknownOption } from './ids.ts';
import { factValue, limitsOf, optionKeys, writtenOptions } from './questions.ts';
import { readingEase } from './readability.ts';

/** SC-15: how many characters are said at once, about fifteen seconds of speech (SC-50). */
export const longestSay = 220;
/** SC-32: below it, Flesch's scale calls a text rather difficult. */
const easeNeeded = 60;
/** SC-16: the keys 1 to 9; 0 is for "ne sait pas". */
const mostOptions = optionKeys.length - 1;

/** Each node for itself: its words, its options, what they say of the call. */
export function checkQuestions(script: CheckedScript): readonly Finding[] {
  return [...script.nodes].flatMap(([id, node]) => {
    if (node.type === 'decision') return [];
    if (node.type === 'score') return checkModel(script, id, node.model);
    return [
      ...checkSay(id, node),
      ...(script.language === 'fr' ? checkReading(id, node) : []),
      ...checkOptions(id, node),
      ...checkUnknown(id, node),
      ...checkLimits(id, node),
      ...checkCards(script, id, node),
      ...checkFactValues(script, id, node),
    ];
  });
}

/** SC-12 */
function checkModel({ models }: CheckedScript, id: string, stamp: string): readonly Finding[] {
  if (models.some((model) => model.stamp === stamp)) return [];
  const message = `There is no distance model "${stamp}".`;
  return [problem('unknown-model', ['nodes', id, 'model'], message)];
}

/** SC-15 */
function checkSay(id: string, { say }: SpokenNode): readonly Finding[] {
  if (say.length <= longestSay) return [];
  const message = `${say.length} characters to say aloud; ${longestSay} is what somebody follows.`;
  return [problem('say-too-long', ['nodes', id, 'say'], message, 'warning')];
}

/** SC-32 */
function checkReading(id: string, { say }: SpokenNode): readonly Finding[] {
  const ease = readingEase(say);
  if (ease === null || ease >= easeNeeded) return [];
  const message = `Hard to follow by ear: ease ${Math.round(ease)}, ${easeNeeded} is needed.`;
  return [problem('hard-to-read', ['nodes', id, 'say'], message, 'warning')];
}

/** SC-9, SC-16 */
function checkOptions(id: string, node: SpokenNode): readonly Finding[] {
  const findings: Finding[] = [];
  const options = writtenOptions(node);
  const ids = new Set<string>();
  const labels = new Set<string>();
  for (const [index, option] of options.entries()) {
    const label = option.label.trim().toLowerCase();
    const path = ['nodes', id, 'options', index];
    if (ids.has(option.id)) {
      const message = `Two options have the id "${option.id}".`;
      findings.push(problem('duplicate-id', [...path, 'id'], message));
    }
    if (labels.has(label)) {
      const message = `Two options say "${option.label}".`;
      findings.push(problem('duplicate-label', [...path, 'label'], message));
    }
    ids.add(option.id);
    labels.add(label);
  }
  if (options.filter((option) => option.id !== unknownOption).length > mostOptions) {
    const message = `More than ${mostOptions} options: there is no key for the last.`;
    findings.push(problem('too-many-options', ['nodes', id, 'options'], message));
  }
  return findings;
}

/** SC-6: on the phone "I don't know" is always an answer, with a way of its own. */
function checkUnknown(id: string, node: SpokenNode): readonly Finding[] {
  if (node.type === 'instruction' || node.type === 'orientation' || node.type === 'outcome') {
    return [];
  }
  const index = node.options.findIndex((option) => option.id === unknownOption);
  const unknown = node.options[index];
  if (unknown === undefined) {
    const message = `The question has no option "${unknownOption}".`;
    return [problem('missing-nsp', ['nodes', id, 'options'], message)];
  }
  if (unknown.next !== undefined) return [];
  const message = `"${unknownOption}" needs an exit of its own.`;
  return [problem('answer-without-exit', ['nodes', id, 'options', index], message)];
}

/** SC-18 */
function checkLimits(id: string, node: SpokenNode): readonly Finding[] {
  const limits = limitsOf(node);
  if (limits === null || limits.min === null || limits.max === null) return [];
  if (limits.min <= limits.max) return [];
  return [problem('empty-range', ['nodes', id, 'max'], 'Nothing lies between "min" and "max".')];
}

/** SC-13 */
function checkCards({ cards }: CheckedScript, id: string, node: SpokenNode): readonly Finding[] {
  return writtenOptions(node).flatMap(({ card }, index) => {
    if (cards === null || card === undefined || cards.has(card)) return [];
    const message = `There is no solution card "${card}".`;
    return [problem('unknown-card', ['nodes', id, 'options', index, 'card'], message)];
  });
}

/** SC-14 */
function checkFactValues(script: CheckedScript, id: string, node: SpokenNode): readonly Finding[] {
  if (!('fact' in node) || node.fact === undefined || node.type === 'commune') return [];
  const fact = node.fact;
  const allowed = valuesOf(fact, script.models);
  if (allowed === null) return [];
  return node.options.flatMap((option, index) => {
    const value = factValue(fact, option, node.type === 'choices');
    if (value === null || allowed.includes(value)) return [];
    const message = `"${value}" is no value of the fact "${fact}".`;
    return [problem('unknown-fact-value', ['nodes', id, 'options', index], message)];
  });
}

/** SC-14: the values that a fact may have; `null`: any. */
export function valuesOf(fact: Fact, models: readonly DistanceModel[]): readonly string[] | null {
  switch (fact) {
    case 'consent':
      return consents;
    case 'beneficiary':
      return beneficiaries;
    case 'service':
      return services;
    case 'resolution':
      return resolutions;
    case 'obstacles':
      return models.flatMap(({ obstacles }) => obstacles.map((obstacle) => obstacle.id));
    case 'wishes':
      return callWishes;
    case 'theme':
    case 'commune':
      return null;
  }
}
