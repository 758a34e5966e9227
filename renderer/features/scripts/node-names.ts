import type { Messages } from '../../i18n/messages.tsx';
import type { EditedNode, EditedScript } from './edited/edited-script.ts';
import { arrivalsAt, type ExitPath } from './edited/exits.ts';

/**
 * What a step is called on screen: its title, with the answer that leads to it where others are called the same; one
 * that says nothing, its kind and id.
 */
export function nodeName(script: EditedScript, id: string, words: Messages): string {
  const { form } = words.scripts;
  const node = script.nodes[id];
  if (node === undefined) return form.unknownStep(id);
  const { title } = node;
  if (title === undefined) return form.named(form.types[node.type].name, id);
  const others = Object.values(script.nodes).filter((other) => other.title === title);
  if (others.length < 2) return title;
  const [arrival] = arrivalsAt(script, id);
  const from = arrival === undefined ? undefined : script.nodes[arrival.from];
  if (arrival === undefined || from === undefined) return title;
  return form.shared(title, exitName(from, arrival.exit.path, words));
}

/** What a way out is called: the answer that leads there, the case, or what comes else. */
export function exitName(node: EditedNode, path: ExitPath, words: Messages): string {
  const { form } = words.scripts;
  switch (path[0]) {
    case 'options':
      return node.options?.[path[1]]?.label ?? form.answer(path[1] + 1);
    case 'cases':
      return form.caseNumber(path[1] + 1);
    case 'otherwise':
      return form.otherwiseShort;
    case 'again':
      return form.again;
    case 'next':
      return form.afterwards;
  }
}
