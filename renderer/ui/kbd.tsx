import { useMessages } from '../i18n/messages.tsx';
import type { Combination } from './shortcut-registry.ts';
import './kbd.css';

/** A key as it is printed: `Alt N`, `Entrée`, `1`. */
export function Kbd({ combination }: { readonly combination: Combination }) {
  const { ui } = useMessages();
  const names: Readonly<Record<string, string>> = ui.keys;
  const parts = combination.split('+').map((part) => names[part] ?? part.replace('Digit', ''));
  return <kbd className="kbd">{parts.join(' ')}</kbd>;
}
