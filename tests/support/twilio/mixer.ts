import type { Frame } from './ends.ts';
import { frameSamples } from './voice-frames.ts';

/** Whose voice it is, and what they hear of the others. */
export type Speaker = {
  readonly isSilent: () => boolean;
  readonly isDeaf: () => boolean;
  readonly play: (frame: Frame) => void;
};

const frameMs = 20;
/** What comes in bursts is kept for so many frames; more of it would be heard late. */
const keptFrames = 5;

/** Gives everybody the voices of the others, a frame at a time. */
export function openMixer() {
  const voices = new Map<Speaker, Frame[]>();
  const timer = setInterval(() => {
    const now = [...voices].map(([speaker, frames]) => ({
      speaker,
      frame: frames.shift() ?? null,
    }));
    for (const { speaker } of now) {
      if (speaker.isDeaf()) continue;
      const others = now.filter((other) => other.speaker !== speaker && !other.speaker.isSilent());
      const frames = others.flatMap(({ frame }) => (frame === null ? [] : [frame]));
      if (frames.length > 0) speaker.play(sum(frames));
    }
  }, frameMs);
  timer.unref();
  return {
    enter: (speaker: Speaker) => voices.set(speaker, []),
    leave: (speaker: Speaker) => voices.delete(speaker),
    say: (speaker: Speaker, frame: Frame) => {
      const frames = voices.get(speaker);
      if (frames === undefined) return;
      frames.push(frame);
      if (frames.length > keptFrames) frames.shift();
    },
    close: () => clearInterval(timer),
  };
}

function sum(frames: readonly Frame[]): Frame {
  return Int16Array.from({ length: frameSamples }, (_, index) => {
    const total = frames.reduce((loud, frame) => loud + (frame[index] ?? 0), 0);
    return Math.max(-32_768, Math.min(32_767, total));
  });
}
