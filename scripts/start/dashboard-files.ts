/**
 * Hands out the built dashboard: its files with an ETag, hashed assets for ever, and its one page for every address that
 * is no file (the dashboard reads the address itself). firebase.json does the same in the cloud.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { answerProblem } from '#functions/serve/problem.ts';
import { dashboardPolicy, setSecurityHeaders } from '#functions/serve/security-headers.ts';
import { isKnownToAsker } from '#functions/serve/stored-headers.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

interface DashboardFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly tag: string;
  readonly contentType: string;
}

/** Reads the folder once; only what lies in it then can ever be answered. */
export async function createDashboard(dist: string): Promise<Hono> {
  const files = await readFiles(dist);
  const app = new Hono();
  app.use(compress());
  app.use(setSecurityHeaders(dashboardPolicy));
  app.on(['GET', 'HEAD'], '*', (context) => {
    const path = context.req.path;
    const file = files.get(path) ?? (extname(path) === '' ? files.get('/index.html') : undefined);
    if (file === undefined) return answerProblem('no-such-address');
    const headers = new Headers({
      etag: `"${file.tag}"`,
      'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
    if (isKnownToAsker(context.req.header('if-none-match'), file.tag))
      return new Response(null, { status: 304, headers });
    headers.set('content-type', file.contentType);
    headers.set('content-length', String(file.bytes.byteLength));
    return new Response(file.bytes, { headers });
  });
  app.all('*', () => answerProblem('read-only'));
  return app;
}

async function readFiles(dist: string): Promise<ReadonlyMap<string, DashboardFile>> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(async (entry): Promise<readonly [string, DashboardFile]> => {
      const path = join(entry.parentPath, entry.name);
      const bytes = new Uint8Array(await readFile(path));
      const tag = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
      const contentType = contentTypes[extname(entry.name)] ?? 'application/octet-stream';
      return [`/${relative(dist, path).split(sep).join('/')}`, { bytes, tag, contentType }];
    });
  return new Map(await Promise.all(files));
}
