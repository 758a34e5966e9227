import { memo } from 'react';
import { useMessages } from '../../../i18n/messages.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { type Box, placedAt } from './boxes.ts';
import type { DrawnScript } from './drawn-script.ts';
import type { GraphLayout, Stop, Track } from './layout.ts';
import { trackPath } from './track-path.ts';

type Lit = {
  readonly layout: GraphLayout;
  readonly selected: string | null;
  /** The nodes that a call passed, in order. */
  readonly way: readonly string[];
};

/** The lines between the nodes, with the answers on them. Said in words with each node, so hidden from who hears them. */
export function GraphTracks(props: Lit & { readonly script: DrawnScript }) {
  const { graph } = useMessages().scriptsGraph;
  const { script, layout, selected, way } = props;
  const exits = new Map(script.nodes.map((node) => [node.id, node.exits]));
  return (
    <div aria-hidden="true">
      <TrackLines layout={layout} selected={selected} way={way} />
      {layout.tracks.map((track) => {
        if (track.label === null) return null;
        const answers = track.exits.flatMap((exit) => exits.get(track.from)?.[exit]?.label ?? []);
        return (
          <TrackLabel
            key={track.id}
            box={track.label}
            look={lookOf(track, props)}
            words={answers.length > 2 ? graph.answers(answers.length) : answers.join(' / ')}
            answers={answers.join(', ')}
          />
        );
      })}
      {layout.stops.map((stop) => (
        <BrokenEnd key={stop.id} stop={stop} />
      ))}
    </div>
  );
}

/** They stay as they are while only words change. */
const TrackLines = memo(function TrackLines(props: Lit) {
  const { layout } = props;
  const looks = new Map(layout.tracks.map((track) => [track.id, lookOf(track, props)]));
  // What is looked at is drawn over the rest.
  const drawn = layout.tracks.toSorted((one, other) => order(looks, one) - order(looks, other));
  return (
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
          className={`graph-track graph-track-${looks.get(track.id)} graph-track-${wayOf(track)}`}
          d={trackPath(track.points)}
          markerEnd="url(#graph-arrow)"
        />
      ))}
    </svg>
  );
});

/** A way back up is dashed: it leads to what came before. */
function wayOf({ points }: Track): 'down' | 'up' {
  const [first, last] = [points[0], points.at(-1)];
  return first !== undefined && last !== undefined && last.y < first.y ? 'up' : 'down';
}

type Look = 'plain' | 'near' | 'passed';
const looksInOrder: readonly Look[] = ['plain', 'near', 'passed'];

function lookOf({ from, to }: Track, { selected, way }: Lit): Look {
  if (way.some((id, index) => id === from && way[index + 1] === to)) return 'passed';
  return from === selected || to === selected ? 'near' : 'plain';
}

function order(looks: ReadonlyMap<string, Look>, { id }: Track): number {
  return looksInOrder.indexOf(looks.get(id) ?? 'plain');
}

const TrackLabel = memo(function TrackLabel(props: {
  readonly box: Box;
  readonly look: Look;
  readonly words: string;
  /** All of them, for the pointer. */
  readonly answers: string;
}) {
  return (
    <span
      className={`graph-label graph-label-${props.look}`}
      style={placedAt(props.box)}
      title={props.answers}
    >
      <span>{props.words}</span>
    </span>
  );
});

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
