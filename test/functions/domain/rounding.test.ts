import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pathwayShares } from '#functions/domain/counting/shares.ts';
import { printedPercentage, printedShares, shareOut } from '#functions/domain/rounding.ts';

const someParts = fc
  .array(fc.nat(5000), { minLength: 1, maxLength: 26 })
  .filter((parts) => parts.some((part) => part > 0));

describe('printed shares', () => {
  test('three equal parts are 33.4, 33.3 and 33.3', () => {
    expect(printedShares([1, 1, 1])).toEqual([33.4, 33.3, 33.3]);
  });

  test('nothing to share out is 0 throughout', () => {
    expect(printedShares([0, 0])).toEqual([0, 0]);
  });

  test('52 of 229 is 22.7 %, not the printed 18 %', () => {
    expect(printedShares([25, 30, 4, 52, 57, 61])).toEqual([10.9, 13.1, 1.8, 22.7, 24.9, 26.6]);
    expect(printedPercentage(52, 229)).toBe(22.7);
  });

  test('add up to 100.0 exactly, and none is moved by 0.1 or more', () => {
    fc.assert(
      fc.property(someParts, (parts) => {
        const tenths = shareOut(parts, 1000);
        const total = parts.reduce((sum, part) => sum + part, 0);
        expect(tenths.reduce((sum, part) => sum + part, 0)).toBe(1000);
        parts.forEach((part, index) => {
          expect(Math.abs((tenths[index] ?? 0) - (part * 1000) / total)).toBeLessThan(1);
          if (part === 0) expect(tenths[index]).toBe(0);
        });
      }),
    );
  });

  test('an equal part is never printed smaller than a later one', () => {
    fc.assert(
      fc.property(someParts, (parts) => {
        const tenths = shareOut(parts, 1000);
        parts.forEach((part, index) => {
          const next = parts[index + 1];
          if (next === part) expect(tenths[index]).toBeGreaterThanOrEqual(tenths[index + 1] ?? 0);
        });
      }),
    );
  });

  test('the second level adds up to the first', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(40), { minLength: 4, maxLength: 4 }),
        fc.nat(40),
        fc.nat(200),
        (children, own, others) => {
          const codes = ['P0401', 'P0402', 'P0403', 'P0404'];
          const counts: Record<string, number> = {
            P04: own + children.reduce((sum, count) => sum + count, 0),
            P01: others,
          };
          codes.forEach((code, index) => {
            counts[code] = children[index] ?? 0;
          });
          fc.pre(counts.P04 !== 0 && own === 0);
          const shares = pathwayShares((code) => counts[code] ?? 0);
          const sum = codes.reduce((total, code) => total + Math.round((shares.get(code) ?? 0) * 10), 0);
          expect(sum).toBe(Math.round((shares.get('P04') ?? 0) * 10));
        },
      ),
    );
  });
});
