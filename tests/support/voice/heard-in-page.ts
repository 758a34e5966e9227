import type { Page } from 'playwright-core';

declare global {
  /** The voices that came to this page, the newest last. */
  var voices: MediaStreamTrack[];
}

/** Runs in the page before anything else: keeps the voices that come to it. */
function keepVoices(): void {
  globalThis.voices = [];
  const Native = globalThis.RTCPeerConnection;
  globalThis.RTCPeerConnection = class extends Native {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      this.addEventListener('track', ({ track }) => voices.push(track));
    }
  };
}

export function keepVoicesOf(page: Page): Promise<unknown> {
  return page.addInitScript(keepVoices);
}

/** The loudest frequency that this page hears now, in hertz, and how loud it is, in decibels of the loudest possible. */
export function loudestIn(page: Page): Promise<{ readonly hertz: number; readonly db: number }> {
  return page.evaluate(async () => {
    const voice = voices.at(-1);
    if (voice === undefined) return { hertz: 0, db: -Infinity };
    const context = new AudioContext();
    const analyser = new AnalyserNode(context, { fftSize: 8_192 });
    context.createMediaStreamSource(new MediaStream([voice])).connect(analyser);
    await new Promise((resolve) => setTimeout(resolve, 700));
    const bins = new Float32Array(analyser.frequencyBinCount);
    analyser.getFloatFrequencyData(bins);
    const db = bins.reduce((most, bin) => Math.max(most, bin));
    const hertz = (bins.indexOf(db) * context.sampleRate) / analyser.fftSize;
    await context.close();
    return { hertz, db };
  });
}
