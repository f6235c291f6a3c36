/** The bench in short: bytes, requests and wide ratios, which hold on any machine. Times are measured by `npm run bench`. */
import { describe, expect, test } from 'vitest';
import { openArquero } from '../../../scripts/bench/aggregation/arquero.ts';
import { makeCases } from '../../../scripts/bench/aggregation/cases.ts';
import { countOurs, requireSameFigures } from '../../../scripts/bench/aggregation/counted.ts';
import { describeSection } from '../../../scripts/bench/describe.ts';
import { logSlope } from '../../../scripts/bench/log-slope.ts';
import { median } from '../../../scripts/bench/measurement.ts';
import { readParts } from '../../../scripts/bench/rows.ts';
import { measureRuns } from '../../../scripts/bench/run.ts';

const quiet = { say: () => undefined, atEnd: () => undefined };

describe('rows', () => {
  test('clean rows are all accepted, by every reader alike, and ours is not slower than zod by much', async () => {
    const { took, last } = await readParts('clean', { parts: 3, rowsOfPart: 2_000 });
    expect(last.ours).toMatchObject({ said: 0 });
    expect(last.ours.accepted).toHaveLength(2_000);
    expect(median(took.ours) / median(took.zod)).toBeLessThan(4);
  });

  test('messy rows are nearly all accepted by ours, and nearly none by those who know the clean forms only', async () => {
    const { last } = await readParts('messy', { parts: 1, rowsOfPart: 2_000 });
    expect(last.ours.accepted.length).toBeGreaterThan(1_900);
    expect(last.zod.accepted.length).toBeLessThan(200);
  });
});

describe('a run', () => {
  test('asks once where nothing changed, and writes next to nothing', async () => {
    const measured = await measureRuns(3, 2, 1, quiet);
    const figureOf = (name: string) => median(measured.find((one) => one.name === name)?.samples ?? []);
    expect(figureOf('all changed, requests to the source')).toBe(4);
    expect(figureOf('one changed, requests to the source')).toBe(2);
    expect(figureOf('nothing changed, requests to the source')).toBe(1);
    expect(figureOf('nothing changed, bytes written')).toBeLessThan(figureOf('all changed, bytes written') / 100);
    expect(figureOf('nothing changed over all changed')).toBeLessThan(0.5);
  });
});

test('every case counts once for the whole municipality, in all pathways and targets', () => {
  const cases = makeCases(500);
  const figures = countOurs(cases).figures();
  const whole = (figures.N01.get(0) ?? new Float64Array()).reduce((sum, value) => sum + value, 0);
  expect(whole).toBe(cases.filter(({ isCarriedOver }) => !isCarriedOver).length);
});

test('arquero counts the same from the same cases, and a case less would be noticed', () => {
  const cases = makeCases(300);
  const ours = countOurs(cases).figures();
  expect(() => requireSameFigures(ours, openArquero(cases)().figures(), 'arquero')).not.toThrow();
  expect(() => requireSameFigures(ours, openArquero(cases.slice(1))().figures(), 'arquero')).toThrow('arquero counts');
});

describe('what is said of it', () => {
  test('cost in proportion to work has a slope of 1, the square of it 2', () => {
    const sizes = [1, 2, 4, 8];
    expect(logSlope(sizes.map((size) => ({ size, cost: 3 * size })))).toBeCloseTo(1);
    expect(logSlope(sizes.map((size) => ({ size, cost: size ** 2 })))).toBeCloseTo(2);
  });

  test('a goal that is missed is marked, and a peer stands beside with its ratio', () => {
    const slow = {
      ...{ name: 'ours', unit: 'ms' as const, samples: [30, 10, 20], goal: { atMost: 15 } },
      ...{ peer: { name: 'theirs', samples: [10] }, note: 'why' },
    };
    const lines = describeSection({ section: 'one', title: 'of all', measurements: [slow] }).split('\n');
    expect(lines[0]).toBe('### one: of all');
    expect(lines[4]).toBe('| ours | 20.0 ms | 10.0 ms–30.0 ms | ≤ 15.0 ms | ✕   | 10.0 ms theirs (×2.00) |');
    expect(lines).toContain('- ours: why');
  });
});
