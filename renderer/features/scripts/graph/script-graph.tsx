import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
import { useMessages } from '../../../i18n/messages.tsx';
import { LoadingState } from '../../../ui/states.tsx';
import { type Box, middleOf } from './boxes.ts';
import type { DrawnScript, GraphMark } from './drawn-script.ts';
import { GraphNodes } from './graph-nodes.tsx';
import { GraphOverview } from './graph-overview.tsx';
import { GraphTools } from './graph-tools.tsx';
import { GraphTracks } from './graph-tracks.tsx';
import type { GraphLayout } from './layout.ts';
import { useActive } from './use-active.ts';
import { useDrag } from './use-drag.ts';
import { useLayout } from './use-layout.ts';
import { useView, type View } from './use-view.ts';
import './graph.css';

type Marks = ReadonlyMap<string, readonly GraphMark[]>;

/** The script as a graph: every node below those that lead to it, and where each answer leads. */
export function ScriptGraph(props: {
  readonly script: DrawnScript;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  /** Enter on a node, which is selected by then: its form takes the focus. */
  readonly onOpen?: (id: string) => void;
  readonly marks: Marks;
}) {
  const { graph } = useMessages().scriptsGraph;
  const { script, selected, marks } = props;
  const layout = useLayout(script);
  const view = useView(layout);
  const drag = useDrag();
  const [active, activate] = useActive(script, selected);
  const way = useMemo(() => wayIn(marks), [marks]);
  const boxOf = (id: string | null | undefined) => layout?.nodes.get(id ?? '');
  useReveal(view, layout, boxOf(active));
  useReveal(view, layout, boxOf(way.at(-1)));
  return (
    <section className="graph" aria-label={graph.label}>
      <div ref={view.frame} className="graph-frame" {...drag}>
        {layout === null ? (
          <LoadingState label={graph.drawing} />
        ) : (
          <div
            className="graph-sheet"
            style={{ width: layout.width * view.zoom, height: layout.height * view.zoom }}
          >
            <div
              className="graph-drawing"
              style={{
                width: layout.width,
                height: layout.height,
                transform: `scale(${view.zoom})`,
              }}
            >
              <GraphTracks script={script} layout={layout} selected={selected} way={way} />
              <GraphNodes
                script={script}
                layout={layout}
                marks={marks}
                selected={selected}
                active={active}
                onActivate={activate}
                onSelect={props.onSelect}
                onOpen={props.onOpen}
              />
            </div>
          </div>
        )}
      </div>
      {layout === null ? null : (
        <>
          <GraphTools view={view} lookedAt={boxOf(way.at(-1) ?? active)} />
          <GraphOverview
            layout={layout}
            frame={view.frame}
            zoom={view.zoom}
            marks={marks}
            onMove={view.centre}
          />
        </>
      )}
    </section>
  );
}

/** The nodes that a trial passed, in order, and where it stands. */
function wayIn(marks: Marks): readonly string[] {
  const marked = (mark: GraphMark) =>
    [...marks].flatMap(([id, own]) => (own.includes(mark) ? [id] : []));
  return [...marked('passed'), ...marked('current')];
}

/** Keeps in view what is looked at, wherever that goes; it begins in the middle. */
function useReveal(view: View, layout: GraphLayout | null, box: Box | undefined): void {
  const hasBegun = useRef(false);
  const show = useEffectEvent(() => {
    if (box === undefined) return;
    if (hasBegun.current) view.reveal(box);
    else view.centre(middleOf(box));
    hasBegun.current = true;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is shown when it comes, moves or is drawn elsewhere
  useEffect(() => show(), [box, layout]);
}
