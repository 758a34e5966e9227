import { type RefObject, useEffect, useRef } from 'react';

/** Brings the first field that is wrong into view and into focus, each time that `problems` are found anew. */
export function useFocusOnProblem(problems: object): RefObject<HTMLFieldSetElement | null> {
  const fields = useRef<HTMLFieldSetElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: found anew is what it waits for.
  useEffect(() => {
    fields.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [problems]);
  return fields;
}
