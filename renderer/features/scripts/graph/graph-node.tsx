import { memo } from 'react';
import { useMessages } from '../../../i18n/messages.tsx';
import { Icon } from '../../../ui/icon.tsx';
import type { NodeType } from '../edited/edited-script.ts';
import { type Box, placedAt } from './boxes.ts';
import type { GraphMark } from './drawn-script.ts';
import { kindLooks, markIcons } from './node-looks.ts';

/**
 * A node: what kind it is, what it is called, what is to be said of it, and for who cannot see the lines, where it
 * leads. Drawn again only where that changes: at each key typed into a form, nearly all stay as they are.
 */
export const GraphNode = memo(function GraphNode(props: {
  readonly id: string;
  readonly elementId: string;
  readonly kind: NodeType;
  readonly title: string;
  /** Where it leads, in words. */
  readonly ways: string;
  readonly box: Box;
  readonly marks: readonly GraphMark[];
  readonly isStart: boolean;
  /** The form shows it. */
  readonly isSelected: boolean;
  /** The arrows stand on it. */
  readonly isActive: boolean;
}) {
  const { scripts, scriptsGraph } = useMessages();
  const { kind, title, marks } = props;
  const { icon, shape } = kindLooks[kind];
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
      data-node={props.id}
      data-active={props.isActive || undefined}
      style={placedAt(props.box)}
      title={title}
    >
      <span className="graph-node-kind">
        <Icon name={icon} />
        {scripts.form.types[kind].name}
        <span className="visually-hidden">. </span>
      </span>
      <b className="graph-node-title">{title}</b>
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
      <span className="visually-hidden">{props.ways}</span>
    </li>
  );
});
