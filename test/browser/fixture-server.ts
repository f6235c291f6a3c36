/** A tiny server for looking at pages while there is no pipeline: the built dashboard, and fixture objects under /api. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../../web/dist/', import.meta.url));
const types: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  html: 'text/html; charset=utf-8',
};

/** Bodies by path below /api; a path that is not there is answered 404. */
export function serveFixtures(bodies: ReadonlyMap<string, unknown>): Promise<{ server: Server; origin: string }> {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/');
    if (path.startsWith('/api/')) {
      const body = bodies.get(path.slice('/api/'.length));
      response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body ?? { title: 'not here' }));
      return;
    }
    const file = path.startsWith('/assets/') ? path.slice(1) : 'index.html';
    const bytes = await readFile(dist + file).catch(() => null);
    response.writeHead(bytes === null ? 404 : 200, { 'content-type': types[file.split('.').at(-1) ?? ''] ?? '' });
    response.end(bytes);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({ server, origin: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}` });
    });
  });
}
