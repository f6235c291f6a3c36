/** 市町村比較: who is ranked, who is not and why, and that states never stand above values. */
import { describe, expect, test } from 'vitest';
import type { StoredFigure } from '#functions/domain/figure.ts';
import type { PrefectureIndex } from '#functions/publish/release.ts';
import { shapeMunicipalityTable } from '../../../../web/src/shape/comparison/municipality-table.ts';
import { roundScale, shapeRanking } from '../../../../web/src/shape/comparison/ranking.ts';
import { rankingTable } from '../../../../web/src/shape/comparison/ranking-table.ts';
import { writeCsv } from '../../../../web/src/shape/export/csv.ts';
import { prefectureIndex } from '../../fixtures/invented-city.ts';

const [anyPlace] = prefectureIndex.municipalities;
if (anyPlace === undefined) throw new Error('no municipality');
const place = anyPlace;

/** A prefecture of towns, each with its count (N01), its rate (R06) and its months with data. */
function towns(list: readonly (readonly [string, StoredFigure, StoredFigure, number])[]): PrefectureIndex {
  return {
    ...prefectureIndex,
    years: ['FY2024'],
    municipalities: list.map(([code, , , months]) => ({
      ...place,
      code,
      name: `町${code}`,
      monthsWithData: { FY2024: months },
    })),
    series: Object.fromEntries([
      ...list.map(([code, count]) => [`N01|${code}`, [count]]),
      ...list.map(([code, , rate]) => [`R06|${code}`, [rate]]),
      ['N01|99', [500]],
      ['R06|99', [30]],
    ]),
  };
}

const options = { code: 'R06', year: 'FY2024', language: 'ja' } as const;

describe('who is ranked', () => {
  test('10 cases are ranked, 9 are not, and both are shown', () => {
    const ranking = shapeRanking(
      towns([
        ['1', 10, 20, 12],
        ['2', 9, 40, 12],
      ]),
      options,
    );
    expect(ranking.ranked.map(({ code, rank, note }) => [code, rank, note])).toEqual([['1', 1, '']]);
    expect(ranking.unranked.map(({ code, rank, note }) => [code, rank, note])).toEqual([['2', null, '10件未満']]);
  });

  test('equal printed rates share a rank, and the next rank is left out', () => {
    const ranking = shapeRanking(
      towns([
        ['1', 50, 20.04, 12],
        ['2', 50, 20.01, 12],
        ['3', 50, 10, 12],
      ]),
      options,
    );
    expect(ranking.ranked.map(({ code, rank }) => [code, rank])).toEqual([
      ['1', 1],
      ['2', 1],
      ['3', 3],
    ]);
  });

  test('few cases, then hidden, not reported, not applicable: each with its word', () => {
    const ranking = shapeRanking(
      towns([
        ['1', 'n', 'n', 0],
        ['2', 'u', 'u', 0],
        ['3', 'x', 'x', 12],
        ['4', 0, 0, 12],
        ['5', 80, 31, 12],
      ]),
      options,
    );
    expect(ranking.unranked.map(({ code, note }) => [code, note])).toEqual([
      ['4', '10件未満'],
      ['3', '秘匿（少ない件数を守るため表示しません）'],
      ['2', '未報告'],
      ['1', '対象外（人口・世帯数、または分母がありません）'],
    ]);
  });

  test('counts are ranked as they are, small ones too, and without the prefecture as a yardstick', () => {
    const ranking = shapeRanking(
      towns([
        ['1', 3, 20, 12],
        ['2', 9, 40, 12],
      ]),
      { ...options, code: 'N01' },
    );
    expect([ranking.ranked.map(({ code }) => code), ranking.line]).toEqual([['2', '1'], null]);
  });

  test('an unknown indicator falls back to the first that is offered', () => {
    expect(shapeRanking(prefectureIndex, { ...options, code: 'Z99' }).indicator.code).toBe('R06');
  });
});

describe('what is said', () => {
  test('the range and the prefecture, no verdict', () => {
    const ranking = shapeRanking(prefectureIndex, options);
    expect([ranking.title, ranking.measure, ranking.notes]).toEqual([
      '県の31.3件に対し、市町村は17.1件から46.6件までです',
      '人口10万対新規相談件数(月平均)（件） 海野県 令和6年度',
      [
        '＊ 報告のあった月の数が、ほかとちがいます（藤ヶ浦市 9か月、小瀬町 9か月、緑谷町 9か月、東雲町 9か月、花園町 7か月）。',
        '件数が10件未満の市町村は、率だけで順位をつけません。',
        '差が偶然の範囲内かどうかは、まだ示していません。高い・低いは、良い・悪いを表しません。',
      ],
    ]);
    expect(`${ranking.title}${ranking.notes.join('')}`).not.toContain('明らか');
  });

  test.each([
    [[], '順位をつけられる市町村がありません'],
    [[['1', 50, 20, 12]], '順位をつけられる市町村は町1だけで、20.0件です'],
  ] as const)('with %o ranked', (list, title) => {
    expect(shapeRanking(towns(list), options).title).toBe(title);
  });
});

describe('months with a report', () => {
  const said = (list: Parameters<typeof towns>[0]) => {
    const { measure, notes, ranked } = shapeRanking(towns(list), options);
    return {
      months: /（報告のあった.*）$/.exec(measure)?.[0] ?? '',
      notes: notes.filter((note) => note.startsWith('＊')),
      marked: ranked.flatMap(({ name, months }) => (months === null ? [] : [`${name} ${months}`])),
    };
  };

  test('in a year under way all have eight of twelve: said once, nobody is marked', () => {
    expect(
      said([
        ['1', 50, 20, 8],
        ['2', 50, 20, 8],
      ]),
    ).toEqual({ months: '（報告のあった8か月）', notes: [], marked: [] });
  });

  test('only who has another number than most is marked and named', () => {
    expect(
      said([
        ['1', 50, 20, 8],
        ['2', 50, 20, 8],
        ['3', 50, 20, 7],
        ['4', 50, 20, 0],
      ]),
    ).toEqual({
      months: '（報告のあった8か月）',
      notes: ['＊ 報告のあった月の数が、ほかとちがいます（町3 7か月）。'],
      marked: ['町3 7'],
    });
  });

  test('with twelve months everywhere nothing is said', () => {
    expect(said([['1', 50, 20, 12]])).toEqual({ months: '', notes: [], marked: [] });
  });
});

describe('the scale', () => {
  test.each([
    [46.6, [0, 20, 40]],
    [0, [0]],
    [1, [0, 0.25, 0.5, 0.75, 1]],
    [740, [0, 200, 400, 600]],
  ])('up to %d has round lines from 0', (largest, ticks) => {
    expect(roundScale(largest).ticks).toEqual(ticks);
  });
});

describe('the table', () => {
  const few = towns([
    ['1', 'u', 'u', 0],
    ['2', 5, 12, 12],
    ['3', 9, 40, 7],
  ]);
  const order = (isDescending: boolean) =>
    shapeMunicipalityTable(few, { year: 'FY2024', order: { column: 'R06', isDescending }, language: 'ja' }).rows.map(
      ({ key }) => key,
    );

  test('states stay below values in both directions, and the prefecture is last', () => {
    expect([order(true), order(false)]).toEqual([
      ['3', '2', '1', '99'],
      ['2', '3', '1', '99'],
    ]);
  });

  test('a rate of seven months is marked, a missing one is not', () => {
    const { rows, columns } = shapeMunicipalityTable(few, {
      year: 'FY2024',
      order: { column: null, isDescending: true },
      language: 'ja',
    });
    expect(columns.map(({ label }) => label)).toEqual(['人口10万対新規相談件数(月平均)（件）', '新規相談件数（件）']);
    expect(rows.map(({ cells: [rate] }) => rate)).toEqual([
      { kind: 'figure', figure: { state: 'unreported' }, decimals: 1, isPartial: false },
      { kind: 'figure', figure: { state: 'value', value: 12 }, decimals: 1, isPartial: false },
      { kind: 'figure', figure: { state: 'value', value: 40 }, decimals: 1, isPartial: true },
      { kind: 'figure', figure: { state: 'value', value: 30 }, decimals: 1, isPartial: false },
    ]);
  });
});

test('taken along, each state is its word, and whoever is not ranked has the reason and no rank', () => {
  const ranking = shapeRanking(
    towns([
      ['1', 50, 20.04, 12],
      ['2', 9, 40, 12],
      ['3', 0, 0, 12],
      ['4', 'u', 'u', 0],
      ['5', 'x', 'x', 12],
      ['6', 30, 'n', 12],
    ]),
    options,
  );
  const rows = writeCsv(rankingTable(ranking, 'ja'), 'ja').trimEnd().split('\r\n');
  expect(rows.slice(1)).toEqual([
    '町1,1,50,20.0,',
    '町2,,9,40.0,10件未満',
    '町3,,0,0.0,10件未満',
    '町5,,秘匿,秘匿,',
    '町4,,未報告,未報告,',
    '町6,,30,対象外,',
    '県全体,,500,30.0,',
  ]);
});
