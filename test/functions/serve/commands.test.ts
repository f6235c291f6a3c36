/** Who may send a command, and which requests are commands. */
import { describe, expect, test } from 'vitest';
import { createCommandList, findForgery } from '#functions/serve/commands.ts';

const ours = 'https://kasanari.example';
const cookie = { cookie: '__session=abc' };

describe('a command is taken only from our own pages', () => {
  test.each([
    ['our own page', { ...cookie, origin: ours, 'sec-fetch-site': 'same-origin' }, null],
    ['our own page in an older browser', { ...cookie, origin: ours }, null],
    ['another page', { ...cookie, origin: 'https://evil.example' }, 'foreign-page'],
    ['another page that names ours in its host', { ...cookie, origin: `${ours}.evil.example` }, 'foreign-page'],
    ['our page over http', { ...cookie, origin: 'http://kasanari.example' }, 'foreign-page'],
    ['our page on another port', { ...cookie, origin: `${ours}:8443` }, 'foreign-page'],
    ['a sister page of the same site', { ...cookie, origin: ours, 'sec-fetch-site': 'same-site' }, 'foreign-page'],
    ['a page that hides where it is from', { ...cookie, origin: 'null' }, 'foreign-page'],
    ['an origin that is no address', { ...cookie, origin: '__proto__' }, 'foreign-page'],
    ['a link typed by hand', { ...cookie, 'sec-fetch-site': 'none' }, 'foreign-page'],
    ['somebody who says nothing but sends a cookie', cookie, 'foreign-page'],
    ['somebody who says nothing, let in by a proxy', { 'x-goog-iap-jwt-assertion': 'x' }, 'foreign-page'],
    ['a program that shows who it is', { authorization: 'Bearer x' }, null],
  ] as const)('%s', (_, headers, expected) => {
    expect(findForgery(new Headers(headers), ours)).toBe(expected);
  });

  test('where no address is configured, the page has to be under the host name that was asked', () => {
    const at = (origin: string) => findForgery(new Headers({ host: '127.0.0.1:8787', origin }), null);
    expect(at('http://127.0.0.1:8787')).toBeNull();
    expect(at('http://127.0.0.1:9999')).toBe('foreign-page');
    expect(at('http://localhost:8787')).toBe('foreign-page');
  });
});

describe('only a route that is a command may be posted to', () => {
  const isCommand = createCommandList([
    { method: 'ALL', path: '/*' },
    { method: 'GET', path: '/api/session' },
    { method: 'POST', path: '/api/workbooks/:id/let-through' },
  ]);

  test.each([
    ['POST', '/api/workbooks/1AbC/let-through', true],
    ['POST', '/api/workbooks/__proto__/let-through', true],
    ['POST', '/api/workbooks//let-through', false],
    ['POST', '/api/workbooks/1/2/let-through', false],
    ['PUT', '/api/workbooks/1AbC/let-through', false],
    ['POST', '/api/session', false],
    ['POST', '/', false],
  ])('%s %s: %s', (method, path, expected) => {
    expect(isCommand(method, path)).toBe(expected);
  });
});
