import type { ScriptEntry } from '#src/contract';
import type { EditedScript } from './edited/edited-script.ts';
import type { GraphMark } from './graph/drawn-script.ts';
import type { Beginning, Keeping } from './kept-script.ts';
import type { Checked, Shipped } from './shipped.ts';
import type { Editing } from './use-editing.ts';

export type WorkshopProps = {
  readonly entry: ScriptEntry;
  /** The published document, for parseScript; `null` where there is none. */
  readonly published: unknown;
  readonly shipped: Shipped;
  readonly beginning: Beginning;
  readonly kept: Keeping;
  /** It was read again: the screen that had the focus is gone. */
  readonly isAgain: boolean;
  /** Reads it all again: the draft is published, or no more. */
  readonly onAgain: () => void;
};

/** What a comparison or a trial shows on the graph, on top of what the checker found. */
export type ShownMarks = ReadonlyMap<string, readonly GraphMark[]>;
/** Steps of an earlier version that the script has no more: they stand on the graph beside those that it has. */
export type GoneNodes = EditedScript['nodes'];
export type OnMarks = (marks: ShownMarks, gone?: GoneNodes) => void;

/** And what its parts are given besides: the edited script, and what was found in it. */
export type PartProps = WorkshopProps & { readonly editing: Editing; readonly checked: Checked };

/** The pane at the side also shows on the graph what it speaks of. */
export type SideProps = PartProps & { readonly onMarks: OnMarks };
