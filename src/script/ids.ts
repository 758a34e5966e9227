import { z } from 'zod';

/**
 * The id of a section, a node, an option, a solution card or a persona. No dot: `distance.mail` is the
 * question `mail` inside the score node `distance`.
 */
export const shortId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

/** "Ne sait pas": the option that every question has, on key 0. */
export const unknownOption = 'nsp';

/**
 * The id of a question that a condition asks of: a node's, or inside a sub-script `<node>/<its id>`, three scripts
 * deep at most.
 */
export const questionId = z.string().regex(/^[a-z][a-z0-9-]{0,39}(\/[a-z][a-z0-9-]{0,39}){0,3}$/);

/** The id of a node in a further round of a retry: `try#2`. */
export function roundId(node: string, round: number): string {
  return `${node}#${round}`;
}

/** The id that a node has in its first round. */
export function baseId(id: string): string {
  return id.replaceAll(/#\d+/g, '');
}

/** The script's own node at which a question stands: of a score that node, of a sub-script the node that runs it. */
export function ownNode(question: string): string {
  const [node = question] = baseId(question).split(/[./]/, 1);
  return node;
}

/** The id of a model's question inside a score node. */
export function scoreQuestion(node: string, question: string): string {
  return `${node}.${question}`;
}

/** The node of a question id, and the model's question where it is inside a score node. */
export function splitQuestion(id: string): readonly [node: string, question: string | null] {
  const [node = id, question = null] = id.split('.', 2);
  return [node, question];
}
