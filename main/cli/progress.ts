import { Presets, SingleBar } from 'cli-progress';
import type { Output } from './command.ts';

/** Shows a long work: a bar to a person at a terminal, a line at every tenth to a log. */
export type Progress = { report(done: number, total: number): void; end(): void };

export function showProgress(title: string, out: Output, isInteractive: boolean): Progress {
  return isInteractive ? bar(title) : lines(title, out);
}

function bar(title: string): Progress {
  const single = new SingleBar(
    { format: `${title} [{bar}] {percentage} %`, hideCursor: true, clearOnComplete: false },
    Presets.rect,
  );
  const state = { isStarted: false };
  return {
    report: (done, total) => {
      if (state.isStarted) single.update(done);
      else single.start(total, done);
      state.isStarted = true;
    },
    end: () => {
      if (state.isStarted) single.stop();
    },
  };
}

function lines(title: string, out: Output): Progress {
  const state = { tenth: -1 };
  return {
    report: (done, total) => {
      const tenth = Math.floor((done / total) * 10);
      if (tenth > state.tenth) out.write(`${title} : ${tenth * 10} %\n`);
      state.tenth = Math.max(state.tenth, tenth);
    },
    end: () => undefined,
  };
}
