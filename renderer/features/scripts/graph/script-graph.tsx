import type { DrawnScript, GraphMark } from './drawn-script.ts';

/** The script as a graph: every node, and where each answer leads. */
export function ScriptGraph(props: {
  readonly script: DrawnScript;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  /** Enter: the form of the selected node takes the focus. */
  readonly onOpen?: (id: string) => void;
  readonly marks: ReadonlyMap<string, readonly GraphMark[]>;
}) {
  return (
    <ol>
      {props.script.nodes.map(({ id, title }) => (
        <li key={id} aria-current={id === props.selected}>
          <button type="button" onClick={() => props.onSelect(id)}>
            {title}
          </button>
        </li>
      ))}
    </ol>
  );
}
