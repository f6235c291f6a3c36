/** How the dashboard is bundled. In development /api goes to the local API. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { buildWorker } from './build-worker.ts';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [buildWorker()],
  build: { target: 'es2022', outDir: 'dist', emptyOutDir: true, sourcemap: false, assetsInlineLimit: 0 },
  server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:8080' } },
});
