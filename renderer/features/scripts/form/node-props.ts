import type { EditedNode, EditedOption } from '../edited/edited-script.ts';

/** What every part of a step's form is given. */
export type NodeProps = { readonly id: string; readonly node: EditedNode };

/** And what every part of an answer's row is. */
export type OptionProps = NodeProps & { readonly option: EditedOption; readonly index: number };
