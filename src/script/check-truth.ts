import { assess, levels } from '#src/distance';
import type { CheckedScript } from './checked-script.ts';
import {
  type Condition,
  comparedSize,
  holds,
  type Known,
  partsOf,
  type SimpleCondition,
} from './condition.ts';
import type { FlatNode } from './document.ts';
import type { Fact } from './facts.ts';
import { type Finding, problem } from './findings.ts';
import { type Exit, leadingTo } from './graph.ts';
import { baseId } from './ids.ts';
import { possibleAnswers, possibleFacts, type Said } from './possible-answers.ts';

type Decision = Extract<FlatNode, { type: 'decision' }>;
/** What is known of each thing that the decision asks of, in one way that a call may have gone. */
type World = ReadonlyMap<string, Said>;

/** More ways than this are not tried: what so many answers decide is not found by looking at them all. */
const mostWorlds = 5_000;

/**
 * SC-30: a case that holds whatever was answered, or never once the cases before it did not hold. Every answer with
 * which a call can come here is tried; those that exclude each other elsewhere too, so that nothing is found wrongly.
 */
export function checkTruth(
  script: CheckedScript,
  id: string,
  node: Decision,
  exits: ReadonlyMap<string, readonly Exit[]>,
): readonly Finding[] {
  const all = worldsOf(script, leadingTo([id], exits), node);
  if (all === null) return [];
  let worlds: readonly World[] = all;
  const findings: Finding[] = [];
  for (const [index, { when }] of node.cases.entries()) {
    const path = ['nodes', id, 'cases', index, 'when'];
    const others: readonly World[] = worlds.filter((world) => !holds(when, knownIn(world)));
    if (others.length === worlds.length) {
      findings.push(problem('never-true', path, 'With no answer that leads here does this hold.'));
    } else if (others.length === 0) {
      const message =
        'With every answer that leads here this holds: what follows it is never reached.';
      return [...findings, problem('always-true', path, message)];
    }
    worlds = others;
  }
  return findings;
}

function worldsOf(
  script: CheckedScript,
  leading: ReadonlySet<string>,
  { cases }: Decision,
): readonly World[] | null {
  const parts = cases.flatMap(({ when }: { readonly when: Condition }) => partsOf(when));
  let worlds: readonly World[] = [new Map()];
  for (const subject of new Set(parts.map(subjectOf))) {
    const same = parts.filter((part) => subjectOf(part) === subject);
    const possible = possibleSaid(script, leading, same);
    if (worlds.length * possible.length > mostWorlds) return null;
    worlds = worlds.flatMap((world) =>
      possible.map((said) => new Map([...world, [subject, said]])),
    );
  }
  return worlds;
}

function subjectOf(part: SimpleCondition): string {
  if (part.predicate === 'fact') return `fact ${part.fact}`;
  return part.predicate === 'level' ? `level ${part.score}` : part.question;
}

/** All that may be known of what these parts ask of. */
function possibleSaid(
  script: CheckedScript,
  leading: ReadonlySet<string>,
  parts: readonly SimpleCondition[],
): readonly Said[] {
  const [first] = parts;
  if (first === undefined) return [];
  if (first.predicate === 'fact') return possibleFacts(script, leading, first.fact);
  if (first.predicate === 'level') return possibleLevels(script, first.score);
  const compared = parts.flatMap((part) =>
    part.predicate === 'compare' ? [comparedSize(part.value)] : [],
  );
  return [...script.nodes].flatMap(([id, node]) =>
    baseId(id) === first.question ? possibleAnswers(node, leading, compared) : [],
  );
}

function possibleLevels({ nodes, models }: CheckedScript, score: string): readonly Said[] {
  const node = nodes.get(score);
  const model = models.find(({ stamp }) => node?.type === 'score' && stamp === node.model);
  const possible = model === undefined ? levels : assess(model, {}).possible;
  return possible.map((level) => ({ chosen: [level], counted: 0, size: null }));
}

function knownIn(world: World): Known {
  return {
    chosen: (question) => world.get(question)?.chosen ?? [],
    counted: (question) => world.get(question)?.counted ?? 0,
    size: (question) => world.get(question)?.size ?? null,
    level: (score) => {
      const [said] = world.get(`level ${score}`)?.chosen ?? [];
      return levels.find((level) => level === said) ?? null;
    },
    fact: (fact: Fact) => world.get(`fact ${fact}`)?.chosen ?? [],
  };
}
