/** How the dashboard is bundled. In development /api goes to the local API. */
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin, type Rolldown } from 'vite';
import { buildWorker } from './build-worker.ts';

type ChunkingContext = Rolldown.ChunkingContext;

const overview = fileURLToPath(new URL('src/views/overview.tsx', import.meta.url));

/** What a module needs as soon as it is loaded, itself included. */
function needed(first: string, context: ChunkingContext): ReadonlySet<string> {
  const all = new Set([first]);
  // A set hands out what is added while it is gone through.
  for (const id of all) for (const imported of context.getModuleInfo(id)?.importedIds ?? []) all.add(imported);
  return all;
}

let neededByOverview: ReadonlySet<string> | null = null;

/**
 * Few files for a page: on a slow line each costs a way there and back. What the frame needs is one file, what 概況 needs besides
 * another (most of it is what all pages share), the library that draws charts a third.
 */
const codeSplitting = {
  groups: [
    { name: 'frame', tags: ['$initial' as const], priority: 3 },
    {
      name: (id: string, context: ChunkingContext) => {
        neededByOverview ??= needed(overview, context);
        return neededByOverview.has(id) ? 'overview' : null;
      },
      priority: 2,
    },
    { name: 'charts', test: /[\\/]chart\.js[\\/]/, priority: 1 },
    { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 12_000 },
  ],
};

/** Every page needs what 概況 needs: asked for with the frame, not once the frame is there. */
const askAhead: Plugin = {
  name: 'ask-ahead',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) =>
      Object.values(bundle).flatMap((output) => {
        const link = (attrs: Record<string, string>) => [
          { tag: 'link', attrs: { ...attrs, crossorigin: '', href: `/${output.fileName}` }, injectTo: 'head' as const },
        ];
        if (output.type === 'chunk') return output.name === 'overview' ? link({ rel: 'modulepreload' }) : [];
        return output.names.includes('overview.css') ? link({ rel: 'preload', as: 'style' }) : [];
      }),
  },
};

/** A file that many pages share would be named after all of them. */
function fileName(
  { names = [], name = names[0] ?? '' }: { readonly name?: string; readonly names?: readonly string[] },
  ending: string,
) {
  return `assets/${name.startsWith('shared~') ? 'shared' : '[name]'}-[hash]${ending}`;
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [buildWorker(), askAhead],
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting,
        chunkFileNames: (chunk) => fileName(chunk, '.js'),
        assetFileNames: (asset) => fileName(asset, '[extname]'),
      },
    },
  },
  server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:8080' } },
});
