import { useEffect, useState } from 'react';
import type { EditedScript } from './edited/edited-script.ts';
import { type Checked, checked, type Shipped } from './shipped.ts';

/** How long typing rests before the script is checked again. */
const restMs = 250;

/** The script as the checker sees it, a moment after it changed. */
export function useChecked(script: EditedScript, shipped: Shipped): Checked {
  const [state, setState] = useState(() => ({ script, checked: checked(script, shipped) }));
  useEffect(() => {
    if (state.script === script) return;
    const timer = setTimeout(() => setState({ script, checked: checked(script, shipped) }), restMs);
    return () => clearTimeout(timer);
  }, [state.script, script, shipped]);
  return state.checked;
}
