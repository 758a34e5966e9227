import { type RefObject, useEffect, useRef } from 'react';

/**
 * The control that was pressed goes with what it did: the focus stays beside it, on the element of the answered reference, each
 * time that `changing` is another; `undefined`: it is not known yet. Nothing moves while the focus is anywhere.
 */
export function useKeptFocus<Kept extends HTMLElement>(
  changing: string | number | null | undefined,
): RefObject<Kept | null> {
  const kept = useRef<Kept>(null);
  const before = useRef(changing);
  useEffect(() => {
    const isLost = document.activeElement === document.body;
    const isKnown = before.current !== undefined;
    if (isKnown && before.current !== changing && isLost) kept.current?.focus();
    before.current = changing;
  }, [changing]);
  return kept;
}
