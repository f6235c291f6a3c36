/**
 * 海野県 (架空のデータ): nineteen municipalities as workbooks of yearly and monthly totals, of every kind that an officer meets: one
 * clearly below the prefecture and one clearly above, one that stopped reporting, one that never reported a year, villages whose
 * counts are small, and several that are alike.
 */

interface Town {
  readonly code: string;
  readonly name: string;
  readonly inhabitants: number;
  /** New consultations of FY2024. */
  readonly cases: number;
  /** Of a hundred consultations how many came through the community (地域). */
  readonly community?: number;
  /** The first month without a report (令和6年度), as the month of the year. */
  readonly silentFrom?: number;
  /** Whether there is no total of the year before. */
  readonly withoutYear?: boolean;
}

export const uminoTowns: readonly Town[] = [
  { code: '992054', name: '藤ヶ浦市', inhabitants: 42_000, cases: 242, community: 12 },
  { code: '993018', name: '小瀬町', inhabitants: 10_200, cases: 49 },
  { code: '993026', name: '緑谷町', inhabitants: 15_000, cases: 66 },
  { code: '993034', name: '東雲町', inhabitants: 38_600, cases: 135, silentFrom: 12 },
  { code: '992020', name: '白砂市', inhabitants: 98_000, cases: 377 },
  { code: '992062', name: '桐野市', inhabitants: 52_000, cases: 200, community: 44 },
  { code: '992011', name: '海野市', inhabitants: 204_000, cases: 751 },
  { code: '992038', name: '岬市', inhabitants: 40_000, cases: 142, community: 48 },
  { code: '993042', name: '花園町', inhabitants: 12_400, cases: 45, withoutYear: true },
  { code: '993051', name: '月見町', inhabitants: 12_000, cases: 40 },
  { code: '992046', name: '高瀬市', inhabitants: 68_000, cases: 214 },
  { code: '993069', name: '松ヶ丘町', inhabitants: 19_500, cases: 40 },
  { code: '993077', name: '石渡村', inhabitants: 3400, cases: 9 },
  { code: '993085', name: '鳴海村', inhabitants: 800, cases: 0 },
  { code: '993093', name: '霧野村', inhabitants: 2100, cases: 3 },
  { code: '993115', name: '潮見村', inhabitants: 1900, cases: 6 },
  { code: '993123', name: '浜名村', inhabitants: 1700, cases: 7 },
  { code: '993131', name: '沖島村', inhabitants: 2300, cases: 8 },
  { code: '993107', name: '青波町', inhabitants: 7000, cases: 22, silentFrom: 4 },
];

/** Months of a fiscal year by their number, in order. */
const months = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3];

/** Largest remainders: whole parts of a whole, the same on every run. */
function share(whole: number, parts: number): readonly number[] {
  return Array.from({ length: parts }, (_, part) => Math.floor(((part + 1) * whole) / parts) - Math.floor((part * whole) / parts)); // biome-ignore format: one thought
}

function row(year: number, month: number | '', pathway: string, value: number): string {
  return `${year}年度,${month},新規相談件数,,${pathway},,${value}`;
}

/** The year in one row a pathway, or month by month as far as the town reported. */
function totals({ cases, community = 30, silentFrom, withoutYear = false }: Town): readonly string[] {
  const before = Math.round(cases * 0.94);
  const through = Math.round((cases * community) / 100);
  const earlier = withoutYear ? [] : [row(2023, '', '', before), row(2023, '', '地域', Math.round((before * community) / 100)), row(2023, '', '本人', before - Math.round((before * community) / 100))]; // biome-ignore format: three rows
  const reported = silentFrom === undefined ? months : months.slice(0, months.indexOf(silentFrom));
  const each = share(cases, 12);
  const eachThrough = share(through, 12);
  return [
    ...earlier,
    ...reported.flatMap((month) => {
      const position = months.indexOf(month);
      const all = each[position] ?? 0;
      const part = Math.min(all, eachThrough[position] ?? 0);
      return [row(2024, month, '', all), row(2024, month, '地域', part), row(2024, month, '本人', all - part)];
    }),
  ];
}

/** By folder, the tabs of each workbook as .csv. */
export function uminoWorkbooks(): Readonly<Record<string, Readonly<Record<string, string>>>> {
  return Object.fromEntries(
    uminoTowns.map((town) => [
      town.code,
      {
        基本情報: [
          '項目,値',
          `市区町村コード,${town.code}`,
          '都道府県名,海野県',
          `市区町村名,${town.name}`,
          `報告機関名,${town.name}福祉課`,
          '様式版,1',
          'データの種類,架空',
          `人口,${town.inhabitants}`,
          `世帯数,${Math.round(town.inhabitants / 2.4)}`,
          `65歳以上人口,${Math.round(town.inhabitants * (town.inhabitants < 20_000 ? 0.38 : 0.29))}`,
          `面積,${town.inhabitants < 20_000 ? 180 : 120}`,
          '基準日,2023-04-01',
          '報告開始月,2023-04-01',
        ].join('\n'),
        圏域: ['圏域コード,圏域名,圏域種別,上位圏域コード', `ALL,${town.name},市町村全域,`].join('\n'),
        集計報告: ['年度,月,指標,圏域,経路,対象,値', ...totals(town)].join('\n'),
      },
    ]),
  );
}
