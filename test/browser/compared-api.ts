/** 架空のデータ: the comparison of a prefecture of sixteen towns, as the API hands it out, for tests of what an officer reads of it. */
import type { StoredFigure } from '#functions/domain/figure.ts';
import { computeComparison } from '#functions/publish/comparison/compute-comparison.ts';
import type { TownToCompare } from '#functions/publish/comparison/town.ts';
import { asOf, aTown } from '../functions/publish/comparison/town-builder.ts';
import { prefectureIndex } from '../web/fixtures/invented-city.ts';
import type { Between } from './stage.ts';

const years = ['FY2014', 'FY2015', 'FY2016', 'FY2017', 'FY2018'];

interface Invented {
  readonly code: string;
  readonly name: string;
  readonly inhabitants: number;
  /** New consultations a year, with a slope. */
  readonly cases: number;
  readonly slope?: number;
  /** Of a hundred consultations how many came through the community. */
  readonly community?: number;
  readonly silentSince?: string;
  readonly change?: (cases: readonly StoredFigure[]) => readonly StoredFigure[];
}

const invented: readonly Invented[] = [
  { code: '992054', name: '藤ヶ浦市', inhabitants: 47_200, cases: 88, community: 12 },
  { code: '992011', name: '海野市', inhabitants: 241_000, cases: 741 },
  { code: '992020', name: '白砂市', inhabitants: 121_000, cases: 352, slope: 14 },
  { code: '992038', name: '岬市', inhabitants: 46_000, cases: 178, community: 48 },
  { code: '993018', name: '緑谷町', inhabitants: 44_000, cases: 160 },
  { code: '993026', name: '小瀬町', inhabitants: 42_500, cases: 171 },
  { code: '993034', name: '東雲町', inhabitants: 39_000, cases: 139, silentSince: '2018-12' },
  { code: '993042', name: '高瀬市', inhabitants: 88_000, cases: 309 },
  { code: '993051', name: '月見町', inhabitants: 50_500, cases: 190 },
  {
    code: '993069',
    name: '花園町',
    inhabitants: 9800,
    cases: 33,
    change: (cases) => [...cases.slice(0, 2), 'u', ...cases.slice(3)],
  },
  { code: '993077', name: '桐野町', inhabitants: 64_000, cases: 231 },
  { code: '993085', name: '松ヶ丘町', inhabitants: 24_700, cases: 41 },
  { code: '993093', name: '石渡村', inhabitants: 3400, cases: 9 },
  { code: '993107', name: '鳴海村', inhabitants: 1300, cases: 0 },
  { code: '993115', name: '霧野村', inhabitants: 800, cases: 3 },
  {
    code: '993123',
    name: '青波町',
    inhabitants: 17_000,
    cases: 60,
    silentSince: '2018-04',
    change: (cases) => [...cases.slice(0, 4), 'u'],
  },
];

function createTown({
  code,
  name,
  inhabitants,
  cases,
  slope = 0,
  community = 30,
  silentSince,
  change,
}: Invented): TownToCompare {
  const counts = years.map((_, year) => Math.max(0, Math.round(cases + (year - 4) * slope)));
  const shown = change === undefined ? counts : change(counts);
  const share = {
    counts: shown.map((count) => (typeof count === 'number' ? Math.round((count * community) / 100) : count)),
    bases: shown.map((count) => (typeof count === 'number' && count > 0 ? count : null)),
  };
  const town = aTown(code, {
    name,
    inhabitants,
    households: Math.round(inhabitants / 2.4),
    elderly: Math.round(inhabitants * 0.31),
    squareKilometres: 60,
    years,
    cases: shown,
    measures: { R01: share },
  });
  const last = silentSince === undefined ? '2019-04' : monthBefore(silentSince);
  const unused = { last: null, silentSince: null };
  return {
    ...town,
    name: { ...town.name, prefectureName: '海野県' },
    reporting: {
      ...town.reporting,
      rate: years.map((_, year) => (silentSince !== undefined && year === 4 ? 50 : 100)),
      sources: { cases: { last, silentSince: silentSince ?? null }, actions: unused },
    },
  };
}

function monthBefore(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}

/** Stands before the API and answers for the comparison of the prefecture 99; everything else passes. */
export function answerComparison(): Between {
  const { measures, start } = computeComparison({
    prefecture: '99',
    towns: invented.map(createTown),
    asOf,
    mayBeSeen: (cell) => !cell.includes('|993115|'),
  });
  const comparison = start(Object.fromEntries(measures.map(({ measure }) => [measure, 'x'.repeat(64)])));
  return async (request, pass) => {
    const path = new URL(request.url).pathname;
    if (path === '/api/prefectures/99') return Response.json({ ...prefectureIndex, comparison: 'x'.repeat(64) });
    if (path === '/api/prefectures/99/comparison') return Response.json(comparison);
    const code = /^\/api\/prefectures\/99\/comparison\/(\w+)$/.exec(path)?.[1];
    const measure = measures.find((one) => one.measure === code);
    return measure === undefined ? await pass() : Response.json(measure);
  };
}
