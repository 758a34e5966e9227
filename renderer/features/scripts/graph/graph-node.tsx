import { memo } from 'react';
import { useFormat, useMessages } from '../../../i18n/messages.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { type Box, placedAt } from './boxes.ts';
import type { DrawnNode, GraphMark } from './drawn-script.ts';
import { kindLooks, markIcons } from './node-looks.ts';

/** A node: what kind it is, what it is called, what is to be said of it, and for who cannot see the lines, where it leads. */
export const GraphNode = memo(function GraphNode(props: {
  readonly node: DrawnNode;
  readonly box: Box;
  readonly elementId: string;
  readonly marks: readonly GraphMark[];
  readonly isStart: boolean;
  /** The form shows it. */
  readonly isSelected: boolean;
  /** The arrows stand on it. */
  readonly isActive: boolean;
  readonly nodes: ReadonlyMap<string, DrawnNode>;
}) {
  const { scripts, scriptsGraph } = useMessages();
  const { node, box, marks } = props;
  const { icon, shape } = kindLooks[node.kind];
  const classes = [
    'graph-node',
    `graph-node-${shape}`,
    ...marks.map((mark) => `graph-node-${mark}`),
  ];
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, and names the active one
    <li
      id={props.elementId}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: an option of the list box
      role="option"
      aria-selected={props.isSelected}
      className={classes.join(' ')}
      data-node={node.id}
      data-active={props.isActive || undefined}
      style={placedAt(box)}
      title={node.title}
    >
      <span className="graph-node-kind">
        <Icon name={icon} />
        {scripts.form.types[node.kind].name}
        <span className="visually-hidden">. </span>
      </span>
      <b className="graph-node-title">{node.title}</b>
      <span className="visually-hidden">. </span>
      <span className="graph-marks">
        {props.isStart ? <span className="graph-mark">{scriptsGraph.graph.start}</span> : null}
        {marks.map((mark) => (
          <span key={mark} className={`graph-mark graph-mark-${mark}`}>
            <Icon name={markIcons[mark]} />
            {scriptsGraph.marks[mark]}
            <span className="visually-hidden">. </span>
          </span>
        ))}
      </span>
      <Exits node={node} nodes={props.nodes} />
    </li>
  );
});

function Exits(props: {
  readonly node: DrawnNode;
  readonly nodes: ReadonlyMap<string, DrawnNode>;
}) {
  const { graph } = useMessages().scriptsGraph;
  const format = useFormat();
  const labels = new Map<string, string[]>();
  for (const { label, target } of props.node.exits) {
    const name =
      target === null
        ? graph.nowhere
        : (props.nodes.get(target)?.title ?? graph.missingStep(target));
    labels.set(name, [...(labels.get(name) ?? []), label]);
  }
  const ways = [...labels].map(([name, answers]) => graph.way(name, answers.join(', ')));
  return (
    <span className="visually-hidden">
      {ways.length === 0 ? graph.ends : graph.leadsTo(format.list(ways))}
    </span>
  );
}
