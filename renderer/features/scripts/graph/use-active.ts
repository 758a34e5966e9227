import { useState } from 'react';
import type { DrawnScript } from './drawn-script.ts';

/** The node on which the arrows stand, beside the one that was selected then: another selection takes them along. */
type Active = { readonly id: string; readonly besides: string | null };

/** The node on which the arrows stand: where they went, else the selected one, else the start. */
export function useActive(
  { start, nodes }: DrawnScript,
  selected: string | null,
): readonly [string | null, (id: string) => void] {
  const [active, setActive] = useState<Active | null>(null);
  const isThere = (id: string | null | undefined) => nodes.some((node) => node.id === id);
  const candidates = [active?.besides === selected ? active.id : null, selected, start];
  const id = candidates.find(isThere) ?? nodes[0]?.id ?? null;
  return [id, (next) => setActive({ id: next, besides: selected })];
}
