import type { CheckedScript } from './checked-script.ts';
import { partsOf, type SimpleCondition } from './condition.ts';
import type { FlatNode } from './document.ts';
import { type Finding, problem } from './findings.ts';
import { factValue, writtenOptions } from './questions.ts';

type Decision = Extract<FlatNode, { type: 'decision' }>;

/**
 * SC-11: a condition asks only what is there, and what every way to the decision has asked.
 *
 * @param passed the nodes that every way to the decision passes
 */
export function checkConditions(
  script: CheckedScript,
  id: string,
  node: Decision,
  passed: ReadonlySet<string | symbol>,
): readonly Finding[] {
  return node.cases.flatMap(({ when }, index) =>
    partsOf(when).flatMap((part) =>
      checkPart(script, part, ['nodes', id, 'cases', index, 'when'], passed),
    ),
  );
}

function checkPart(
  script: CheckedScript,
  part: SimpleCondition,
  path: readonly PropertyKey[],
  passed: ReadonlySet<string | symbol>,
): readonly Finding[] {
  if (part.predicate === 'fact') return checkFact(script, part, path);
  const subject = part.predicate === 'level' ? part.score : part.question;
  const node = script.nodes.get(subject);
  const fits = part.predicate === 'level' ? node?.type === 'score' : isQuestion(node);
  if (node === undefined || !fits) {
    return [problem('unknown-question', path, `"${subject}" is nothing that this can ask of.`)];
  }
  const findings = missingOptions(part, node).map((option) =>
    problem('unknown-option', path, `"${subject}" has no option "${option}".`),
  );
  if (part.predicate === 'compare' && node.type !== comparedKind(part.value)) {
    const message = `"${subject}" is no ${comparedKind(part.value)}: it cannot be compared with one.`;
    findings.push(problem('compare-mismatch', path, message));
  }
  if (!passed.has(subject)) {
    const message = `A way leads here on which "${subject}" is not asked.`;
    findings.push(problem('condition-not-asked', path, message));
  }
  return findings;
}

function comparedKind(value: number | string): 'number' | 'date' {
  return typeof value === 'number' ? 'number' : 'date';
}

type QuestionNode = Exclude<FlatNode, { type: 'instruction' | 'decision' | 'score' | 'outcome' }>;

function isQuestion(node: FlatNode | undefined): node is QuestionNode {
  return node !== undefined && 'options' in node;
}

function missingOptions(part: SimpleCondition, node: FlatNode): string[] {
  const asked = part.predicate === 'is' ? [part.option] : [];
  if (part.predicate === 'in') asked.push(...part.options);
  if (!isQuestion(node)) return [];
  return asked.filter((option) => !node.options.some(({ id }) => id === option));
}

/** A fact needs no question of its own on the way: it is simply not given yet. But something must give it. */
function checkFact(
  { nodes }: CheckedScript,
  { fact, value }: Extract<SimpleCondition, { predicate: 'fact' }>,
  path: readonly PropertyKey[],
): readonly Finding[] {
  const isGiven = [...nodes.values()].some(
    (node) =>
      'fact' in node &&
      node.fact === fact &&
      writtenOptions(node).some(
        (option) => factValue(fact, option, node.type === 'choices') === value,
      ),
  );
  if (isGiven) return [];
  return [problem('unknown-fact-value', path, `No answer gives the fact "${fact}" as "${value}".`)];
}
