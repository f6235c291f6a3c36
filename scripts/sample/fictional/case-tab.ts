/** Types the cases of an office into its tab 相談受付, with the mess, and keeps count of what is refused. */
import { type DateStyle, fiscalYearOf, typeDay } from '../day.ts';
import { createRandom } from '../random.ts';
import type { SampleCell, SampleMerge, SampleTab } from '../workbook.ts';
import type { CleanCase, OfficeOfMunicipality } from './case.ts';
import { mess, type Outcome, type TypedCells } from './mess.ts';
import { nameOf } from './words.ts';

const headers = ['受付番号', '受付日', '受付窓口', '圏域', '経路', '対象1', '対象2', '対象3', '課題1', '課題2', '課題3', '年代', '性別', '複合課題', '対応', 'つなぎ先1', 'つなぎ先2', '終結日', '終結理由', '備考']; // biome-ignore format: as in the workbook

/** How the people of an office are used to type. */
export interface TypingHabit {
  readonly dateStyle: DateStyle;
  readonly areaBy: 'code' | 'name';
  /** The office's own header for 経路, explained in 読替. */
  readonly pathwayHeader: string;
  readonly hasExplanatoryRow: boolean;
  readonly hasYearTotals: boolean;
  readonly hasPreprintedRows: boolean;
  readonly mergesAreas: boolean;
  readonly reversesColumns: boolean;
}

export interface TypedCases {
  readonly tab: SampleTab;
  /** Rows that are refused, by the case they are of; a case typed twice is refused as a whole. */
  readonly refused: ReadonlySet<CleanCase>;
  /** Cases whose 終結日 is refused: they count, and stay open. */
  readonly stillOpen: ReadonlySet<CleanCase>;
}

interface Line {
  readonly cells: TypedCells;
  readonly clean: CleanCase | null;
  readonly outcome: Outcome | 'clean';
}

export function typeCases(
  of: OfficeOfMunicipality,
  cases: readonly CleanCase[],
  habit: TypingHabit,
  seed: number,
): TypedCases {
  const random = createRandom(`${seed}/${of.municipality.digits}/${of.office.name}/typing`);
  const refused = new Set<CleanCase>();
  const stillOpen = new Set<CleanCase>();
  const lines: Line[] = [];
  for (const [index, clean] of cases.entries()) {
    const previous = lines.at(-1);
    if (
      habit.hasYearTotals &&
      previous?.clean &&
      fiscalYearOf(previous.clean.received) !== fiscalYearOf(clean.received)
    ) {
      lines.push({ cells: { 受付番号: '年度合計', 備考: '件数は集計シートを参照' }, clean: null, outcome: 'clean' });
    }
    const cells = typeCase(of, clean, habit);
    const above = lines.at(-1);
    let outcome: Outcome | 'clean' = 'clean';
    if (index > 0 && random.chance(0.032)) {
      outcome = mess({
        cells,
        clean,
        above: above?.outcome === 'clean' && above.clean !== null ? above.cells : null,
        random,
      });
      if (outcome === 'row') refused.add(clean);
      if (outcome === 'closing') stillOpen.add(clean);
    } else if (random.chance(0.0012) && above?.clean && !refused.has(above.clean)) {
      // The number of the row above again: neither of the two counts.
      cells.受付番号 = above.cells.受付番号 ?? null;
      refused.add(clean).add(above.clean);
      outcome = 'row';
    }
    lines.push({ cells, clean, outcome });
    if (outcome === 'clean' && random.chance(0.0008)) {
      // The same row pasted twice.
      lines.push({ cells: { ...cells }, clean: null, outcome: 'row' });
      refused.add(clean);
    }
  }
  const preprinted = habit.hasPreprintedRows
    ? Array.from(
        { length: 15 },
        (_, index): Line => ({
          cells: { 受付番号: `R8-9${String(index + 1).padStart(3, '0')}` },
          clean: null,
          outcome: 'clean',
        }),
      )
    : [];
  return { tab: layOut([...lines, ...preprinted], habit), refused, stillOpen };
}

function typeCase(of: OfficeOfMunicipality, clean: CleanCase, habit: TypingHabit): TypedCells {
  const nameOrNull = (code: string | undefined | null) => (code === undefined || code === null ? null : nameOf(code));
  return {
    受付番号: clean.number,
    受付日: typeDay(clean.received, habit.dateStyle),
    受付窓口: '窓口',
    圏域: typeArea(of, clean.area, habit),
    経路: nameOf(clean.pathway),
    対象1: nameOf(clean.targets[0] ?? 'T99'),
    対象2: nameOrNull(clean.targets[1]),
    対象3: nameOrNull(clean.targets[2]),
    課題1: nameOrNull(clean.issues[0]),
    課題2: nameOrNull(clean.issues[1]),
    課題3: nameOrNull(clean.issues[2]),
    年代: nameOf(clean.ageBand),
    性別: nameOf(clean.sex),
    複合課題: null,
    対応: nameOf(clean.response),
    つなぎ先1: nameOrNull(clean.handovers[0]),
    つなぎ先2: nameOrNull(clean.handovers[1]),
    終結日: clean.closed === null ? null : typeDay(clean.closed, habit.dateStyle),
    終結理由: nameOrNull(clean.closingReason),
    備考: null,
  };
}

/** An area's code or name, as the office is used to; 不明 where only the municipality is known. */
export function typeArea(of: OfficeOfMunicipality, code: string | null, habit: Pick<TypingHabit, 'areaBy'>): string {
  const { municipality } = of;
  if (code === null) return municipality.areas.length === 0 ? municipality.name : '不明';
  const area = municipality.areas.find((one) => one.code === code);
  return habit.areaBy === 'name' && area !== undefined ? area.name : code;
}

function layOut(lines: readonly Line[], habit: TypingHabit): SampleTab {
  const order = habit.reversesColumns
    ? [...headers.slice(0, 2), ...headers.slice(2, -1).toReversed(), '備考']
    : headers;
  const top: SampleCell[][] = habit.hasExplanatoryRow ? [['1行に1件。名前・住所・電話番号は書かないでください。']] : [];
  top.push(order.map((header) => (header === '経路' ? habit.pathwayHeader : header)));
  const rows = lines.map(({ cells }) => order.map((header) => cells[header] ?? null));
  const merges = habit.mergesAreas ? mergeAreas(lines, rows, { column: order.indexOf('圏域'), above: top.length }) : [];
  return { name: '相談受付', rows: [...top, ...rows], merges };
}

/** Merges 圏域 over two or three rows of the same area here and there: the value counts for each of them. */
function mergeAreas(
  lines: readonly Line[],
  rows: SampleCell[][],
  at: { readonly column: number; readonly above: number },
): SampleMerge[] {
  const merges: SampleMerge[] = [];
  for (let index = 0; index + 1 < lines.length; index += 1) {
    const first = lines[index];
    if (first?.clean == null || first.outcome !== 'clean' || index % 40 !== 7) continue;
    let end = index + 1;
    while (end < index + 3 && lines[end]?.outcome === 'clean' && lines[end]?.clean?.area === first.clean.area) end += 1;
    // A mark 〃 in the next row would repeat the merged value: it stays right.
    if (end - index < 2) continue;
    for (let row = index + 1; row < end; row += 1) {
      const cells = rows[row];
      if (cells !== undefined) cells[at.column] = null;
    }
    merges.push({ top: index + at.above, bottom: end + at.above, left: at.column, right: at.column + 1 });
    index = end;
  }
  return merges;
}
