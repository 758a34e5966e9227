import { type KeyboardEvent, type MouseEvent, useId, useMemo, useRef } from 'react';
import { useMessages } from '../../../i18n/messages.tsx';
import type { DrawnScript, GraphMark } from './drawn-script.ts';
import { GraphNode } from './graph-node.tsx';
import type { GraphLayout } from './layout.ts';
import { type Move, moved } from './moves.ts';
import { waysInWords } from './ways-in-words.ts';

const noMarks: readonly GraphMark[] = [];

const moves: Readonly<Record<string, Move>> = {
  ArrowDown: 'onward',
  ArrowUp: 'back',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'start',
};

/**
 * The nodes, as a list box: one tab stop, to which every screen reader hands the arrows over by itself, and whose active
 * option is read out with its kind, its marks and where it leads. A tree would say that each node has one parent, and an
 * application would take the reader's own keys away.
 */
export function GraphNodes(props: {
  readonly script: DrawnScript;
  readonly layout: GraphLayout;
  readonly marks: ReadonlyMap<string, readonly GraphMark[]>;
  readonly selected: string | null;
  readonly active: string | null;
  readonly onActivate: (id: string) => void;
  readonly onSelect: (id: string) => void;
  readonly onOpen: ((id: string) => void) | undefined;
}) {
  const { scriptsGraph } = useMessages();
  const { script, layout, active, selected } = props;
  const ids = useId();
  const cameFrom = useRef<string | null>(null);
  const nodes = useMemo(() => new Map(script.nodes.map((node) => [node.id, node])), [script]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (active === null || event.ctrlKey || event.altKey || event.metaKey) return;
    const move = moves[event.key];
    if (move !== undefined) {
      event.preventDefault();
      const next = moved(move, active, script, layout, cameFrom.current);
      if (next !== active) cameFrom.current = move === 'onward' ? active : null;
      props.onActivate(next);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      props.onSelect(active);
      if (event.key === 'Enter') props.onOpen?.(active);
    }
  };
  const onClick = ({ target }: MouseEvent) => {
    const pressed = target instanceof Element ? target.closest('[data-node]') : null;
    const id = pressed?.getAttribute('data-node');
    if (id === null || id === undefined) return;
    props.onActivate(id);
    props.onSelect(id);
  };
  return (
    <ul
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: see above
      role="listbox"
      className="graph-nodes"
      tabIndex={0}
      aria-label={scriptsGraph.graph.steps}
      aria-description={scriptsGraph.graph.keys}
      aria-activedescendant={active === null ? undefined : `${ids}${active}`}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      {[...layout.nodes].map(([id, box]) => {
        const node = nodes.get(id);
        if (node === undefined) return null;
        return (
          <GraphNode
            key={id}
            id={id}
            elementId={`${ids}${id}`}
            kind={node.kind}
            title={node.title}
            ways={waysInWords(node, nodes, scriptsGraph)}
            box={box}
            marks={props.marks.get(id) ?? noMarks}
            isStart={id === script.start}
            isSelected={id === selected}
            isActive={id === active}
          />
        );
      })}
    </ul>
  );
}
