/** Whom requests are counted under, and that counting them takes no more memory however many addresses somebody makes up. */
import { describe, expect, test } from 'vitest';
import { addressBehind } from '#functions/serve/client-address.ts';
import { createRequestCounter } from '#functions/serve/request-counter.ts';

const clock = { now: () => new Date('2026-11-21T03:00:00Z') };

describe('whoever asks is known by', () => {
  test.each([
    ['203.0.113.1', '203.0.113.1'],
    ['203.0.113.1:54321', '203.0.113.1'],
    ['::ffff:203.0.113.1', '203.0.113.1'],
    // Of a whole network somebody may use each address in turn: 2 to the 64 of them.
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002:ffff::1', '2001:db8:1:2'],
    ['2001:db8:1:2::', '2001:db8:1:2'],
    ['2001:db8:1:3::1', '2001:db8:1:3'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['[2001:db8:1:2::7]:443', '2001:db8:1:2'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    // What no proxy of ours writes makes nobody another one.
    ['x'.repeat(60), 'unknown'],
    ['evil, ', 'unknown'],
    ['1:2:3', 'unknown'],
    ['1::2::3', 'unknown'],
  ])('%s as %s', (entry, address) => {
    expect(addressBehind(entry, '198.51.100.9', 1)).toBe(address);
  });

  test('the connection, where no proxy of ours has said anything', () => {
    expect([
      addressBehind(undefined, '::ffff:198.51.100.9', 2),
      addressBehind('203.0.113.1', '2001:db8:1:2::5', 0),
      addressBehind(undefined, null, 1),
    ]).toEqual(['198.51.100.9', '2001:db8:1:2', 'unknown']);
  });
});

test('of 20,000 askers each is remembered, and of more those whose time began last', () => {
  const counter = createRequestCounter({ most: 1, seconds: 60 }, clock);
  const ask = (from: number, to: number) => {
    for (let asker = from; asker < to; asker += 1) counter.takes(`asker ${asker}`);
  };
  ask(0, 20_000);
  expect([counter.isFull('asker 0'), counter.isFull('asker 19999')]).toEqual([true, true]);
  ask(20_000, 20_001);
  expect([counter.isFull('asker 0'), counter.isFull('asker 1'), counter.isFull('asker 20000')]).toEqual([
    false,
    true,
    true,
  ]);
});
