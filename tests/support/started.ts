import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A program of the product that a test started, with what it has said so far. */
export type Started = {
  readonly process: ChildProcess;
  readonly said: () => string;
  /** Resolves with what matched once the program has said it; rejects where it ends before. */
  readonly says: (pattern: RegExp) => Promise<RegExpExecArray>;
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
};

/** Runs a file of `main/cli` as an operator does, with nothing of this terminal's own settings. */
export function startProgram(
  file: string,
  environment: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Started {
  const program = fileURLToPath(new URL(`../../main/cli/${file}`, import.meta.url));
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [program, ...args], {
    env: { PATH, HOME, AIGUILLAGE_NO_OPEN: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const listeners = new Set<() => void>();
  const hear = (chunk: Buffer) => {
    text += chunk.toString();
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = once(child, 'close').then(([code, signal]) => code ?? signal);
  return {
    process: child,
    said: () => text,
    ended,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(text);
          if (found === null) return;
          listeners.delete(look);
          resolve(found);
        };
        listeners.add(look);
        void ended.then((how) =>
          reject(new Error(`It ended (${how}) without ${String(pattern)}:\n${text}`)),
        );
        look();
      }),
  };
}
