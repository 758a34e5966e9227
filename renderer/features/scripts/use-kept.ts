import { useState } from 'react';

/** The value, and the very one of before as long as it says the same: what is drawn from it is not drawn again. */
export function useKept<Value>(value: Value): Value {
  const [kept, setKept] = useState(value);
  if (kept === value || JSON.stringify(kept) === JSON.stringify(value)) return kept;
  setKept(value);
  return value;
}
