import type { ScriptDocument } from '#src/script';
import type { Ports } from '../ports.ts';
import { keepShipped, lockPublications } from '../storage/script-store.ts';
import type { ChangedEntity } from './handler.ts';
import type { Journal } from './journal.ts';

/** Desks read the script that new calls run again. */
export function changedScript(id: string): ChangedEntity {
  return { entity: 'reference', id: `/api/scripts/${id}` };
}

/** SC-45: takes in the scripts that ship, when the hub starts; desks are told of what new calls run from now on. */
export async function keepShippedScripts(
  { journal, ports }: { readonly journal: Journal; readonly ports: Ports },
  scripts: readonly ScriptDocument[],
): Promise<void> {
  const now = ports.clock();
  await journal.write(now, async (tx) => {
    await lockPublications(tx);
    const changed: ChangedEntity[] = [];
    for (const document of scripts) {
      const { id, version } = document;
      const fate = await keepShipped(tx, document, now);
      if (fate === 'replaced') changed.push(changedScript(id));
      if (fate === 'number-taken') {
        ports.log.warn(
          { script: id, version },
          'A version written here has this number: the one that ships is left out.',
        );
      }
    }
    return { value: undefined, changed };
  });
}
