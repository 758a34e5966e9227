import { z } from 'zod';

/** No dot: `distance.mail` is the question `mail` inside the score node `distance`. */
export const nodeId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
/** An option's id; a solution card's and a persona's too. */
export const optionId = nodeId;

/** "Ne sait pas": the option that every question has, on key 0. */
export const unknownOption = 'nsp';

/** The id of a model's question inside a score node. */
export function scoreQuestion(node: string, question: string): string {
  return `${node}.${question}`;
}

/** The node of a question id, and the model's question where it is inside a score node. */
export function splitQuestion(id: string): readonly [node: string, question: string | null] {
  const [node = id, question = null] = id.split('.', 2);
  return [node, question];
}
