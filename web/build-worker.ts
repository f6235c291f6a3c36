/**
 * Builds the service worker as one classic script of its own, /worker.js, after the dashboard: it is told the names of all
 * files of the build and the digest of its page, so that each build has another worker.
 */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const entry = fileURLToPath(new URL('./src/offline/worker.ts', import.meta.url));

/** The plugin; it works in builds only, since files of the development server are never the same twice. */
export function buildWorker(): Plugin {
  return {
    name: 'kasanari-worker',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') throw new Error('The build has no index.html');
        const sha256 = createHash('sha256').update(page.source).digest('hex');
        const files = Object.keys(bundle)
          .filter((name) => name.startsWith('assets/'))
          .map((name) => `/${name}`)
          .toSorted();
        const source = await bundleWorker({ page: { address: '/index.html', sha256 }, files });
        this.emitFile({ type: 'asset', fileName: 'worker.js', source });
      },
    },
  };
}

async function bundleWorker(told: object): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { __BUILD__: JSON.stringify(told) },
    build: {
      write: false,
      target: 'es2022',
      rollupOptions: { input: entry, output: { format: 'iife', entryFileNames: 'worker.js' } },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output !== undefined && 'output' in output ? output.output[0] : undefined;
  if (chunk === undefined) throw new Error('The worker was not built');
  return chunk.code;
}
