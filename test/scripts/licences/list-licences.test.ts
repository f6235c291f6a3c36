/** docs/licences.md is current, and every package may be used by whoever runs Kasanari. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeLicences, findRefused, listPackages } from '../../../scripts/licences/list-licences.ts';

const project = new URL('../../../', import.meta.url);
const packages = listPackages(readFileSync(new URL('package-lock.json', project), 'utf8'));

test('docs/licences.md is what npm run licences writes', () => {
  expect(packages.length).toBeGreaterThan(50);
  expect(readFileSync(new URL('docs/licences.md', project), 'utf8')).toBe(describeLicences(packages));
});

test('every licence was looked at', () => {
  expect(findRefused(packages)).toEqual([]);
});

test('one that asks for more than naming is refused, and so is one that is not said; packages of the workbench do not count', () => {
  const lockfile = JSON.stringify({
    packages: {
      '': { license: 'MIT' },
      'node_modules/fine': { version: '1.0.0', license: 'MIT' },
      'node_modules/fine/node_modules/strict': { version: '2.0.0', license: 'AGPL-3.0' },
      'node_modules/silent': { version: '3.0.0' },
      'node_modules/url-template': { version: '9.0.0', license: 'GPL-2.0' },
      'node_modules/bench': { version: '4.0.0', license: 'GPL-3.0', dev: true },
    },
  });
  const listed = listPackages(lockfile);
  expect(listed.map(({ name }) => name)).toEqual(['fine', 'silent', 'strict', 'url-template']);
  expect(findRefused(listed).map(({ name, licence }) => `${name} ${licence}`)).toEqual([
    'silent unknown',
    'strict AGPL-3.0',
    'url-template GPL-2.0',
  ]);
});
