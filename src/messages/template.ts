import { present } from '#src/kernel';

const placeholder = /\{(\w+)\}/g;

/** The names between braces, each once, in alphabetical order. */
export function placeholdersOf(template: string): readonly string[] {
  return [...new Set(Array.from(template.matchAll(placeholder), ([, name = '']) => name))].sort();
}

/** The template with each `{name}` replaced; a value is never itself read as a template. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(placeholder, (_, name: string) =>
    present(values[name], `the texts ask for ${name}, which this sentence does not have`),
  );
}
