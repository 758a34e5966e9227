import { type Persona, parsePersona } from '#src/training';
import { shippedFiles } from './shipped-script.ts';

/** The personas that ship. */
export function shippedPersonas(): readonly Persona[] {
  return [...shippedFiles('personas')].map(([file, json]) => {
    const persona = parsePersona(json);
    if (!persona.ok) throw new Error(`${file}: ${JSON.stringify(persona.error)}`);
    return persona.value;
  });
}

/** The persona of that id. */
export function shippedPersona(id: string): Persona {
  const persona = shippedPersonas().find((candidate) => candidate.id === id);
  if (persona === undefined) throw new Error(`No persona ${id} ships.`);
  return persona;
}
