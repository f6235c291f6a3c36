import { describe, expect, test } from 'vitest';
import { loadSolver } from '#functions/adapters/highs/solver.ts';
import type { Period } from '#functions/domain/codes.ts';
import { audit } from '#functions/protect/audit.ts';
import { nothingKnown, protect } from '#functions/protect/protect.ts';
import { type ReachableCounts, stockIsShown, tablesOfYear } from '#functions/protect/reach.ts';
import { createCounts, createTowns } from './prefecture.ts';

const solver = await loadSolver();
const towns = createTowns(12);
const year = 'FY2018' as Period;
const count = createCounts(towns, [year], 6);
/** Months are numbered 1 to 12 in the made-up counts; a quarter is three of them. */
const quarters = [1, 2, 3, 4].map((quarter) => `FY2018Q${quarter}` as Period);

function countsWith(threshold: number): ReachableCounts {
  return {
    prefecture: '99',
    municipalities: towns.map(({ code }) => code),
    year,
    parts: quarters,
    figureOf: (indicator, { municipality, period, pathway, target }) => {
      const quarter = quarters.indexOf(period as Period);
      if (quarter >= 0) {
        return [1, 2, 3].reduce(
          (sum, month) => sum + count(municipality, `${year}/${3 * quarter + month}`, pathway, target),
          0,
        );
      }
      const all = count(municipality, period, pathway, target);
      if (indicator === 'N01') return all;
      if (indicator === 'N08' || indicator === 'N06') return Math.floor(all * 0.6);
      return indicator === 'R04/closed' ? Math.floor(all * 0.3) : 'u';
    },
    thresholdOf: () => threshold,
  };
}

describe('what a prefecture and everybody reach', () => {
  const own = tablesOfYear('prefecture', countsWith(5));
  const everyone = tablesOfYear('public', countsWith(10));
  const ownMask = protect({ tables: own, zeros: 'shown', solver });
  const publicMask = protect({
    tables: everyone,
    zeros: 'shown',
    knowns: { ...nothingKnown, hiddenElsewhere: new Set(ownMask.hidden) },
    solver,
  });

  test('no small count can be found, by either', () => {
    for (const [tables, { hidden, report }] of [
      [own, ownMask],
      [everyone, publicMask],
    ] as const) {
      expect(report.isSafe).toBe(true);
      const audited = audit({ tables, hidden: new Set(hidden), zeros: 'shown', solver });
      expect(audited.filter(({ isProtected }) => !isProtected)).toEqual([]);
    }
  });

  test('the public reaches nothing that the prefecture does not, and sees nothing that the prefecture may not', () => {
    const reached = new Set(own.cells.map(({ id }) => id));
    const printed = everyone.cells.filter(({ isImplicit }) => !isImplicit).map(({ id }) => id);
    expect(printed.filter((id) => !reached.has(id))).toEqual([]);
    expect(ownMask.hidden.filter((id) => printed.includes(id) && !publicMask.hidden.includes(id))).toEqual([]);
  });

  test('what is not reported is no cell, and all together stay shown', () => {
    expect(own.cells.some(({ id }) => id.startsWith('N09|'))).toBe(false);
    expect(ownMask.hidden).not.toContain('N01|99|FY2018|all|all');
  });

  test('little more is hidden than what is small', () => {
    const extra = ownMask.report.hidden.filter(({ why }) => why === 'complementary').length;
    const large = own.cells.filter(({ isImplicit, value }) => !isImplicit && value >= 5).length;
    expect(extra / large).toBeLessThan(0.25);
  });

  test('the next release of the same counts has the same mask', () => {
    const values = Object.fromEntries(own.cells.map(({ id, value }) => [id, value]));
    const earlier = [{ values, hidden: ownMask.hidden }];
    const again = protect({ tables: own, zeros: 'shown', knowns: { ...nothingKnown, earlier }, solver });
    expect([again.hidden, again.report.isSafe]).toEqual([ownMask.hidden, true]);
  });
});

describe('open cases at the end of a year', () => {
  const asked = { municipality: '162051', years: ['FY2017', 'FY2018'], threshold: 5 };

  test('are shown in all years or in none', () => {
    expect(stockIsShown({ ...asked, stocks: [12, 9], hidden: new Set() })).toBe(true);
    expect(stockIsShown({ ...asked, stocks: [12, 4], hidden: new Set() })).toBe(false);
    expect(stockIsShown({ ...asked, stocks: [12, 9], hidden: new Set(['N06|162051|FY2017|all|all']) })).toBe(false);
  });
});
