import { BrowserWindow } from 'electron';
import { deskAddress } from './origin.ts';

/** The desk's window. It never sleeps in the background: a call must ring there too. */
export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: 'Aiguillage',
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      backgroundThrottling: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  window.on('focus', () => window.flashFrame(false));
  void window.loadURL(deskAddress);
  return window;
}

/** Brings the window in front of the others; its entry in the task bar flashes where that is refused. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.moveTop();
  window.focus();
  if (!window.isFocused()) window.flashFrame(true);
}
