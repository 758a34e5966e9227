/** An end of a call that has joined, in the order in which they did. */
export type JoinedLeg = { readonly id: string; readonly isCaller: boolean };

/** Who hears whom. Whoever is named nowhere is alone: a caller hears music, others nothing. */
export type Pairing = readonly (readonly [string, string])[];

/**
 * SI-10: two ends hear each other, since the network mixes no third voice in. The caller and who is there longest speak; while the
 * caller is on hold, it is who is there longest with who came last. SI-11: nobody is in two conversations at once.
 */
export function pairLegs(legs: readonly JoinedLeg[], isHeld: boolean): Pairing {
  const caller = legs.find(({ isCaller }) => isCaller);
  const others = legs.filter(({ isCaller }) => !isCaller);
  const [first, ...later] = others;
  const last = later.at(-1);
  if (first === undefined) return [];
  if (caller === undefined || isHeld) return last === undefined ? [] : [[first.id, last.id]];
  return [[caller.id, first.id]];
}
