import { type Persona, parsePersona } from '#src/training';
import { readShippedFiles } from '../imports/shipped-files.ts';
import type { RingingCall } from './telephony.port.ts';

/** The personas that ship, by id. */
export async function readPersonas(data: string): Promise<ReadonlyMap<string, Persona>> {
  const personas = await readShippedFiles(data, 'personas', parsePersona);
  return new Map(personas.map(({ value }) => [value.id, value]));
}

/** How patient the persona is, on the line's clock. */
export function lineTimes({
  ringsForS,
  hangsUpAfterS,
}: Persona): Pick<RingingCall, 'ringsForMs' | 'staysForMs'> {
  return {
    ringsForMs: ringsForS * 1000,
    staysForMs: hangsUpAfterS === null ? null : hangsUpAfterS * 1000,
  };
}
