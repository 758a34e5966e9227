import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InvariantError } from '#src/kernel';
import { type Persona, parsePersona } from '#src/script';
import type { RingingCall } from './telephony.port.ts';

/** The personas that ship, by id. They are part of the program: a fault in one is a bug. */
export async function readPersonas(data: string): Promise<ReadonlyMap<string, Persona>> {
  const folder = join(data, 'personas');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json'));
  const personas = await Promise.all(
    files.map(async (file) => readPersona(await readFile(join(folder, file), 'utf8'), file)),
  );
  return new Map(personas.map((persona) => [persona.id, persona]));
}

function readPersona(json: string, file: string): Persona {
  const persona = parsePersona(JSON.parse(json));
  if (persona.ok) return persona.value;
  throw new InvariantError(`personas/${file}: ${JSON.stringify(persona.error)}`);
}

/** How patient the persona is, on the line's clock. */
export function lineTimes({ ringsForS, hangsUpAfterS }: Persona): Omit<RingingCall, 'callId'> {
  return {
    ringsForMs: ringsForS * 1000,
    staysForMs: hangsUpAfterS === null ? null : hangsUpAfterS * 1000,
  };
}
