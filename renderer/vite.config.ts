import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The desk, built to files that any of the hub's shells can serve under a strict content policy. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'es2023',
    // Nothing inline: scripts, styles and images are files of the same origin.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: true,
    chunkSizeWarningLimit: 1_000,
  },
  worker: { format: 'es' },
});
