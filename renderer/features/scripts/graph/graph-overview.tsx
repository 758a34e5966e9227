import { type PointerEvent, type RefObject, useEffect, useState } from 'react';
import type { Box, Point } from './boxes.ts';
import type { GraphMark } from './drawn-script.ts';
import type { GraphLayout } from './layout.ts';

/** In pixels, at its most. */
const largest = { width: 168, height: 132 };

/** The whole drawing, small, with the part that is seen; pressed or dragged over it moves there. A picture beside the scroll bars: hidden from who hears it. */
export function GraphOverview(props: {
  readonly layout: GraphLayout;
  readonly frame: RefObject<HTMLElement | null>;
  readonly zoom: number;
  readonly marks: ReadonlyMap<string, readonly GraphMark[]>;
  readonly onMove: (at: Point) => void;
}) {
  const { layout, zoom } = props;
  const seen = useSeen(props.frame, zoom);
  if (seen === null || (seen.width >= layout.width && seen.height >= layout.height)) return null;
  const scale = Math.min(largest.width / layout.width, largest.height / layout.height);
  const move = (event: PointerEvent<SVGSVGElement>) => {
    if (event.buttons !== 1) return;
    const own = event.currentTarget.getBoundingClientRect();
    props.onMove({
      x: ((event.clientX - own.left) / own.width) * layout.width,
      y: ((event.clientY - own.top) / own.height) * layout.height,
    });
  };
  return (
    <svg
      className="graph-overview"
      aria-hidden="true"
      width={layout.width * scale}
      height={layout.height * scale}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        move(event);
      }}
      onPointerMove={move}
    >
      {[...layout.nodes].map(([id, { x, y, width, height }]) => (
        <rect
          key={id}
          className={props.marks.has(id) ? 'graph-overview-marked' : ''}
          {...{ x, y, width, height }}
        />
      ))}
      <rect className="graph-overview-seen" {...seen} />
    </svg>
  );
}

/** The part of the drawing that is seen. */
function useSeen(frame: RefObject<HTMLElement | null>, zoom: number): Box | null {
  const [seen, setSeen] = useState<Box | null>(null);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const look = () =>
      setSeen({
        x: element.scrollLeft / zoom,
        y: element.scrollTop / zoom,
        width: element.clientWidth / zoom,
        height: element.clientHeight / zoom,
      });
    const size = new ResizeObserver(look);
    size.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      size.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [frame, zoom]);
  return seen;
}
