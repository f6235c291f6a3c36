/** 変わったこと from what was published with the release: the unusual, goals at risk, silence, records, corrections. */
import { expect, test } from 'vitest';
import type { CorrectionsObject, Signal } from '#functions/publish/detail.ts';
import type { OfficeIndex } from '#functions/publish/release.ts';
import type { ChangeSources } from '../../../../web/src/shape/overview/change.ts';
import { findChanges } from '../../../../web/src/shape/overview/changes.ts';
import { printRows } from '../../../../web/src/shape/rows/rows-query.ts';
import { selectionOf } from '../../../../web/src/shape/selection.ts';
import { plainView } from '../../../../web/src/view-state.ts';
import { fujigauraCuts, fujigauraIndex } from '../../fixtures/fujigaura.ts';
import { aGoal } from '../../fixtures/invented-city.ts';

const root = fujigauraIndex.municipality.code;
const [cut] = fujigauraCuts;
if (cut === undefined) throw new Error('The invented city has a cut');

const unusual: Signal = {
  kind: 'unusual',
  indicator: 'N01',
  area: 'E02',
  period: '2024-12',
  value: 31,
  expected: 14.2,
  low: 4,
  high: 27,
};
const record: Signal = {
  kind: 'record',
  indicator: 'N02',
  area: root,
  period: '2024-12',
  value: 231,
  side: 'most',
  months: 32,
};
const silence: Signal = {
  kind: 'silence',
  office: '地域づくり推進室',
  source: 'activities',
  since: '2024-10',
  months: 3,
};

function changesOf(signals: readonly Signal[], change: Partial<ChangeSources> = {}, of: Partial<OfficeIndex> = {}) {
  const index: OfficeIndex = { ...fujigauraIndex, signals, ...of };
  const selection = selectionOf(plainView, index);
  return findChanges({
    ...{ index, cut, areas: null, goals: [], corrections: null, points: [], selection, language: 'ja' },
    ...change,
  } as ChangeSources);
}

const said = (changes: ReturnType<typeof changesOf>) => changes.map(({ tag, sentence }) => `${tag} ${sentence}`);

test('an unusual value is said first, with the range that was to be expected, and leads to its month and area', () => {
  const [first] = changesOf([unusual]);
  expect(first).toEqual({
    key: 'unusual N01 E02 2024-12',
    tag: '急増',
    tone: 'accent',
    sentence:
      '令和6年12月の東部圏域の新規相談件数は31件で、これまでの月から予想される範囲（4〜27件）を明らかに上回りました。',
    parts: expect.any(Array),
    link: { label: '東部圏域を開く', to: { view: 'areas', period: '2024-12', area: 'E02' } },
  });
});

test('where the usual is small only an upper limit is given, and a fall is said as one', () => {
  const [high] = changesOf([{ ...unusual, low: 0, area: root }]);
  const [low] = changesOf([{ ...unusual, value: 2, area: root }]);
  expect([high?.sentence, low?.sentence]).toEqual([
    '令和6年12月の新規相談件数は31件で、これまでの月から予想される範囲（27件まで）を明らかに上回りました。',
    '令和6年12月の新規相談件数は2件で、これまでの月から予想される範囲（4〜27件）を明らかに下回りました。',
  ]);
});

test('nothing is said of another period, another area, or where one pathway is chosen', () => {
  const selection = selectionOf(plainView, fujigauraIndex);
  const isSaid = (change: object) =>
    changesOf([unusual], { selection: { ...selection, ...change } }).some(({ key }) => key.startsWith('unusual'));
  expect([{}, { period: 'FY2023' }, { area: 'E01' }, { area: 'E02' }, { pathway: 'P04' }].map(isSaid)).toEqual([
    true,
    false,
    false,
    true,
    false,
  ]);
});

test('a record of support leads to the page of support', () => {
  const change = changesOf([record]).find(({ tag }) => tag === '記録');
  expect([change?.sentence, change?.link.to]).toEqual([
    '令和6年12月の延支援回数は231回で、報告のある32か月で最も多い数です。',
    { view: 'support', period: '2024-12' },
  ]);
});

test('tabs that fell silent together are one sentence, and the office is not named twice', () => {
  const meetings: Signal = { ...silence, source: 'meetings' };
  const sentences = said(changesOf([silence, meetings])).filter((sentence) => sentence.includes('地域づくり推進室'));
  expect(sentences).toEqual(['未報告 地域づくり推進室の会議・地域活動は令和6年10月から3か月、報告がありません。']);
});

test('tabs that fell silent in different months are one sentence with each of them, and lead to the tabs', () => {
  const cases: Signal = { ...silence, source: 'cases', since: '2024-09', months: 4 };
  const change = changesOf([silence, cases]).find(({ key }) => key.startsWith('silence'));
  expect([change?.sentence, change?.link.to]).toEqual([
    '地域づくり推進室に、報告の止まったシートがあります（相談受付は令和6年9月から4か月、地域活動は令和6年10月から3か月）。',
    { view: 'status', show: 'sources' },
  ]);
});

test('two goals at risk are said one by one with what is expected, more are counted', () => {
  const goal = (id: string, change: object = {}) =>
    aGoal({
      ...{ id, measure: `目標${id}`, unit: '件', goalValue: 870, result: 534, state: 'behind' as const },
      ...change,
    });
  const projection = { value: 793, low: 732, high: 859, basis: 'season' } as const;
  const goals = [goal('a'), goal('b', { projection })];
  const ofGoals = (signals: readonly Signal[], more: ChangeSources['goals'] = []) =>
    changesOf(signals, { goals: [...goals, ...more] })
      .filter(({ tone }) => tone === 'short')
      .map(({ sentence }) => sentence);
  expect(ofGoals([{ kind: 'goal-at-risk', goal: 'b' }])).toEqual([
    '目標bは3月末に793件（732〜859件）の見込みで、目標の870件に届かないおそれがあります。',
    '目標aは534件です。このままでは目標の870件に届かないおそれがあります。',
  ]);
  expect(ofGoals([], [goal('c')])).toEqual(['目標のうち3項目に、届かないおそれがあります（目標a、目標b、ほか）。']);
});

test('a correction of the newest run is said with both values; older ones stand in the ledger', () => {
  const corrections: CorrectionsObject = {
    format: 1,
    kind: 'corrections',
    municipality: root,
    entries: [
      {
        asOf: fujigauraIndex.asOf,
        changes: [{ indicator: 'N01', area: 'E03', period: '2024-11', before: 6, after: 4 }],
        more: 0,
      },
    ],
  };
  const of = (asOf: string) =>
    said(changesOf([], { corrections }, { asOf })).filter((sentence) => sentence.startsWith('訂正'));
  expect(of(fujigauraIndex.asOf)).toEqual([
    '訂正 令和6年11月の南部圏域の新規相談件数は、前の6件から4件に訂正されました。',
  ]);
  expect(of('2025-03-01')).toEqual([]);
});

test('the figures of a sentence lead to their rows, in both languages, and its words stay as they are', () => {
  const selection = selectionOf(plainView, fujigauraIndex);
  for (const language of ['ja', 'en'] as const) {
    const changes = changesOf([unusual, record], { selection, language });
    for (const { sentence, parts } of changes)
      expect((parts ?? [sentence]).map((part) => (typeof part === 'string' ? part : part.text)).join('')).toBe(
        sentence,
      );
    const leads = changes.flatMap(({ key, parts = [] }) =>
      parts.flatMap((part) => (typeof part === 'string' ? [] : [`${key}: ${printRows(part.rows)}`])),
    );
    expect(leads).toEqual([
      'unusual N01 E02 2024-12: N01.2024-12.all.all.E02',
      `year: N01.FY2024=.all.all.${root}`,
      `year: N01.FY2024-.all.all.${root}`,
      `community: R01.FY2024-.all.all.${root}`,
      `community: R01.FY2024=.all.all.${root}`,
      `record N02 ${root} 2024-12: N02.2024-12.all.all.${root}`,
    ]);
  }
});

test('a figure that leads to its rows keeps its unit, so that no line is broken between them', () => {
  const printed = changesOf([unusual, record]).flatMap(({ parts = [] }) =>
    parts.flatMap((part) => (typeof part === 'string' ? [] : [part.text])),
  );
  expect(printed).toEqual(['31件', '174件', '126件', '21.4%', '20.5%', '231回']);
});
