/** Rows of 秘匿 as people type them, and which of them holds for whom. */
import { describe, expect, test } from 'vitest';
import { choosePolicies } from '#functions/domain/choose-policies.ts';
import type { Day } from '#functions/domain/codes.ts';
import { defaultPolicies } from '#functions/domain/protection-policy.ts';
import { readRegistry } from '#functions/plan/registry.ts';
import type { SheetGrid } from '#functions/world.ts';
import { type Cell, describeFinding } from '#sheets-schema';

const headers = ['見る人', '基準', '秘匿する件数', '0件の扱い', '丸め', '適用開始', '適用終了', '都道府県コード'];
const grid = (tab: string, rows: readonly (readonly Cell[])[]): SheetGrid => ({ tab, id: tab, rows, merges: [] });
const registry = (...rows: readonly (readonly Cell[])[]) => [
  grid('登録', [['市区町村コード', '報告機関名', 'ブック']]),
  grid('秘匿', [headers, ...rows]),
];
const say = (grids: readonly SheetGrid[]) =>
  readRegistry(grids).findings.map((finding) => `${finding.cell ?? finding.row} ${describeFinding(finding, 'ja')}`);
const on = (day: string, prefecture = '16') => ({ day: day as Day, prefecture });

describe('a row of 秘匿', () => {
  test('names an official rule, or gives numbers of its own, which stand before those of the rule', () => {
    const { protections, findings } = readRegistry(
      registry(
        ['一般', 'NDB', null, null, null, '2026/4/1'],
        ['都道府県', '標準', null, '示す', null, '令和8年4月', '2027/3/31'],
        ['公開', '介護ＤＢ', '２０', null, null, '2026/4/1', null, '富山県'],
        ['県', null, 10, null, 5, '2027/4/1'],
      ),
    );
    // Everybody's counts would be told more closely than the prefecture's, which are rounded.
    expect(findings.map(({ code, cell }) => [code, cell])).toEqual([['protection/public-sees-more', 'A5']]);
    expect(choosePolicies(protections, on('2027-04-01', '09')).public.roundedTo).toBe(5);
    expect(choosePolicies(protections, on('2027-04-01', '16')).public.roundedTo).toBe(10);
    const plain = { until: null, prefecture: null, zeros: 'shown', roundedTo: 1 };
    expect(protections).toEqual([
      { ...plain, row: 2, audience: 'public', threshold: 10, from: '2026-04-01' },
      { ...plain, row: 3, audience: 'prefecture', threshold: 5, from: '2026-04-01', until: '2027-03-31' },
      { ...plain, row: 4, audience: 'public', threshold: 20, roundedTo: 10, from: '2026-04-01', prefecture: '16' },
      { ...plain, row: 5, audience: 'prefecture', threshold: 10, roundedTo: 5, from: '2027-04-01' },
    ]);
  });

  test('that would protect nobody, or says nothing, is refused in words', () => {
    const grids = registry(
      ['一般', null, null, null, null, '2026/4/1'],
      ['一般', null, 2, null, null, '2026/4/1'],
      ['一般', 'NDB', null, null, 0, '2026/4/1'],
      ['一般', 'NDB', null, null, null, '2026/4/1', '2025/3/31'],
      ['一般', 'EU', null, null, null, '2026/4/1'],
      ['市区町村', 'NDB', null, null, null, '2026/4/1'],
    );
    expect(readRegistry(grids).protections).toEqual([]);
    expect(say(grids).slice(0, 4)).toEqual([
      'C2 「基準」も「秘匿する件数」も空いています。どちらかを入れてください。',
      'C3 2件では、少ない件数を守れません。3以上の数を入れてください。',
      'E4 1以上の数を入れてください。丸めないなら空けてください。',
      'G5 適用終了が適用開始より前です。どちらかの日付を直してください。',
    ]);
    // An unknown rule and an unknown audience are choices that do not exist.
    expect(readRegistry(grids).findings.map(({ cell }) => cell)).toEqual(['C2', 'C3', 'E4', 'G5', 'B6', 'A7']);
  });

  test('weaker than usual is used and said; one that shows everybody more than the prefecture is made as strict', () => {
    const grids = registry(
      ['都道府県', null, 3, null, null, '2026/4/1'],
      ['都道府県', null, 20, null, null, '2027/4/1', null, '16'],
    );
    expect(say(grids)).toEqual([
      'C2 3件未満の秘匿は、いつもの5件未満より弱い決まりです。このまま使います。',
      'A3 一般に、都道府県より多くを見せることになります。一般にも、都道府県に秘匿するものを秘匿します。',
    ]);
    const { protections } = readRegistry(grids);
    expect(choosePolicies(protections, on('2026-06-01'))).toEqual({
      prefecture: { threshold: 3, zeros: 'shown', roundedTo: 1 },
      public: defaultPolicies.public,
    });
    expect(choosePolicies(protections, on('2027-06-01')).public.threshold).toBe(20);
    expect(choosePolicies(protections, on('2027-06-01', '09')).public.threshold).toBe(10);
    // Zeros that are hidden from the prefecture are hidden from everybody.
    const zeros = registry(
      ['一般', 'NDB', null, null, null, '2026/4/1'],
      ['県', '標準', null, '秘匿', null, '2026/4/1'],
    );
    expect(choosePolicies(readRegistry(zeros).protections, on('2026-06-01')).public.zeros).toBe('hidden');
    expect(readRegistry(zeros).findings.map(({ cell }) => cell)).toEqual(['A2', 'A3']);
  });

  test('holds from its first day to its last, and before and after it the usual rule', () => {
    const { protections } = readRegistry(registry(['一般', '介護DB', null, '秘匿', null, '2026/4/1', '2027/3/31']));
    const roundedTo = (day: string) => choosePolicies(protections, on(day)).public.roundedTo;
    expect(['2026-03-31', '2026-04-01', '2027-03-31', '2027-04-01'].map(roundedTo)).toEqual([1, 10, 10, 1]);
    expect(choosePolicies([], on('2026-04-01'))).toEqual({
      prefecture: defaultPolicies.prefecture,
      public: defaultPolicies.public,
    });
  });

  test('overlapping another is not used, and says which is', () => {
    const grids = registry(['一般', 'NDB', null, null, null, '2026/4/1'], ['一般', null, 20, null, null, '2027/4/1']);
    expect(readRegistry(grids).protections.map(({ row }) => row)).toEqual([2]);
    expect(say(grids)).toEqual([
      'F3 同じ見る人の決まりが2行目と3行目で重なっています。先の行だけを使っています。前の行に適用終了を入れてください。',
    ]);
  });

  test('that cannot be used leaves the rules that were last read in force', () => {
    const trouble = { code: 'registry/protections', facts: { tab: '秘匿' } };
    expect(readRegistry(registry(['一般', null, 'じゅう', null, null, '2026/4/1'])).troubles.protections).toEqual(
      trouble,
    );
    expect(readRegistry(registry(['県', null, 3, null, null, '2026/4/1'])).troubles.protections).toBeNull();
  });
});
