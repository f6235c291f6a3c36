/**
 * What is hidden has no influence on anything that others can fetch: the same prefecture with other numbers behind every 秘匿 gives the
 * same objects, to the last digit of each interval, rank, sentence and class. 架空のデータ.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { loadSolver } from '#functions/adapters/highs/solver.ts';
import { fiscalYearOf } from '#functions/domain/calendar.ts';
import type { Month } from '#functions/domain/codes.ts';
import { defaultPolicies, presetPolicies } from '#functions/domain/protection-policy.ts';
import { createAttack } from '#functions/protect/attack.ts';
import { createDeviations } from '#functions/protect/deviations.ts';
import type { Witness } from '#functions/protect/witness.ts';
import { computeComparison } from '#functions/publish/comparison/compute-comparison.ts';
import { cellsBehind } from '#functions/publish/comparison/mask.ts';
import { computePrefecture } from '#functions/publish/compute-prefecture.ts';
import { readJson } from '#functions/publish/history.ts';
import { createMask, type Mask } from '#functions/publish/protection/mask.ts';
import { type SharedAudience, tableGroups } from '#functions/publish/protection/prefecture-tables.ts';
import { protectAudience } from '#functions/publish/protection/protect-audience.ts';
import { publish } from '#functions/publish/publish.ts';
import type { MunicipalSummary, Release } from '#functions/publish/release.ts';
import { aMemoryStore, now, putWorkbooks, quietLog, sharing, today } from './ingested-builder.ts';
import { tinyNames, tinyPrefecture } from './tiny-prefecture.ts';

const solver = await loadSolver();
let summaries: readonly MunicipalSummary[];
beforeAll(async () => {
  const store = aMemoryStore();
  await putWorkbooks(store, tinyPrefecture(0));
  const { release } = await publish({ store, order: tinyNames, today, now, log: quietLog, sharing });
  const { municipalities } = (await readJson(store, release ?? '')) as Release;
  summaries = await Promise.all(
    Object.values(municipalities).map(async ({ summary }) => (await readJson(store, summary)) as MunicipalSummary),
  );
});

/** All that an audience is given, from numbers that it does not see. */
function given(towns: readonly MunicipalSummary[], audience: SharedAudience, mask: Mask) {
  const { mayBeSeen } = mask;
  const compared = computeComparison({
    prefecture: '99',
    towns: towns.map((summary) => mask.put(summary).town),
    asOf: today,
    mayBeSeen,
  });
  const index = computePrefecture('99', towns, {
    asOf: today,
    audience: audience === 'public' ? 'public' : 'prefecture:99',
    protection: mask,
    comparison: { start: '', measures: {} },
  });
  return { index, measures: compared.measures, start: compared.start({}) };
}

/** Other counts that fit everything printed: as many as there are hidden cells to ask about. */
function otherCounts(
  audience: SharedAudience,
  threshold: number,
  hidden: ReadonlySet<string>,
): ReadonlyMap<string, number>[] {
  return tableGroups('99', summaries, { audience, threshold }).flatMap(({ tables }) => {
    const attack = createAttack(tables, 'shown');
    const open = [...attack.cells.entries()].flatMap(([at, { id, isImplicit }]) =>
      isImplicit || hidden.has(id) ? [at] : [],
    );
    const deviations = createDeviations(attack, open, () => 0, solver);
    const found = open
      .filter((at) => attack.cells[at]?.isImplicit === false)
      .map((cell) => deviations.find({ cell, by: 1, without: new Set() }))
      .filter((witness): witness is Witness => witness !== null);
    deviations.dispose();
    return found.map(
      (witness) => new Map([...witness].map(([at, change]) => [attack.cells[at]?.id ?? '', change] as const)),
    );
  });
}

/** A summary with other counts, and with nonsense wherever a figure follows from one that is hidden. */
function withOthers(
  summary: MunicipalSummary,
  changes: ReadonlyMap<string, number>,
  { mayBeSeen }: Mask,
): MunicipalSummary {
  const { years, town } = summary;
  const { code } = summary.name;
  const isTold = (measure: string, period: string) => cellsBehind(measure, code, period).every(mayBeSeen);
  const hidesRows = (source: string, period: string) => {
    const indicator = { cases: 'N01', actions: 'N02', meetings: 'N09', activities: 'N12' }[source] ?? '';
    const year = years.indexOf(period);
    const count =
      year < 0 ? town.measures[indicator]?.counts[town.periods.indexOf(period)] : summary.series[indicator]?.[year];
    return typeof count === 'number' && !mayBeSeen(`${indicator}|${code}|${period}|all|all`);
  };
  const hidesN01 = (period: string) => !mayBeSeen(`N01|${code}|${period}|all|all`);
  const nonsense = 12_345;
  const change = (value: number | 'x' | 'u' | 'n', cell: string) =>
    typeof value === 'number' ? value + (changes.get(cell) ?? 0) : value;
  return {
    ...summary,
    monthsWithData: Object.fromEntries(
      Object.entries(summary.monthsWithData).map(([year, months]) => [year, hidesN01(year) ? nonsense : months]),
    ),
    series: Object.fromEntries(
      Object.entries(summary.series).map(([indicator, figures]) => [
        indicator,
        figures.map((figure, year) => {
          const period = years[year] ?? '';
          if (typeof figure !== 'number') return figure;
          if (/^N/.test(indicator) && indicator !== 'N07')
            return change(figure, `${indicator}|${code}|${period}|all|all`);
          const isHidden = indicator.startsWith('Q0') ? hidesN01(period) : !isTold(indicator, period);
          return isHidden && indicator !== 'Q03' ? nonsense : figure;
        }),
      ]),
    ),
    slices: Object.fromEntries(
      Object.entries(summary.slices).map(([key, figures]) => {
        const [indicator, pathway, target] = key.split('|');
        return [
          key,
          figures.map((figure, year) => change(figure, `${indicator}|${code}|${years[year]}|${pathway}|${target}`)),
        ];
      }),
    ),
    sides: Object.fromEntries(
      Object.entries(summary.sides).map(([indicator, { numerator, denominator }]) => {
        const isHidden = (year: number) =>
          indicator.startsWith('Q0') ? hidesN01(years[year] ?? '') : !isTold(indicator, years[year] ?? '');
        const mix = (values: readonly (number | null)[]) =>
          values.map((value, year) => (isHidden(year) ? nonsense : value));
        return [indicator, { numerator: mix(numerator), denominator: mix(denominator) }];
      }),
    ),
    town: {
      ...town,
      measures: Object.fromEntries(
        Object.entries(town.measures).map(([measure, { counts, bases }]) => [
          measure,
          {
            counts: counts.map((count, at) =>
              typeof count === 'number' && !isTold(measure, town.periods[at] ?? '') ? nonsense : count,
            ),
            bases: bases.map((base, at) =>
              base !== null && !isTold(measure, town.periods[at] ?? '') ? nonsense : base,
            ),
          },
        ]),
      ),
      months: Object.fromEntries(
        Object.entries(town.months).map(([source, ofPeriods]) => [
          source,
          ofPeriods.map((months, at) =>
            hidesRows(source, town.periods[at] ?? '') ? { due: 12, reported: 1, partly: 1 } : months,
          ),
        ]),
      ),
      reporting: {
        ...town.reporting,
        sources: Object.fromEntries(
          Object.entries(town.reporting.sources).map(([source, told]) => {
            const year = told.last === null ? null : fiscalYearOf(told.last as Month);
            if (year === null || !hidesRows(source, `FY${year}`)) return [source, told];
            return [source, { last: `${year}-05`, silentSince: `${year}-06` }];
          }),
        ),
        rate: town.reporting.rate.map((rate, at) =>
          hidesN01(town.periods[at] ?? '') && rate !== 'u' ? nonsense : rate,
        ),
      },
    },
  };
}

describe.each([
  ['prefecture', defaultPolicies.prefecture],
  ['public', defaultPolicies.public],
  ['public', presetPolicies.kaigo],
] as const)('what %s is given under %o', (audience, policy) => {
  test('does not depend on what is hidden from it', () => {
    const place = { prefecture: '99', summaries, past: [], solver, hiddenElsewhere: new Set<string>() };
    const each = protectAudience({ ...place, audience, policy });
    const mask = createMask(each, summaries, today);
    const truth = given(summaries, audience, mask);
    const others = otherCounts(audience, policy.threshold, each.hidden);
    expect(others.length).toBeGreaterThan(10);
    for (const changes of others.filter((_, at) => at % 7 === 0)) {
      const altered = summaries.map((summary) => withOthers(summary, changes, mask));
      expect(altered).not.toEqual(summaries);
      expect(given(altered, audience, mask)).toEqual(truth);
    }
  });
});
