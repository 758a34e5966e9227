/** A place on the drawing, in its own pixels, from its top left corner. */
export type Point = { readonly x: number; readonly y: number };

export type Size = { readonly width: number; readonly height: number };

/** A box, by its top left corner. */
export type Box = Point & Size;

export function middleOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

export function boxAround({ x, y }: Point, { width, height }: Size): Box {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** A box, as a style. */
export function placedAt({ x, y, width, height }: Box) {
  return { left: x, top: y, width, height };
}
