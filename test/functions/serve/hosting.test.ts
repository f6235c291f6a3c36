/** firebase.json keeps the same promises as `npm start`. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dashboardPolicy, plainSecurityHeaders, strictTransport } from '#functions/serve/security-headers.ts';

interface Hosting {
  readonly hosting: {
    readonly public: string;
    readonly rewrites: readonly unknown[];
    readonly headers: readonly {
      readonly source: string;
      readonly headers: readonly { readonly key: string; readonly value: string }[];
    }[];
  };
}

const { hosting } = JSON.parse(readFileSync(new URL('../../../firebase.json', import.meta.url), 'utf8')) as Hosting;

test('every page has the headers that npm start sets', () => {
  const everywhere = hosting.headers.find(({ source }) => source === '!/api/**')?.headers ?? [];
  expect(Object.fromEntries(everywhere.map(({ key, value }) => [key, value]))).toEqual({
    ...plainSecurityHeaders,
    'Content-Security-Policy': dashboardPolicy,
    'Strict-Transport-Security': strictTransport,
    'Cache-Control': 'no-cache',
  });
});

test('the API is asked first, every other address is the dashboard, but a file that is gone is gone', () => {
  expect([hosting.public, hosting.rewrites]).toEqual([
    'web/dist',
    [
      { source: '/api/**', run: { serviceId: 'api', region: 'asia-northeast1' } },
      { source: '!/assets/**', destination: '/index.html' },
    ],
  ]);
});
