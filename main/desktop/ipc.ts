import { type BrowserWindow, ipcMain } from 'electron';
import type { z } from 'zod';
import {
  type DesktopEvent,
  type DesktopInput,
  type DesktopMethod,
  type DesktopOutput,
  desktopMethods,
} from '#src/contract';
import { isDesk } from './origin.ts';

type Handlers = {
  readonly [Method in DesktopMethod]: (input: DesktopInput<Method>) => DesktopOutput<Method>;
};

const inputs: { readonly [Method in DesktopMethod]: z.ZodType<DesktopInput<Method>> } = {
  bringForward: desktopMethods.bringForward.input,
  flash: desktopMethods.flash.input,
  setBadge: desktopMethods.setBadge.input,
  setPresence: desktopMethods.setPresence.input,
  setTray: desktopMethods.setTray.input,
  setKeys: desktopMethods.setKeys.input,
  phoneLinks: desktopMethods.phoneLinks.input,
  takeNumber: desktopMethods.takeNumber.input,
  version: desktopMethods.version.input,
};

/** Answers the desk's calls, and only the desk's: another frame is refused before its input is read. */
export function answerDesk(handlers: Handlers): void {
  answer('bringForward', handlers.bringForward);
  answer('flash', handlers.flash);
  answer('setBadge', handlers.setBadge);
  answer('setPresence', handlers.setPresence);
  answer('setTray', handlers.setTray);
  answer('setKeys', handlers.setKeys);
  answer('phoneLinks', handlers.phoneLinks);
  answer('takeNumber', handlers.takeNumber);
  answer('version', handlers.version);
}

function answer<Method extends DesktopMethod>(
  method: Method,
  handler: (input: DesktopInput<Method>) => DesktopOutput<Method>,
): void {
  const schema: z.ZodType<DesktopInput<Method>> = inputs[method];
  ipcMain.handle(`desktop:${method}`, (event, input: unknown) => {
    if (!isDesk(event.senderFrame?.url)) throw new Error('A frame that is not the desk called it.');
    return handler(schema.parse(input));
  });
}

/** Tells the desk what happened, where it is what the window shows. */
export function tellDesk({ webContents }: BrowserWindow, event: DesktopEvent): void {
  if (!webContents.isDestroyed() && isDesk(webContents.getURL())) {
    webContents.send('desktop:event', event);
  }
}
