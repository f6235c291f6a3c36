import { describe, expect, test } from 'vitest';
import { monthsOfFiscalYear } from '#functions/domain/calendar.ts';
import type { WorkbookId } from '#functions/domain/codes.ts';
import { unstoreFigure } from '#functions/domain/figure.ts';
import type { IngestedWorkbook } from '#functions/ingest/ingested.ts';
import { createTownToCompare } from '#functions/publish/comparison/create-town.ts';
import { computeFindings } from '#functions/publish/compute-findings.ts';
import { computeGoals, countGoalStates } from '#functions/publish/compute-goals.ts';
import { computeIndex } from '#functions/publish/compute-index.ts';
import { computePrefecture, summarise } from '#functions/publish/compute-prefecture.ts';
import { createMunicipality, type Municipality } from '#functions/publish/municipality.ts';
import { readFigure } from '#functions/publish/read-figure.ts';
import type { MunicipalSummary } from '#functions/publish/release.ts';
import { tidyColumns, tidyFacts, tidyFactsOfPrefecture, tidyLine } from '#functions/publish/tidy-facts.ts';
import { readFigure as readInBrowser } from '../../../web/src/shape/figures/read-figure.ts';
import {
  aCase,
  aGoal,
  aMeeting,
  anArea,
  aPopulation,
  aState,
  aTotal,
  aWorkbook,
  code,
  day,
  today,
} from './ingested-builder.ts';
import { figuresOf } from './reading.ts';

const describeHold = (kind: string) => kind;
const noObjects = { cuts: {}, goals: '', findings: '', details: {}, signals: [] };
const indexOf = (workbooks: readonly IngestedWorkbook[], runDay = today) =>
  computeIndex(figuresOf(workbooks, runDay).municipality, noObjects, describeHold);
const casesIn = (months: readonly string[], count = 1) => months.map((received) => aCase({ received, count }));
const fy2017 = monthsOfFiscalYear(2017);
const fy2018 = monthsOfFiscalYear(2018);

describe('the index of an office', () => {
  test('names the offices that are missing from a figure in whole or in part', () => {
    const index = indexOf([
      aWorkbook({ facts: { cases: casesIn(fy2018) } }),
      aWorkbook({ office: { name: '包括' }, facts: { cases: casesIn(fy2018.slice(0, 11)) } }),
      aWorkbook({ office: { name: '会議だけの機関' }, facts: { meetings: [aMeeting()] } }),
    ]);
    expect(index.missing.cases).toEqual({ '2019-03': ['包括'], FY2018Q4: ['包括'], FY2018: ['包括'] });
    expect(Object.keys(index.missing.actions ?? {})).toEqual([]);
    expect([index.monthsWithData.cases?.FY2018, index.monthsWithData.actions?.FY2018]).toEqual([12, 0]);
    expect(index.offices.map(({ office, months }) => [office, months.at(-1)])).toEqual([
      ['社会福祉協議会', 'reported'],
      ['包括', 'unreported'],
      ['会議だけの機関', 'unreported'],
    ]);
  });

  test('前年同期: the months that both years reported; what had to be left out is named', () => {
    const workbook = aWorkbook({ facts: { cases: [...casesIn(fy2017.slice(6)), ...casesIn(fy2018.slice(0, 9), 2)] } });
    const reader = figuresOf([workbook]);
    // Both reported October to December; April to September of 2018 have nothing to be compared with.
    expect(indexOf([workbook]).compared.cases).toEqual([{ year: 'FY2018', leftOut: fy2018.slice(0, 6) }]);
    expect([reader.read('N01', 'FY2018='), reader.read('N01', 'FY2018-'), reader.read('N01', 'FY2018')]).toEqual([
      6, 3, 18,
    ]);
    expect([reader.read('N01', 'FY2017='), reader.read('N01', 'FY2017-')]).toEqual(['n', 'n']);
  });

  test('two yearly totals are compared as whole years', () => {
    const reader = figuresOf([
      aWorkbook({ facts: { totals: [aTotal({ fiscalYear: 2017, value: 180 }), aTotal({ value: 229 })] } }),
    ]);
    expect([reader.read('N01', 'FY2018='), reader.read('N01', 'FY2018-')]).toEqual([229, 180]);
  });

  test('a held workbook says so, and its last good figures stay', () => {
    const ingested = aWorkbook({ facts: { cases: [aCase()] } });
    const hold = { code: 'workbook/gone', facts: {}, since: day('2019-05-01') };
    const municipality = createMunicipality(
      code('162051'),
      [{ ingested, state: aState(ingested, '', { hold }) }],
      today,
    );
    const index = computeIndex(municipality, noObjects, describeHold);
    expect(index.offices[0]?.held).toEqual({
      since: '2019-05-01',
      reason: { ja: 'workbook/gone', en: 'workbook/gone' },
    });
    expect(municipality.figures.newCasesOf(0).slice(-3)[0]).toBe(1);
  });

  test('a month whose rows came after the end of the next one is late; one that ended before anybody looked is neither', () => {
    const ingested = aWorkbook({ facts: { cases: casesIn(['2018-11', '2018-12', '2019-01', '2019-02']) } });
    const seen = (on: string, ...months: string[]) => ({
      day: day(on),
      accepted: Object.fromEntries(months.map((month) => [month, 1])),
    });
    const arrivals = [
      seen('2018-12-10', '2018-11'),
      seen('2019-02-28', '2018-11', '2018-12', '2019-01'),
      seen('2019-04-01', '2018-11', '2018-12', '2019-01', '2019-02'),
    ];
    const municipality = createMunicipality(
      code('162051'),
      [{ ingested, state: aState(ingested, '', { arrivals }) }],
      today,
    );
    const [office] = computeIndex(municipality, noObjects, describeHold).offices;
    expect(
      ['2018-10', '2018-11', '2018-12', '2019-01', '2019-02', '2019-03'].map(
        (month) => office?.late[fy2018.indexOf(month as (typeof fy2018)[number])],
      ),
    ).toEqual([null, null, true, false, true, null]);
  });

  test('names the tabs that are missing, and says both sides of 報告率', () => {
    const index = indexOf([
      aWorkbook({
        facts: { cases: casesIn(fy2018.slice(0, 11)), meetings: fy2018.map((month) => aMeeting({ month })) },
      }),
    ]);
    expect(index.offices[0]?.missing).toEqual({ '2019-03': ['cases'] });
    expect([index.reports['2019-03'], index.reports.FY2018]).toEqual([
      { due: 2, reported: 1 },
      { due: 24, reported: 23 },
    ]);
  });

  test('yearly workbooks of one office are one office', () => {
    const index = indexOf([
      aWorkbook({ workbook: '2017.xlsx' as WorkbookId, fiscalYear: 2017, facts: { cases: casesIn(fy2017) } }),
      aWorkbook({ workbook: '2018.xlsx' as WorkbookId, fiscalYear: 2018, facts: { cases: casesIn(fy2018) } }),
    ]);
    expect(index.offices.map(({ office, workbook, months }) => [office, workbook, new Set(months).size])).toEqual([
      ['社会福祉協議会', '2018.xlsx', 1],
    ]);
    expect(index.years).toEqual(['FY2017', 'FY2018']);
  });

  test('a municipality with goals alone has their years, all unreported', () => {
    const reader = figuresOf([aWorkbook({ goals: [aGoal({ indicator: 'N01' })] })]);
    expect(reader.municipality.figures.axis.years).toEqual(['FY2018']);
    expect(reader.read('N01', 'FY2018')).toBe('u');
  });
});

describe('goals', () => {
  test('the same goal entered under two 事業 names the other, and counts once', () => {
    const goals = computeGoals(
      figuresOf([
        aWorkbook({
          goals: [
            aGoal({ row: 2, programme: 'J01', goalValue: 450, result: 612 }),
            aGoal({ row: 3, programme: 'J05', goalValue: 450, result: 612 }),
            aGoal({
              row: 4,
              programme: 'J05',
              measure: '講座',
              goalValue: 3,
              result: 1,
              resultAsOf: day('2019-03-31'),
            }),
          ],
        }),
      ]).municipality,
    );
    expect(goals.goals.map(({ id, sameAs }) => [id, sameAs])).toEqual([
      ['a.xlsx#2', ['a.xlsx#3']],
      ['a.xlsx#3', ['a.xlsx#2']],
      ['a.xlsx#4', []],
    ]);
    expect(countGoalStates(goals).FY2018).toEqual({
      met: 1,
      missed: 1,
      onPace: 0,
      behind: 0,
      cannotJudge: 0,
      noResult: 0,
      noGoal: 0,
    });
  });

  test('a goal on a standard indicator takes the figure of its area, pathway and target', () => {
    const goals = computeGoals(
      figuresOf([
        aWorkbook({
          areas: [anArea('R'), anArea('E01', ['R'])],
          facts: {
            cases: fy2018.flatMap((received) => [
              aCase({ received }),
              aCase({ received, area: 'E01', pathway: 'P0401', targets: ['T06'] }),
            ]),
          },
          goals: [aGoal({ indicator: 'N01', area: 'E01' as never, pathway: 'P04', target: 'T06', goalValue: 12 })],
        }),
      ]).municipality,
    );
    expect(
      goals.goals.map(({ result, resultUntil, resultSource, state }) => [result, resultUntil, resultSource, state]),
    ).toEqual([[12, '2019-03-31', 'computed', 'met']]);
  });
});

describe('the year of a goal', () => {
  const runDay = day('2018-12-10');
  const goals = [aGoal({ indicator: 'N01', goalValue: 120 })];
  const yearOf = (facts: Parameters<typeof aWorkbook>[0], ...others: IngestedWorkbook[]) => {
    const workbook = aWorkbook({ goals, dataUntil: day('2018-12-08'), ...facts });
    return computeGoals(figuresOf([workbook, ...others], runDay).municipality).goals[0];
  };
  const eightMonths = fy2018.slice(0, 8);

  test('is projected from its finished months and the season of a whole year before', () => {
    const goal = yearOf({
      facts: { cases: [...casesIn(fy2017, 10), ...casesIn(eightMonths, 5), ...casesIn(['2018-12'])] },
    });
    expect(goal).toMatchObject({ result: 41, projection: { value: 60, basis: 'season' }, projectionReason: null });
  });

  test('a month missing from the year before leaves the pace of this one', () => {
    const goal = yearOf({ facts: { cases: [...casesIn(fy2017.slice(1), 10), ...casesIn(eightMonths, 5)] } });
    expect(goal).toMatchObject({ result: 40, projection: { value: 60, basis: 'pace' } });
  });

  test('an office that is missing now is said, not projected over', () => {
    const other = aWorkbook({ office: { name: '包括' }, facts: { cases: casesIn(fy2018.slice(0, 5), 9) } });
    expect(yearOf({ facts: { cases: casesIn(eightMonths, 5) } }, other)).toMatchObject({
      neededPerMonth: null,
      projection: null,
      projectionReason: 'unreported',
    });
  });

  test('monthly totals are months as well', () => {
    const totals = eightMonths.map((name) => aTotal({ month: name, value: 5 }));
    expect(yearOf({ facts: { totals } })).toMatchObject({ result: 40, projection: { value: 60, basis: 'pace' } });
  });
});

describe('findings', () => {
  test('are counted by kind, each further row too, most frequent first', () => {
    const place = {
      tab: '相談受付',
      row: 3,
      header: '受付日',
      cell: 'B3',
      typed: '11/5',
      suggestion: null,
      facts: {},
      otherRows: [],
    };
    const findings = [
      { ...place, code: 'date/without-year', severity: 'error' } as const,
      { ...place, row: 9, cell: 'B9', otherRows: [10, 11], code: 'date/without-year', severity: 'error' } as const,
    ];
    const { municipality } = figuresOf([aWorkbook({ findings: findings as never })]);
    const { workbooks } = computeFindings(municipality, (finding, language) => `${finding.cell} ${language}`);
    expect(workbooks[0]?.kinds.map(({ code: kind, count }) => [kind, count])).toEqual([['date/without-year', 4]]);
    expect(workbooks[0]?.findings.map(({ ja, otherRows }) => [ja, otherRows])).toEqual([
      ['B3 ja', []],
      ['B9 ja', [10, 11]],
    ]);
  });

  test('lead to the tab of a spreadsheet; a file has no address', () => {
    const finding = {
      tab: '相談受付',
      row: 3,
      header: null,
      cell: 'B3',
      typed: null,
      suggestion: null,
      facts: {},
      otherRows: [],
    };
    const ingested = aWorkbook({ findings: [{ ...finding, code: 'date/without-year', severity: 'error' } as const] });
    const [shared, file] = [
      { address: 'https://docs.google.com/spreadsheets/d/1AbC/edit', tabIds: { 相談受付: '7' } },
      {},
    ].map((place) => {
      const municipality = createMunicipality(
        code('162051'),
        [{ ingested, state: aState(ingested, '', place) }],
        today,
      );
      return computeFindings(municipality, () => '').workbooks[0];
    });
    expect(shared?.tabs).toEqual({ 相談受付: 'https://docs.google.com/spreadsheets/d/1AbC/edit#gid=7' });
    expect([file?.address, file?.tabs]).toEqual([null, {}]);
  });
});

/** Whose every count may be seen. */
function summaryOf(municipality: Municipality): MunicipalSummary {
  const totals = summarise(
    municipality,
    { inhabitants: null, households: null, elderly: null },
    { format: 1, kind: 'goals', municipality: municipality.name.code, goals: [] },
  );
  return { ...totals, town: createTownToCompare(municipality, totals) };
}

function openPrefecture(prefecture: string, municipalities: readonly MunicipalSummary[]) {
  return computePrefecture(prefecture, municipalities, {
    asOf: today,
    audience: `prefecture:${prefecture}`,
    protection: {
      mayBeSeen: () => true,
      print: (figure) => figure,
      put: (summary) => summary,
      policy: { threshold: 1, zeros: 'shown', roundedTo: 1 },
    },
    comparison: { start: '', measures: {} },
  });
}

describe('what a prefecture sees', () => {
  const town = (municipality: string, workbook: IngestedWorkbook) =>
    summaryOf(
      createMunicipality(
        code(municipality),
        [
          {
            ingested: { ...workbook, office: { ...workbook.office, municipality: code(municipality) } },
            state: aState(workbook, ''),
          },
        ],
        today,
      ),
    );
  const people = (inhabitants: number) => aPopulation({ asOf: '2018-04-01', inhabitants });

  test('municipal totals by fiscal year; ratios and rates of all together are quotients of sums', () => {
    const index = openPrefecture('16', [
      town(
        '162060',
        aWorkbook({
          population: people(300_000),
          facts: { cases: [...casesIn(fy2018, 10), aCase({ isCompound: true, count: 30 })] },
        }),
      ),
      town(
        '162051',
        aWorkbook({
          population: people(50_000),
          facts: { cases: [...casesIn(fy2018, 2), aCase({ isCompound: true, count: 1 })] },
        }),
      ),
    ]);
    expect(index.municipalities.map(({ code: each }) => each)).toEqual(['162051', '162060']);
    expect([index.series['N01|162051'], index.series['N01|162060'], index.series['N01|16']]).toEqual([
      [25],
      [150],
      [175],
    ]);
    expect(index.series['R02|16']).toEqual([3100 / 175]);
    expect(index.series['R06|16']).toEqual([(175 * 100_000) / (350_000 * 12)]);
    expect(Object.keys(index.series).every((key) => key.split('|').length === 2)).toBe(true);
  });

  test('a municipality that did not report is unreported, not 0', () => {
    const index = openPrefecture('16', [
      town('162051', aWorkbook({ facts: { cases: casesIn(fy2018) } })),
      town('162060', aWorkbook({})),
    ]);
    expect([index.series['N01|162060'], index.series['N01|16']]).toEqual([['u'], [12]]);
  });

  test("a prefecture's own office is listed, and its population is not added to the towns'", () => {
    const index = openPrefecture('09', [
      town('090000', aWorkbook({ population: people(1_950_705), facts: { cases: casesIn(fy2018) } })),
      town('092037', aWorkbook({ population: people(160_000), facts: { cases: casesIn(fy2018, 4) } })),
    ]);
    expect([index.series['N01|09'], index.series['R06|09']]).toEqual([[60], [(48 * 100_000) / (160_000 * 12)]]);
  });

  test('a designated city is the sum of its wards: never both', () => {
    const index = openPrefecture('14', [
      town('141003', aWorkbook({ facts: { cases: casesIn(fy2018, 5) } })),
      town('141011', aWorkbook({ facts: { cases: casesIn(fy2018) } })),
      town('141305', aWorkbook({ facts: { cases: casesIn(fy2018) } })),
    ]);
    expect([index.series['N01|141011'], index.series['N01|14']]).toEqual([[12], [72]]);
  });
});

describe('the tidy facts', () => {
  const workbook = aWorkbook({
    areas: [anArea('R'), anArea('E01', ['R'])],
    facts: { cases: [aCase({ area: 'E01', pathway: 'P0401', targets: ['T06'] }), aCase({ received: '2018-06' })] },
  });
  const reader = figuresOf([workbook]);
  const facts = [...tidyFacts(indexOf([workbook]), reader.cuts.values())];
  const find = (change: Partial<(typeof facts)[number]>) =>
    facts.find((fact) =>
      Object.entries({
        indicator: 'N01',
        area: '162051',
        period: 'FY2018',
        pathway: 'all',
        target: 'all',
        ...change,
      }).every(([key, value]) => fact[key as keyof typeof fact] === value),
    );

  test('have a header and lines as agreed', () => {
    expect(tidyColumns.join(',')).toBe('indicator,municipality,area,period,pathway,target,value,state');
    const line = (change: Parameters<typeof find>[0]) => {
      const fact = find(change);
      return fact === undefined ? undefined : tidyLine(fact);
    };
    expect(line({})).toBe('N01,162051,162051,FY2018,all,all,2,value\r\n');
    expect(line({ period: '2018-05' })).toBe('N01,162051,162051,2018-05,all,all,0,zero\r\n');
    expect(line({ period: 'FY2018Q2' })).toBe('N01,162051,162051,FY2018Q2,all,all,,unreported\r\n');
    expect(line({ area: 'E01', pathway: 'P04' })).toBe('N01,162051,E01,FY2018,P04,all,1,value\r\n');
    expect(line({ area: 'E01', target: 'T01' })).toBe('N01,162051,E01,FY2018,all,T01,0,zero\r\n');
    expect(line({ pathway: 'P0401', target: 'T06' })).toBe('N01,162051,162051,FY2018,P0401,T06,1,value\r\n');
    expect(line({ indicator: 'R02', period: '2018-05' })).toBe('R02,162051,162051,2018-05,all,all,,n/a\r\n');
  });

  test('a combination has a row only where it does not follow from its pathway and its target', () => {
    const rows = (indicator: string, period: string) =>
      facts.filter(
        (fact) =>
          fact.indicator === indicator && fact.period === period && fact.pathway !== 'all' && fact.target !== 'all',
      );
    expect(rows('N01', 'FY2018').map(({ area, pathway, target, value }) => [area, pathway, target, value])).toEqual([
      ['162051', 'P01', 'T01', 1],
      ['162051', 'P04', 'T06', 1],
      ['E01', 'P04', 'T06', 1],
      ['162051', 'P0401', 'T06', 1],
      ['E01', 'P0401', 'T06', 1],
    ]);
    expect(rows('N01', '2018-05')).toEqual([]);
  });

  test('a combination that nobody reported is never taken for 0', () => {
    const given = [aTotal({ value: 5 }), aTotal({ pathway: 'P01', value: 5 }), aTotal({ target: 'T01', value: 3 })];
    const totals = aWorkbook({ facts: { totals: given } });
    const combinations = [...tidyFacts(indexOf([totals]), figuresOf([totals]).cuts.values())].filter(
      ({ indicator, period, pathway, target }) =>
        indicator === 'N01' && period === 'FY2018' && pathway !== 'all' && target !== 'all',
    );
    expect(combinations.map(({ pathway, target, state }) => [pathway, target, state])).toEqual([
      ['P01', 'T01', 'unreported'],
    ]);
  });

  test('no key comes twice, and no compared period or share is a fact', () => {
    const keys = facts.map(({ value: _value, state: _state, ...key }) => JSON.stringify(key));
    expect(new Set(keys).size).toBe(keys.length);
    expect(facts.filter(({ period, indicator }) => /[=-]$/.test(period) || indicator.includes('hare'))).toEqual([]);
  });

  test('an area code that a spreadsheet would run as a formula does not run', () => {
    const [fact] = facts;
    if (fact === undefined) throw new Error('no fact');
    expect(tidyLine({ ...fact, area: '=1+1' })).toContain(",'=1+1,");
    for (const area of ["-1+cmd|' /C calc'!A0", '＝1+1', '＋81', ' @SUM(1)', '\t=1', '−1+1'])
      expect([area, tidyLine({ ...fact, area }).includes(`'${area}`)]).toEqual([area, true]);
    expect(tidyLine({ ...fact, area: '1-2', value: -1.5, state: 'value' })).toMatch(/,1-2,.*,-1\.5,value/);
    expect(tidyLine({ ...fact, area: 'A,"1"' })).toContain(',"A,""1""",');
  });

  test('of a prefecture are municipal totals by fiscal year', () => {
    const index = openPrefecture('16', [summaryOf(reader.municipality)]);
    const rows = [...tidyFactsOfPrefecture(index, null)];
    expect(rows[0]).toEqual({
      indicator: 'N01',
      municipality: '162051',
      area: '162051',
      period: 'FY2018',
      pathway: 'all',
      target: 'all',
      value: 2,
      state: 'value',
    });
    expect(new Set(rows.map(({ period }) => period))).toEqual(new Set(['FY2018']));
    expect([...tidyFactsOfPrefecture(index, '162060')]).toEqual([]);
  });
});

describe('reading a figure', () => {
  test('the browser reads every figure as the pipeline does', () => {
    const reader = figuresOf([
      aWorkbook({
        areas: [anArea('R'), anArea('E01', ['R'])],
        facts: { cases: casesIn(fy2018.slice(0, 5)), totals: [aTotal({ indicator: 'N02', value: 9, pathway: 'P01' })] },
      }),
    ]);
    for (const cut of reader.cuts.values()) {
      for (const series of [
        'N01',
        'N02',
        'N07',
        'N09',
        'R01',
        'R02',
        'R07',
        'share',
        'targetShare',
        'areaShare',
        'Q01',
      ]) {
        for (const area of ['162051', 'E01']) {
          for (const pathway of ['all', 'P01', 'P0401']) {
            for (const target of ['all', 'T01', 'T0201']) {
              for (const period of ['2018-04', '2018-12', 'FY2018', 'FY2018=', 'FY1999']) {
                const place = { series, area, pathway, target, period };
                expect(readInBrowser(cut, place), JSON.stringify([cut.cut, place])).toEqual(
                  unstoreFigure(readFigure(cut, place)),
                );
              }
            }
          }
        }
      }
    }
  });
});
