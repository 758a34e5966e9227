import { createContext, use } from 'react';
import { present } from '#src/kernel';
import type { EditedNode, EditedScript } from './edited/edited-script.ts';
import type { Place } from './edited/nodes.ts';
import type { Shipped } from './shipped.ts';

/** What every part of the workshop reads and does. */
export type WorkshopTools = {
  readonly script: EditedScript;
  readonly shipped: Shipped;
  /** @param place what is changed, as a JSON pointer: typing on there is one change to undo */
  readonly edit: (change: (script: EditedScript) => EditedScript, place: string) => void;
  readonly editNode: (id: string, change: (node: EditedNode) => EditedNode, part: string) => void;
  /** Shows a step's form; `null`: that of the script as a whole. */
  readonly select: (id: string | null) => void;
  /** Shows the form and goes to the field of that place. */
  readonly goTo: (id: string | null, place: string) => void;
  /** Asks what the new step is; `null`: it follows nothing yet. */
  readonly addStep: (after: Place | null) => void;
};

export const WorkshopContext = createContext<WorkshopTools | null>(null);

export function useWorkshop(): WorkshopTools {
  return present(use(WorkshopContext), 'useWorkshop is called inside the workshop only');
}
