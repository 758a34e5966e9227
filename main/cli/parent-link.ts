import { type HubMessage, shellMessage } from '../hub/messages.ts';

/** What Electron gives a utility process in the place of `process.send`. */
type ParentPort = {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
};

export type ParentLink = {
  readonly tell: (message: HubMessage) => void;
  /** Asks the shell for the demonstration beside this installation: its address, or `null`. */
  readonly openDemonstration: () => Promise<string | null>;
  readonly close: () => void;
};

/**
 * The link to the shell that started this process: `npm start` over Node's channel, the desktop over
 * Electron's. A shell that dies takes its hub with it.
 */
export function openParentLink({ onStop }: { readonly onStop: () => void }): ParentLink {
  const waiting: ((address: string | null) => void)[] = [];
  const receive = (sent: unknown): void => {
    const message = shellMessage.parse(sent);
    if (message.kind === 'stop') onStop();
    else for (const settle of waiting.splice(0)) settle(message.address);
  };
  const port = parentPort();
  if (port !== null) port.on('message', ({ data }) => receive(data));
  else process.on('message', receive).once('disconnect', onStop);

  const tell = (message: HubMessage): void => {
    if (port !== null) port.postMessage(message);
    else if (process.connected) process.send?.(message);
  };
  return {
    tell,
    openDemonstration: () => {
      tell({ kind: 'open-demonstration' });
      return new Promise((settle) => waiting.push(settle));
    },
    close: () => {
      if (process.connected) process.disconnect();
    },
  };
}

function parentPort(): ParentPort | null {
  const port: unknown = Reflect.get(process, 'parentPort');
  return isParentPort(port) ? port : null;
}

function isParentPort(value: unknown): value is ParentPort {
  return typeof value === 'object' && value !== null && 'postMessage' in value;
}
