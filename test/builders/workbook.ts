/** Workbooks for tests: valid by default, change one thing. Everything in them is invented (架空のデータ). */
import { type Cell, type Column, tables } from '#sheets-schema';
import type { TableName } from '../../functions/ingest/tables/find-tables.ts';
import type { Merge, SheetGrid } from '../../functions/world.ts';

/** Cells by the English name of their column. */
export type TypedRow = Readonly<Record<string, Cell>>;

/** A profile of the office 架空社協 in 氷見市; `{ fiscalYear: 'R6' }` changes one item. */
export function aProfile(changes: TypedRow = {}): TypedRow {
  return {
    municipalityCode: '162051',
    prefectureName: '富山県',
    municipalityName: '氷見市',
    officeName: '架空社協',
    templateVersion: '1',
    dataKind: '架空',
    ...changes,
  };
}

/** The municipality, and two districts below it. */
export const someAreas: readonly TypedRow[] = [
  { code: 'Z', name: '氷見市全域', kind: '市町村全域' },
  { code: 'E01', name: '東山地区', kind: '地区', parents: 'Z' },
  { code: 'E02', name: '西川地区', kind: '地区', parents: 'Z' },
];

let caseNumber = 0;

/** A case of 2024-05-10 with a number of its own. */
export function aCase(changes: TypedRow = {}): TypedRow {
  caseNumber += 1;
  return {
    receiptNumber: `R6-${String(caseNumber).padStart(4, '0')}`,
    receivedOn: '2024/5/10',
    area: '東山地区',
    pathway: '本人',
    targets1: '高齢者',
    ...changes,
  };
}

/** A visit on 2024-05-20. */
export function anAction(changes: TypedRow = {}): TypedRow {
  return { actedOn: '2024/5/20', receiptNumber: 'R6-0001', method: '訪問', ...changes };
}

/** A support meeting on 2024-05-15. */
export function aMeeting(changes: TypedRow = {}): TypedRow {
  return { heldOn: '2024/5/15', kind: '支援会議', ...changes };
}

/** A salon on 2024-05-15. */
export function anActivity(changes: TypedRow = {}): TypedRow {
  return { heldOn: '2024/5/15', kind: 'サロン・居場所', ...changes };
}

/** 12 new consultations in FY2023. */
export function aTotal(changes: TypedRow = {}): TypedRow {
  return { fiscalYear: '令和5年度', indicator: '新規相談件数', value: 12, ...changes };
}

/** At least 50 new consultations in FY2024. */
export function aGoal(changes: TypedRow = {}): TypedRow {
  return { fiscalYear: '令和6年度', measure: '新規相談件数', goalValue: 50, direction: '以上', ...changes };
}

/** Tabs by their English names; the profile is one record, `areas` may be left out, the others are not there unless given. */
export interface TypedWorkbook {
  readonly profile?: TypedRow;
  readonly areas?: readonly TypedRow[] | null;
  readonly cases?: readonly TypedRow[];
  readonly actions?: readonly TypedRow[];
  readonly meetings?: readonly TypedRow[];
  readonly activities?: readonly TypedRow[];
  readonly totals?: readonly TypedRow[];
  readonly goals?: readonly TypedRow[];
  readonly aliases?: readonly TypedRow[];
}

/** The grids of a workbook; without anything given it is valid and has no rows. */
export function aWorkbook(typed: TypedWorkbook = {}): readonly SheetGrid[] {
  const { profile = aProfile(), areas = someAreas, ...others } = typed;
  const grids = [profileGrid(profile)];
  if (areas !== null) grids.push(aGrid('areas', areas));
  for (const [name, rows] of Object.entries(others)) grids.push(aGrid(name as TableName, rows));
  return grids;
}

/** 基本情報 as its two columns. */
export function profileGrid(profile: TypedRow): SheetGrid {
  const columns: Readonly<Record<string, Column>> = tables.profile.columns;
  const items = Object.entries(profile).map(([name, cell]) => [columns[name]?.header ?? name, cell]);
  return { tab: '基本情報', id: '0', rows: [['項目', '値'], ...items], merges: [] };
}

/** One tab with the standard headers in row 1, so that the first given row stands in row 2. */
export function aGrid(
  name: TableName,
  rows: readonly TypedRow[],
  { merges = [], tab }: { readonly merges?: readonly Merge[]; readonly tab?: string } = {},
): SheetGrid {
  const columns = Object.entries<Column>(tables[name].columns);
  return {
    tab: tab ?? tables[name].tab,
    id: name,
    rows: [
      columns.map(([, column]) => column.header),
      ...rows.map((row) => columns.map(([columnName]) => row[columnName] ?? null)),
    ],
    merges,
  };
}

/** 0-based index of a column in `aGrid`. */
export function columnIndex(name: TableName, columnName: string): number {
  return Object.keys(tables[name].columns).indexOf(columnName);
}
