import type { DesktopBridge } from '#src/contract';

declare global {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface adds to the browser's own
  interface Window {
    /** The desktop shell's; absent in a browser. */
    readonly aiguillage?: DesktopBridge;
  }
}

/** Brings the window in front of the others, where the shell can. */
export function bringForward(): void {
  void window.aiguillage?.bringForward({ reason: 'line-rings' });
}

/** Tells the shell whether calls ring here: then the machine may not put the desk to sleep. */
export function tellPresence(available: boolean): void {
  void window.aiguillage?.setPresence({ available });
}
