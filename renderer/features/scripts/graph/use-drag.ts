import { type PointerEvent, useRef } from 'react';

/** Moves a scrolled element by its empty ground, with the mouse; a finger scrolls it anyway. */
export function useDrag() {
  const last = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const drop = () => {
    last.current = null;
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const isGround = event.target instanceof Element && !event.target.closest('[data-node]');
      if (event.pointerType !== 'mouse' || event.button !== 0 || !isGround) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      last.current = { x: event.clientX, y: event.clientY };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (last.current === null) return;
      event.currentTarget.scrollBy(last.current.x - event.clientX, last.current.y - event.clientY);
      last.current = { x: event.clientX, y: event.clientY };
    },
    onPointerUp: drop,
    onPointerCancel: drop,
  };
}
