import type { Messages } from '../../i18n/messages.tsx';
import type { EditedScript } from './edited/edited-script.ts';

/** What a step is called on screen: its title; one that says nothing, its kind and id. */
export function nodeName(script: EditedScript, id: string, words: Messages): string {
  const { form } = words.scripts;
  const node = script.nodes[id];
  if (node === undefined) return form.unknownStep(id);
  return node.title ?? form.named(form.types[node.type].name, id);
}
