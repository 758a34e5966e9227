import { memo } from 'react';
import { useMessages } from '../../../i18n/messages.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { placedAt } from './boxes.ts';
import type { DrawnScript } from './drawn-script.ts';
import type { GraphLayout, Stop, Track } from './layout.ts';
import { trackPath } from './track-path.ts';

type TracksProps = {
  readonly script: DrawnScript;
  readonly layout: GraphLayout;
  readonly selected: string | null;
  /** The nodes that a call passed, in order. */
  readonly way: readonly string[];
};

/** The lines between the nodes, with the answers on them. Said in words with each node, so hidden from who hears them. */
export const GraphTracks = memo(function GraphTracks(props: TracksProps) {
  const { layout } = props;
  const looks = new Map(layout.tracks.map((track) => [track.id, lookOf(track, props)]));
  // What is looked at is drawn over the rest.
  const drawn = layout.tracks.toSorted((one, other) => order(looks, one) - order(looks, other));
  return (
    <div aria-hidden="true">
      <svg aria-hidden="true" className="graph-tracks" width={layout.width} height={layout.height}>
        <defs>
          <marker
            id="graph-arrow"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0.5 0.8 7 4 0.5 7.2Z" />
          </marker>
        </defs>
        {drawn.map((track) => (
          <path
            key={track.id}
            className={`graph-track graph-track-${looks.get(track.id)}`}
            d={trackPath(track.points)}
            markerEnd="url(#graph-arrow)"
          />
        ))}
      </svg>
      {drawn.map((track) => (
        <TrackLabel key={track.id} track={track} look={looks.get(track.id)} script={props.script} />
      ))}
      {layout.stops.map((stop) => (
        <BrokenEnd key={stop.id} stop={stop} />
      ))}
    </div>
  );
});

type Look = 'plain' | 'near' | 'passed';
const looksInOrder: readonly Look[] = ['plain', 'near', 'passed'];

function lookOf({ from, to }: Track, { selected, way }: TracksProps): Look {
  if (way.some((id, index) => id === from && way[index + 1] === to)) return 'passed';
  return from === selected || to === selected ? 'near' : 'plain';
}

function order(looks: ReadonlyMap<string, Look>, { id }: Track): number {
  return looksInOrder.indexOf(looks.get(id) ?? 'plain');
}

function TrackLabel(props: {
  readonly track: Track;
  readonly look: Look | undefined;
  readonly script: DrawnScript;
}) {
  const { graph } = useMessages().scriptsGraph;
  const { from, exits, label: box } = props.track;
  const node = props.script.nodes.find(({ id }) => id === from);
  if (box === null || node === undefined) return null;
  const answers = exits.flatMap((position) => node.exits[position]?.label ?? []);
  const words = answers.length > 2 ? graph.answers(answers.length) : answers.join(' / ');
  return (
    <span
      className={`graph-label graph-label-${props.look}`}
      style={placedAt(box)}
      title={answers.join(', ')}
    >
      <span>{words}</span>
    </span>
  );
}

/** A way out that leads to no node: the track ends in a buffer. */
function BrokenEnd({ stop }: { readonly stop: Stop }) {
  const { graph } = useMessages().scriptsGraph;
  const { target, box } = stop;
  return (
    <span className="graph-stop" style={placedAt(box)} title={target ?? graph.nowhere}>
      <span>
        <Icon name="alert" />
        {target === null ? graph.nowhere : graph.missing}
      </span>
    </span>
  );
}
