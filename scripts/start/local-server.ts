/** The dashboard and the API on one port of this machine's loopback, and on nothing else. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { requireLoopbackHost } from '#functions/serve/loopback.ts';

/** How many ports after the wanted one are tried. */
const triesAfterwards = 20;

/** Whether another program has the port. */
export function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');
}

/** The API below /api, the dashboard at every other address; asked through another host name, neither answers. */
export function joinApps(api: { readonly fetch: Hono['fetch'] }, dashboard: { readonly fetch: Hono['fetch'] }): Hono {
  const app = new Hono();
  app.use(requireLoopbackHost());
  app.all('/api/*', (context) => api.fetch(context.req.raw));
  app.all('*', (context) => dashboard.fetch(context.req.raw));
  return app;
}

/** Listens on the wanted port, or on the next free one unless it `mustBe` this one. 0 is any free port. */
export async function listenOnLoopback(
  app: Hono,
  wanted: { readonly port: number; readonly mustBe: boolean },
): Promise<{ readonly address: string; readonly close: () => Promise<void> }> {
  const last = wanted.mustBe ? wanted.port : wanted.port + triesAfterwards;
  for (let port = wanted.port; ; port += 1) {
    try {
      return await listen(app, port);
    } catch (error) {
      if (!isPortTaken(error) || port >= last) throw error;
    }
  }
}

async function listen(app: Hono, port: number) {
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
