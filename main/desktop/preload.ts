import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { DesktopBridge, DesktopEvent } from '#src/contract';

const bridge: DesktopBridge = {
  bringForward: (input) => ipcRenderer.invoke('desktop:bringForward', input),
  flash: (input) => ipcRenderer.invoke('desktop:flash', input),
  setBadge: (input) => ipcRenderer.invoke('desktop:setBadge', input),
  setPresence: (input) => ipcRenderer.invoke('desktop:setPresence', input),
  setTray: (input) => ipcRenderer.invoke('desktop:setTray', input),
  setKeys: (input) => ipcRenderer.invoke('desktop:setKeys', input),
  phoneLinks: (input) => ipcRenderer.invoke('desktop:phoneLinks', input),
  takeNumber: (input) => ipcRenderer.invoke('desktop:takeNumber', input),
  version: (input) => ipcRenderer.invoke('desktop:version', input),
  watch: (listener) => {
    const hear = (_event: IpcRendererEvent, told: DesktopEvent) => listener(told);
    ipcRenderer.on('desktop:event', hear);
    return () => {
      ipcRenderer.off('desktop:event', hear);
    };
  },
};

contextBridge.exposeInMainWorld('aiguillage', bridge);
