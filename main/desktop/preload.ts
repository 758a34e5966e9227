import { contextBridge, ipcRenderer } from 'electron';
import type { DesktopBridge } from '#src/contract';

const bridge: DesktopBridge = {
  bringForward: (input) => ipcRenderer.invoke('desktop:bringForward', input),
  setBadge: (input) => ipcRenderer.invoke('desktop:setBadge', input),
  setPresence: (input) => ipcRenderer.invoke('desktop:setPresence', input),
  version: (input) => ipcRenderer.invoke('desktop:version', input),
};

contextBridge.exposeInMainWorld('aiguillage', bridge);
