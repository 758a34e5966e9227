import type { DesktopBridge } from '#src/contract';

declare global {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface adds to the browser's own
  interface Window {
    /** The desktop shell's; absent in a browser. */
    readonly aiguillage?: DesktopBridge;
  }
}

/** What the desktop shell can do for the desk; `null` in a browser. */
export function desktopShell(): DesktopBridge | null {
  return window.aiguillage ?? null;
}
