import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { err, ok, type Result } from '#src/kernel';
import { hubMessage, type ShellMessage } from '../hub/messages.ts';

export type HubReady = {
  readonly address: string;
  /** Creates the first administrator; `null` where there is one. */
  readonly token: string | null;
};

export type HubChild = {
  /** The error is a sentence for the operator. */
  readonly ready: Promise<Result<HubReady, string>>;
  /** Resolves when the process has ended, asked or not. */
  readonly ended: Promise<unknown>;
  /** Asks it to close its database and end. */
  readonly stop: () => Promise<unknown>;
  /** Ends it at once: its database recovers at the next start. */
  readonly kill: () => void;
};

type Listener = {
  readonly onProgress: (done: number, total: number) => void;
  /** Opens the demonstration and gives its address; `null` where it cannot be. */
  readonly openDemonstration: () => Promise<string | null>;
};

/** Starts a hub on its data folder, in a process of its own. */
export function startHubChild(args: readonly string[], listener: Listener): HubChild {
  const program = fileURLToPath(new URL('./hub-process.ts', import.meta.url));
  const child = fork(program, [...args], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = once(child, 'exit');
  return {
    ready: Promise.race([
      firstWord(child, listener),
      ended.then(() => err("Le hub s'est arrêté au démarrage.")),
    ]),
    ended,
    stop: () => {
      tell(child, { kind: 'stop' });
      return ended;
    },
    kill: () => child.kill('SIGKILL'),
  };
}

function firstWord(child: ChildProcess, listener: Listener): Promise<Result<HubReady, string>> {
  return new Promise((resolve) => {
    child.on('message', (sent) => {
      const message = hubMessage.parse(sent);
      if (message.kind === 'progress') listener.onProgress(message.done, message.total);
      else if (message.kind === 'open-demonstration') void answerDemonstration(child, listener);
      else if (message.kind === 'ready') resolve(ok(message));
      else resolve(err(message.sentence));
    });
  });
}

async function answerDemonstration(child: ChildProcess, listener: Listener): Promise<void> {
  tell(child, { kind: 'demonstration', address: await listener.openDemonstration() });
}

function tell(child: ChildProcess, message: ShellMessage): void {
  if (!child.connected) return;
  // It may end between the look and the word: `ended` says so, and there is nobody left to tell.
  child.send(message, () => undefined);
}
