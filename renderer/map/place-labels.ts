import type { ScreenPoint } from './fan-out.ts';

/** A name with the place on screen, in pixels, under which it stands. */
type Label = { readonly name: string; readonly at: ScreenPoint };

/** A letter's usual width and a line's height at the map's size of type, in pixels. */
const letterWidth = 7;
const lineHeight = 18;
/** What a pin covers around its centre. */
const pinReach = 18;

/** The labels that can be drawn, in their order: none covers a pin or an earlier label. */
export function placeLabels<L extends Label>(
  labels: readonly L[],
  pins: readonly ScreenPoint[],
): readonly L[] {
  const placed: L[] = [];
  for (const label of labels) {
    const isFree =
      placed.every((other) => !overlap(label, other)) && pins.every((pin) => !covers(label, pin));
    if (isFree) placed.push(label);
  }
  return placed;
}

const halfWidth = ({ name }: Label) => (name.length * letterWidth) / 2;

function overlap(a: Label, b: Label): boolean {
  return (
    Math.abs(a.at.x - b.at.x) < halfWidth(a) + halfWidth(b) &&
    Math.abs(a.at.y - b.at.y) < lineHeight
  );
}

function covers(label: Label, pin: ScreenPoint): boolean {
  return (
    Math.abs(label.at.x - pin.x) < halfWidth(label) + pinReach &&
    Math.abs(label.at.y - pin.y) < lineHeight / 2 + pinReach
  );
}
