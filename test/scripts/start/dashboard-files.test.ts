/** The built dashboard as a browser gets it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDashboard } from '../../../scripts/start/dashboard-files.ts';

let folder: string;
let dashboard: Hono;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kasanari-'));
  const dist = join(folder, 'dist');
  await mkdir(join(dist, 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(dist, 'index.html'), '<!doctype html><title>かさなり</title>');
  await writeFile(join(dist, 'assets', 'index-abc123.js'), `console.log('${'x'.repeat(3000)}')`);
  dashboard = await createDashboard(dist);
});
afterEach(async () => await rm(folder, { recursive: true }));

test.each(['/', '/162051', '/162051/pathways', '/glossary?lang=en', '/162051/areas?area=E01'])(
  '%s is the one page',
  async (path) => {
    const response = await dashboard.request(path);
    expect([response.status, await response.text()]).toEqual([200, '<!doctype html><title>かさなり</title>']);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe|style-src 'self' 'unsafe/);
  },
);

test('a hashed asset is kept for ever, and compressed', async () => {
  const response = await dashboard.request('/assets/index-abc123.js', { headers: { 'accept-encoding': 'gzip' } });
  expect([
    response.status,
    response.headers.get('content-type'),
    response.headers.get('cache-control'),
    response.headers.get('content-encoding'),
  ]).toEqual([200, 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable', 'gzip']);
});

test('what the browser has is not sent again', async () => {
  const tag = (await dashboard.request('/')).headers.get('etag') ?? '';
  expect((await dashboard.request('/162051', { headers: { 'if-none-match': `W/${tag}` } })).status).toBe(304);
});

test.each([
  '/assets/index-old.js',
  '/favicon.ico',
  '/index.php',
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
])('%s is not there', async (path) => {
  const response = await dashboard.request(path);
  expect([response.status, (await response.text()).includes('"secret"')]).toEqual([404, false]);
});

test('nothing can be written', async () => {
  expect((await dashboard.request('/', { method: 'POST' })).status).toBe(405);
});
