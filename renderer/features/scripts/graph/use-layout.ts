import { startTransition, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { DrawnScript } from './drawn-script.ts';
import { type GraphLayout, layoutOf, shapeOf } from './layout.ts';

/**
 * The script's layout; `null` until there is a first. The one before stays until the next is there, and while only
 * words change.
 */
export function useLayout(script: DrawnScript): GraphLayout | null {
  const [layout, setLayout] = useState<GraphLayout | null>(null);
  const worker = useRef<Worker | null>(null);
  const shape = shapeOf(script);
  const ask = useEffectEvent(() => {
    if (worker.current === null) setLayout(layoutOf(script));
    else worker.current.postMessage(script);
  });

  useEffect(() => {
    const own = new Worker(new URL('./layout.worker.ts', import.meta.url), {
      type: 'module',
      name: 'script-layout',
    });
    // Answers come in the order of the questions: the last is the newest.
    own.addEventListener('message', ({ data }: MessageEvent<GraphLayout>) =>
      startTransition(() => setLayout(data)),
    );
    // Without a worker the page lays out itself: slower, but the same.
    own.addEventListener('error', () => {
      worker.current = null;
      ask();
    });
    worker.current = own;
    return () => {
      worker.current = null;
      own.terminate();
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the shape is what a layout depends on
  useEffect(() => ask(), [shape]);
  return layout;
}
