/** One port on the loopback: what answers, and to whom. */
import { request } from 'node:http';
import { Hono } from 'hono';
import { afterEach, describe, expect, test } from 'vitest';
import { isPortTaken, joinApps, listenOnLoopback } from '../../../scripts/start/local-server.ts';

const api = new Hono().all('*', (context) => context.text('api'));
const dashboard = new Hono().all('*', (context) => context.text('dashboard'));
const app = joinApps(api, dashboard);

const servers: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function listen(wanted: Parameters<typeof listenOnLoopback>[1]) {
  const server = await listenOnLoopback(app, wanted);
  servers.push(server);
  return server;
}

const portOf = (address: string) => Number(new URL(address).port);

/** Asks under a Host header of its own, as a page of another host would after rebinding its name. */
function askAs(address: string, host: string, path: string): Promise<readonly [number | undefined, string]> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: portOf(address), path, headers: { host } }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        text += piece;
      });
      response.on('end', () => resolve([response.statusCode, text]));
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('the local server', () => {
  test('answers /api with the API and everything else with the dashboard', async () => {
    const { address } = await listen({ port: 0, mustBe: true });
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(await (await fetch(`${address}api/session`)).text()).toBe('api');
    expect(await (await fetch(address)).text()).toBe('dashboard');
    expect(await (await fetch(`${address}apiary`)).text()).toBe('dashboard');
  });

  test.each(['127.0.0.1', 'localhost', 'LOCALHOST', '[::1]'])('answers under the host name %s', async (host) => {
    const { address } = await listen({ port: 0, mustBe: true });
    expect(await askAs(address, `${host}:${portOf(address)}`, '/api/session')).toEqual([200, 'api']);
  });

  test.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.nip.io',
    '192.168.1.5',
    '0.0.0.0',
    'evil.example:8787',
  ])('refuses the host name %s', async (host) => {
    const { address } = await listen({ port: 0, mustBe: true });
    for (const path of ['/', '/api/session']) {
      const [status, body] = await askAs(address, host, path);
      expect([status, (JSON.parse(body) as { code: string }).code]).toEqual([403, 'wrong-host']);
    }
  });

  test('takes the next free port where it may, and says so where it may not', async () => {
    const first = await listen({ port: 0, mustBe: true });
    const port = portOf(first.address);
    const second = await listen({ port, mustBe: false });
    expect(portOf(second.address)).toBeGreaterThan(port);
    const refused = await listenOnLoopback(app, { port, mustBe: true }).catch((error: unknown) => error);
    expect(isPortTaken(refused)).toBe(true);
  });
});
