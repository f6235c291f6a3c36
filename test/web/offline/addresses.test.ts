/** Which requests the worker answers, and what it keeps ahead. */
import { expect, test } from 'vitest';
import { type Asked, readAsked } from '../../../web/src/offline/addresses.ts';
import { isTooOld } from '../../../web/src/offline/kept-session.ts';

const release = { kind: 'object', release: 'abc' } as const;
const requests: readonly (readonly [string, string, string, Asked])[] = [
  ['GET', 'navigate', '/162051/pathways?period=FY2024', { kind: 'page' }],
  ['GET', 'navigate', '/', { kind: 'page' }],
  ['GET', 'navigate', '/worker.js', { kind: 'other' }],
  ['GET', 'cors', '/162051', { kind: 'other' }],
  ['GET', 'no-cors', '/assets/index-0UqFO8n1.js', { kind: 'file' }],
  ['GET', 'cors', '/api/session', { kind: 'session' }],
  ['GET', 'cors', '/api/municipalities/162051?release=abc', release],
  ['GET', 'cors', '/api/municipalities/162051/figures/area/E01?release=abc', release],
  ['GET', 'cors', '/api/municipalities/162051', { kind: 'other' }],
  ['GET', 'cors', '/api/municipalities/162051/details/rows/cases-FY2024?release=abc', { kind: 'other' }],
  ['GET', 'navigate', '/api/exports/facts.csv?audience=office:162051', { kind: 'other' }],
  ['GET', 'cors', '/api/exports/facts.csv?release=abc', { kind: 'other' }],
  ['POST', 'cors', '/api/session', { kind: 'other' }],
];

test.each(requests)('%s (%s) %s', (method, mode, address, asked) => {
  expect(readAsked({ method, mode }, new URL(address, 'https://kasanari.example'))).toEqual(asked);
});

test('after fourteen days without an answer what was kept is too old, and so is what was kept at no known moment', () => {
  const now = Date.parse('2025-01-15T00:00:00Z');
  const kept = [
    '2025-01-01T00:00:00Z',
    '2024-12-31T23:59:59Z',
    '2025-01-15T12:00:00Z',
    '2025-01-17T00:00:00Z',
    '',
    null,
  ];
  expect(kept.map((moment) => isTooOld(moment, now))).toEqual([false, true, false, true, true, true]);
});
