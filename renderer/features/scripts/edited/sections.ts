import type { EditedScript, EditedSection } from './edited-script.ts';
import { idFrom } from './ids.ts';

export function withSection(script: EditedScript, title: string): EditedScript {
  const id = idFrom(
    title,
    script.sections.map((section) => section.id),
  );
  return { ...script, sections: [...script.sections, { id, title }] };
}

export function renamedSection(
  script: EditedScript,
  index: number,
  title: string | undefined,
): EditedScript {
  const rename = (section: EditedSection, place: number) =>
    place === index ? { ...section, title } : section;
  return { ...script, sections: script.sections.map(rename) };
}

export function movedSection(script: EditedScript, index: number, by: -1 | 1): EditedScript {
  const one = script.sections[index];
  const other = script.sections[index + by];
  if (one === undefined || other === undefined) return script;
  return { ...script, sections: script.sections.with(index, other).with(index + by, one) };
}

/** The script without a section; one in which a node stands is kept. */
export function withoutSection(script: EditedScript, index: number): EditedScript {
  const id = script.sections[index]?.id;
  if (id === undefined || nodesIn(script, id).length > 0) return script;
  return { ...script, sections: script.sections.filter((_, place) => place !== index) };
}

/** The ids of the nodes that stand in a section. */
export function nodesIn(script: EditedScript, section: string): readonly string[] {
  return Object.entries(script.nodes).flatMap(([id, node]) =>
    node.section === section ? [id] : [],
  );
}
