import type { DistanceModel } from '#src/distance';
import { checkConditions } from './check-conditions.ts';
import { checkQuestions } from './check-questions.ts';
import { checkTruth } from './check-truth.ts';
import type { CheckedScript } from './checked-script.ts';
import { parseScript } from './document.ts';
import { checkExamples } from './examples.ts';
import { asWritten, type Finding, problem } from './findings.ts';
import { type FlatScript, flatten } from './flat-script.ts';
import { alwaysPassed, cardChosen, type Exit, exitsOf, leadingTo, reachFrom } from './graph.ts';
import { checkLongestPath } from './longest-path.ts';

/**
 * Everything that is wrong with a script, by rule (docs/spec/script.md). Takes any JSON at all. What the
 * script says is checked once its shape is sound: a node that cannot be read hides what follows it.
 *
 * @param models the distance models that a score node may name
 * @param cards ids of the solution cards; left out, cards are not checked
 */
export function checkScript(
  json: unknown,
  models: readonly DistanceModel[],
  cards?: Iterable<string>,
): readonly Finding[] {
  const parsed = parseScript(json);
  if (!parsed.ok) return parsed.error;
  const flat = flatten(parsed.value);
  if (flat.findings.length > 0) return asWritten(flat.findings);
  const script: CheckedScript = {
    ...flat.script,
    models,
    cards: cards === undefined ? null : new Set(cards),
  };
  const findings = [...checkSections(script), ...checkQuestions(script), ...checkWays(script)];
  const isSound = findings.every(({ severity }) => severity === 'warning');
  return asWritten([...findings, ...(isSound ? checkExamples(parsed.value, models) : [])]);
}

/** SC-17: every node stands in a section that is there; a section without node is of no use. */
function checkSections({ sections, nodes }: CheckedScript): readonly Finding[] {
  const findings: Finding[] = [];
  const empty = new Map(sections.map(({ id }, index) => [id, index]));
  if (empty.size !== sections.length) {
    findings.push(problem('duplicate-id', ['sections'], 'Two sections have the same id.'));
  }
  const known = new Set(empty.keys());
  for (const [id, node] of nodes) {
    if (node.type === 'decision') continue;
    empty.delete(node.section);
    if (known.has(node.section)) continue;
    const message = `There is no section "${node.section}".`;
    findings.push(problem('unknown-section', ['nodes', id, 'section'], message));
  }
  for (const [id, index] of empty) {
    const message = `No node is in the section "${id}".`;
    findings.push(problem('empty-section', ['sections', index], message, 'warning'));
  }
  return findings;
}

/** Where the script leads: rules SC-2 to SC-4, SC-10, and those on what was passed on the way. */
function checkWays(script: CheckedScript): readonly Finding[] {
  const { start, nodes } = script;
  const exits = new Map([...nodes].map(([id, node]) => [id, exitsOf(id, node)]));
  const reach = reachFrom(start, exits);
  const isAcyclic = reach.backward.length === 0;
  return [
    ...unknownTargets(start, exits),
    ...unreachable(start, reach.order, nodes),
    ...deadEnds(exits, nodes),
    ...reach.backward.map(({ target, path }) =>
      problem('cycle', path, `This leads back to "${target}", which led here.`),
    ),
    // In a circle "before" means nothing: these wait until it is cut.
    ...(isAcyclic
      ? [
          ...checkPassed(script, exits, reach.order),
          ...checkLongestPath(script, exits, reach.order),
        ]
      : []),
  ];
}

/** SC-2 */
function unknownTargets(
  start: string,
  exits: ReadonlyMap<string, readonly Exit[]>,
): readonly Finding[] {
  const all = [{ target: start, path: ['start'] }, ...[...exits.values()].flat()];
  return all
    .filter(({ target }) => !exits.has(target))
    .map(({ target, path }) => problem('unknown-target', path, `There is no node "${target}".`));
}

/** SC-3. Without a start everything would be: that is said once, by SC-2. */
function unreachable(
  start: string,
  reached: readonly string[],
  nodes: FlatScript['nodes'],
): readonly Finding[] {
  if (!nodes.has(start)) return [];
  const known = new Set(reached);
  return [...nodes.keys()]
    .filter((id) => !known.has(id))
    .map((id) => problem('unreachable', ['nodes', id], 'No answer leads here from the start.'));
}

/** SC-4. A node with an unknown target is spared: once that is mended it may lead on. */
function deadEnds(
  exits: ReadonlyMap<string, readonly Exit[]>,
  nodes: FlatScript['nodes'],
): readonly Finding[] {
  const goals = [...nodes]
    .filter(
      ([id, { type }]) =>
        type === 'outcome' || exits.get(id)?.some(({ target }) => !nodes.has(target)),
    )
    .map(([id]) => id);
  const leading = leadingTo(goals, exits);
  return [...nodes.keys()]
    .filter((id) => !leading.has(id))
    .map((id) => problem('dead-end', ['nodes', id], 'No outcome can be reached from here.'));
}

function checkPassed(
  script: CheckedScript,
  exits: ReadonlyMap<string, readonly Exit[]>,
  order: readonly string[],
): readonly Finding[] {
  const passed = alwaysPassed(order, exits);
  const findings: Finding[] = [];
  for (const [id, node] of script.nodes) {
    const before = passed.get(id);
    // Unreachable: SC-3 names it.
    if (before === undefined) continue;
    if (node.type === 'decision') {
      const own = checkConditions(script, id, node, before);
      findings.push(...(own.length > 0 ? own : checkTruth(script, id, node, exits)));
    }
    if (node.type === 'choice' && node.showCard === true && !before.has(cardChosen)) {
      const message = 'A way leads here on which no answer has a card: there is none to show.';
      findings.push(problem('card-not-chosen', ['nodes', id, 'showCard'], message));
    }
  }
  return findings;
}
