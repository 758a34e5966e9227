import {
  type RefObject,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { type Box, middleOf, type Point } from './boxes.ts';
import type { GraphLayout } from './layout.ts';

const zooms = { least: 0.1, readable: 0.8, most: 1.75, step: 1.25, wheel: 0.0015 };
/** How near to the frame's edge a node may be, in pixels, without being brought into view. */
const nearEdge = 40;

/** What is seen of the drawing, and how large. Scrolling is the browser's own: wheel, touch and bars work as anywhere. */
export type View = {
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly zoom: number;
  readonly canZoom: { readonly closer: boolean; readonly farther: boolean };
  readonly closer: () => void;
  readonly farther: () => void;
  /** The whole drawing. */
  readonly fit: () => void;
  /** Brings the middle of the frame to a place of the drawing. */
  readonly centre: (at: Point) => void;
  /** The same, large enough to be read. */
  readonly readable: (at: Point) => void;
  /** Brings a box into the frame, where it is not in it. */
  readonly reveal: (box: Box) => void;
};

/** A place of the drawing that stays at a place of the frame. */
type Held = { readonly of: Point; readonly at: Point };

export function useView(layout: GraphLayout | null): View {
  const frame = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState(1);
  const held = useRef<Held | null>(null);

  const zoomTo = (wished: number, wishedAt?: Point) => {
    const element = frame.current;
    if (element === null) return;
    const at = wishedAt ?? { x: element.clientWidth / 2, y: element.clientHeight / 2 };
    held.current = {
      of: { x: (element.scrollLeft + at.x) / zoom, y: (element.scrollTop + at.y) / zoom },
      at,
    };
    setZoom(Math.min(Math.max(wished, zooms.least), zooms.most));
  };
  // Once the drawing has its new size, and before it is painted.
  useLayoutEffect(() => {
    if (held.current === null) return;
    const { of, at } = held.current;
    held.current = null;
    frame.current?.scrollTo({ left: of.x * zoom - at.x, top: of.y * zoom - at.y });
  }, [zoom]);

  const onWheel = useEffectEvent((event: WheelEvent) => {
    // The browser writes a pinch as a turn of the wheel with Ctrl.
    if (!event.ctrlKey || frame.current === null) return;
    event.preventDefault();
    const { left, top } = frame.current.getBoundingClientRect();
    const at = { x: event.clientX - left, y: event.clientY - top };
    zoomTo(zoom * Math.exp(-event.deltaY * zooms.wheel), at);
  });
  useEffect(() => {
    const element = frame.current;
    const turn = (event: WheelEvent) => onWheel(event);
    // React's own handler could not keep the page from zooming.
    element?.addEventListener('wheel', turn, { passive: false });
    return () => element?.removeEventListener('wheel', turn);
  }, []);

  const centre = ({ x, y }: Point, behavior: ScrollBehavior = 'instant') => {
    const element = frame.current;
    element?.scrollTo({
      left: x * zoom - element.clientWidth / 2,
      top: y * zoom - element.clientHeight / 2,
      behavior,
    });
  };
  return {
    frame,
    zoom,
    canZoom: { closer: zoom < zooms.most, farther: zoom > zooms.least },
    closer: () => zoomTo(zoom * zooms.step),
    farther: () => zoomTo(zoom / zooms.step),
    fit: () => {
      if (frame.current === null || layout === null) return;
      const { clientWidth, clientHeight } = frame.current;
      zoomTo(Math.min(clientWidth / layout.width, clientHeight / layout.height, 1));
    },
    centre: (at) => centre(at),
    readable: (of) => {
      if (zoom >= zooms.readable || frame.current === null) return centre(of);
      const { clientWidth, clientHeight } = frame.current;
      held.current = { of, at: { x: clientWidth / 2, y: clientHeight / 2 } };
      setZoom(1);
    },
    reveal: (box) => {
      const element = frame.current;
      if (element === null || isWithin(element, box, zoom)) return;
      centre(middleOf(box), isStill() ? 'instant' : 'smooth');
    },
  };
}

function isWithin(element: HTMLElement, box: Box, zoom: number): boolean {
  const left = box.x * zoom - element.scrollLeft;
  const top = box.y * zoom - element.scrollTop;
  return (
    left >= nearEdge &&
    top >= nearEdge &&
    left + box.width * zoom <= element.clientWidth - nearEdge &&
    top + box.height * zoom <= element.clientHeight - nearEdge
  );
}

function isStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
