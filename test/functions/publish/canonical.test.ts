import { describe, expect, test } from 'vitest';
import { canonicalBytes, canonicalJson } from '#functions/publish/canonical.ts';
import { createRandom, type Random } from '../../../scripts/sample/random.ts';

const strings = [
  '',
  'N01|162051|P01|all',
  '地域包括',
  'a"b\\c',
  '\n\u0001\u2028',
  '\ud800',
  '😀',
  '~\u007f',
  '10',
  '9',
];
const numbers = [
  0,
  -0,
  1,
  9,
  10,
  99,
  100,
  1_234_567,
  9_999_999,
  10_000_000,
  -1,
  0.1,
  100 / 3,
  1e21,
  5e-324,
  Number.NaN,
];

function pick<Item>(random: Random, items: readonly Item[]): Item | undefined {
  return items[random.whole(0, items.length - 1)];
}

function makeValue(random: Random, depth: number): unknown {
  const kind = random.whole(0, depth > 0 ? 6 : 4);
  if (kind <= 2) return pick(random, numbers);
  if (kind === 3) return pick(random, strings);
  if (kind === 4) return pick(random, [null, true, false]);
  const parts = Array.from({ length: random.whole(0, 6) }, () => makeValue(random, depth - 1));
  return kind === 5 ? parts : Object.fromEntries(parts.map((part) => [pick(random, strings), part]));
}

/** The same said plainly: sorted copies, and the JSON of the language. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return new Map(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}

function plainJson(value: unknown): string {
  if (value instanceof Map)
    return `{${[...value].map(([key, part]) => `${JSON.stringify(key)}:${plainJson(part)}`).join(',')}}`;
  return Array.isArray(value) ? `[${value.map(plainJson).join(',')}]` : JSON.stringify(value);
}

describe('the bytes of what is published', () => {
  test('are the JSON of the language with sorted keys, whatever numbers, words and depths', () => {
    const random = createRandom('canonical');
    for (let turn = 0; turn < 2000; turn += 1) {
      const value = makeValue(random, 4);
      expect(canonicalJson(value)).toBe(plainJson(sorted(value)));
      expect(canonicalBytes(value)).toEqual(new TextEncoder().encode(plainJson(sorted(value))));
    }
  });

  test('do not depend on the order in which somebody put the keys, and what is undefined is left out', () => {
    expect(canonicalJson({ b: 1, a: undefined, 地: [2], '10': 3, '9': 4 })).toBe('{"10":3,"9":4,"b":1,"地":[2]}');
  });
});
