// biome-ignore-all format: one line a goal
/** 成果目標 of the fictional municipalities: standard indicators, own measures, goals in words, ranges, one goal under two 事業. */
import { createRandom } from '../random.ts';
import type { SampleCell, SampleTab } from '../workbook.ts';
import type { OfficeOfMunicipality } from './case.ts';

const headers = ['年度', '事業', '指標', '単位', '数え方', '圏域', '経路', '対象', '基準値', '目標値', '目標上限', '方向', '目標文', '期間', '実績値', '実績時点', '備考'];

type GoalCells = Readonly<Record<string, SampleCell>>;

/** `casesByYear` are the cases that the municipality had; its goals lie a little above or below. */
export function goalTab(of: OfficeOfMunicipality, casesByYear: ReadonlyMap<number, number>, seed: number): SampleTab {
  const random = createRandom(`${seed}/${of.municipality.digits}/goals`);
  const rows: GoalCells[] = [];
  for (const fiscalYear of [2024, 2025, 2026]) {
    const year = random.pick([`令和${fiscalYear - 2018}年度`, `R${fiscalYear - 2018}`, fiscalYear]);
    const isOver = fiscalYear < 2026;
    const asOf = isOver ? `${fiscalYear + 1}/3/31` : '2026/10/31';
    const add = (cells: GoalCells) => rows.push({ 年度: year, ...cells });
    // The running year has eight of twelve months so far.
    const cases = (casesByYear.get(fiscalYear) ?? 0) * (isOver ? 1 : 12 / 7.7);
    const size = Math.max(1, Math.round(of.municipality.inhabitants / 10_000));
    add({ 事業: '包括的相談支援', 指標: '新規相談件数', 単位: '件', 目標値: round(cases * (0.92 + random.next() * 0.18)), 方向: '以上', 期間: '年' });
    add({ 事業: 'アウトリーチ', 指標: '訪問回数', 単位: '回', 目標値: round(cases * 0.04), 方向: '以上', 期間: '月' });
    add({ 事業: '多機関協働', 指標: 'プラン作成件数', 単位: '件', 目標値: round(cases * 0.11), 方向: '以上', 期間: '年' });
    add({ 事業: '地域づくり', 指標: '地域経由割合', 単位: '%', 目標値: random.pick([20, 25, 30]), 方向: '以上', 期間: '年' });
    add({ 事業: '包括的相談支援', 指標: '終結率(対応件数比)', 単位: '%', 目標値: 60, 目標上限: 75, 方向: '範囲', 期間: '年' });
    add({ 事業: '地域づくり', 指標: '住民座談会の参加者数', 単位: '人', 数え方: '延べ', 目標値: 30 * size, 方向: '以上', 期間: '年', 実績値: random.whole(15 * size, 45 * size), 実績時点: asOf });
    add({ 事業: '参加支援', 指標: '社会参加につながった人数', 単位: '人', 数え方: '実数', 目標値: 3 + size, 方向: '以上', 期間: '年', 実績値: random.chance(0.3) ? null : random.whole(1, 5 + size), 実績時点: asOf });
    add({ 事業: '多機関協働', 指標: '関係機関との連携強化', 方向: '文章', 目標文: '顔の見える関係をつくる' });
    if (of.index % 2 === 0) {
      const measure = { 指標: '福祉の困りごと出張相談の件数', 単位: '件', 目標値: 12 * size, 方向: '以上', 期間: '年', 実績値: random.whole(8 * size, 16 * size), 実績時点: asOf };
      add({ 事業: '包括的相談支援', ...measure });
      add({ 事業: '多機関協働', ...measure });
    }
    if (of.index % 3 === 0) add({ 事業: '地域づくり', 指標: '福祉協力員の数', 単位: '人', 数え方: '時点', 実績値: random.whole(10, 30) * size, 実績時点: asOf });
    if (of.index % 4 === 1) add({ 事業: '地域づくり', 指標: '通いの場の参加者の増加', 単位: '%', 目標値: 10, 方向: '以上', 期間: '年' });
  }
  return { name: '成果目標', rows: [headers, ...rows.map((cells) => headers.map((header) => cells[header] ?? null))] };
}

/** As goals are set: 5, 10, 50, 100 … */
function round(value: number): number {
  const step = value < 20 ? 1 : value < 100 ? 5 : value < 1000 ? 10 : 50;
  return Math.max(1, Math.round(value / step) * step);
}
