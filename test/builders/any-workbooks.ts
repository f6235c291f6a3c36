/**
 * Any workbooks of one office: one of all years and two of a fiscal year each, with divisions that do not nest, an area that ended,
 * words of both levels, blanks, 不明, and totals beside rows.
 */
import fc from 'fast-check';
import { indicators } from '#sheets-schema/vocabulary/indicators.ts';
import type { Workbooks } from './kept-municipality.ts';
import { aMeeting, anActivity, aProfile, aWorkbook, type TypedRow } from './workbook.ts';

/** Two divisions that do not nest: 川端 lies in 東山地区 and in 北部. 西川地区 ended. */
const areas: readonly TypedRow[] = [
  { code: 'Z', name: '氷見市全域', kind: '市町村全域' },
  { code: 'E01', name: '東山地区', kind: '地区', parents: 'Z' },
  { code: 'E02', name: '西川地区', kind: '地区', parents: 'Z', validUntil: '2024/3/31' },
  { code: 'H1', name: '北部', kind: '方部', parents: 'Z' },
  { code: 'K1', name: '川端', kind: '町内会', parents: 'E01、H1' },
];
const profileOf = (fiscalYear: string) => aProfile({ officeName: '架空包括', fiscalYear });

const day = fc
  .record({ month: fc.integer({ min: 1, max: 15 }), day: fc.integer({ min: 1, max: 28 }) })
  .map(({ month, day: number }) => {
    const position = 2023 * 12 + 3 + month;
    return `${Math.floor(position / 12)}/${(position % 12) + 1}/${number}`;
  });
const area = fc.constantFrom('東山地区', '西川地区', '北部', '川端', '不明');
const optional = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });
const number = fc.nat({ max: 12 }).map((each) => `C-${each}`);
const cases = fc.uniqueArray(
  fc.record({
    receiptNumber: number,
    receivedOn: day,
    area,
    pathway: fc.constantFrom('本人', '民生委員・児童委員', '社会福祉協議会', '不明'),
    targets1: fc.constantFrom('高齢者', '身体障害、精神障害', '障害者', '不明'),
    targets2: optional(fc.constantFrom('高齢者', '精神障害', '生活困窮')),
    issues1: optional(fc.constantFrom('経済的困窮、孤立', '孤立')),
    ageBand: optional(fc.constantFrom('80代以上', '40代', '不明')),
    sex: optional(fc.constantFrom('女性', '男性', '不明')),
    handover1: optional(fc.constantFrom('社会福祉協議会', '民生委員・児童委員')),
    handover2: optional(fc.constantFrom('社会福祉協議会')),
    closedOn: optional(day),
  }),
  { maxLength: 10, selector: ({ receiptNumber }) => receiptNumber },
);
const actions = fc.array(
  fc.record({
    actedOn: day,
    receiptNumber: number,
    method: fc.constantFrom('訪問', '電話', 'プラン作成'),
    programme: optional(fc.constantFrom('包括的相談支援')),
    minutes: optional(fc.constantFrom('30', '45')),
  }),
  { maxLength: 14 },
);
const some = optional(fc.nat({ max: 9 }));
const meetings = fc.array(
  fc.record({ heldOn: day, area: optional(area), discussed: some, participants: some }).map(aMeeting),
  { maxLength: 6 },
);
const activities = fc.array(
  fc
    .record({
      heldOn: day,
      area: optional(area),
      kind: fc.constantFrom('サロン・居場所', '見守り'),
      targets: optional(fc.constantFrom('高齢者、身体障害')),
      times: some,
      places: some,
      participants: some,
      helpers: some,
    })
    .map(anActivity),
  { maxLength: 8 },
);
const totals = fc.array(
  fc.record({
    fiscalYear: fc.constantFrom('令和5年度', '令和6年度'),
    month: optional(fc.constantFrom('4', '5', '11', '1')),
    indicator: fc.constantFrom(...indicators.filter(({ code }) => code.startsWith('N')).map(({ ja }) => ja)),
    area: optional(fc.constantFrom('東山地区', '不明')),
    pathway: fc.option(fc.constantFrom('本人', '地域', '民生委員・児童委員'), { nil: null, freq: 1 }),
    target: fc.option(fc.constant('高齢者'), { nil: null, freq: 1 }),
    value: fc.nat({ max: 30 }),
  }),
  { maxLength: 4 },
);
const tabs = fc.record({ cases, actions, meetings, activities });

export const anyWorkbooks: fc.Arbitrary<Workbooks> = fc.record({
  'a.xlsx': fc.tuple(tabs, totals).map(([typed, sums]) => aWorkbook({ areas, ...typed, totals: sums })),
  'b5.xlsx': tabs.map((typed) => aWorkbook({ areas, profile: profileOf('令和5年度'), ...typed })),
  'b6.xlsx': fc
    .tuple(tabs, totals)
    .map(([typed, sums]) => aWorkbook({ areas, profile: profileOf('令和6年度'), ...typed, totals: sums })),
});

/** Slices of their figures: pathways and targets of both levels alone, and some together. */
export const slicesOfAny: readonly { readonly pathway: string; readonly target: string }[] = [
  ...['all', 'P01', 'P04', 'P0401', 'P05', 'P99'].map((pathway) => ({ pathway, target: 'all' })),
  ...['T01', 'T02', 'T0201', 'T0203', 'T99'].map((target) => ({ pathway: 'all', target })),
  { pathway: 'P04', target: 'T02' },
  { pathway: 'P0401', target: 'T0203' },
];
