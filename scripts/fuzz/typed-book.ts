/** A workbook before it is a file: tabs of cells, valid by default, from the definition of the tables. Everything is invented (架空のデータ). */
import { type Cell, type Column, indicators, isReportable, type Table, tables } from '#sheets-schema';
import type { Random } from '../sample/random.ts';

export interface TypedMerge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface TypedTab {
  name: string;
  /** English name of the table that it was made as. */
  readonly table: TableName;
  rows: Cell[][];
  merges: TypedMerge[];
  /** Row indexes that a filter hides; they count like any other. */
  hidden: number[];
}

/** What mutations change. */
export interface TypedBook {
  tabs: TypedTab[];
}

export type TableName = keyof typeof tables;

/** The day of every run of the campaign. */
export const today = '2026-07-10';

const dataTables = ['cases', 'actions', 'meetings', 'activities', 'totals', 'goals'] as const;
const areaNames = ['東山地区', '西川地区', '北部', '川端'] as const;
const indicatorNames = indicators.filter(isReportable).map(({ ja }) => ja);

/** A workbook of a few rows a tab; every choice comes from `random`. */
export function createBook(random: Random): TypedBook {
  const tabs = [profileTab(random), areaTab()];
  for (const table of dataTables) {
    if (table !== 'cases' && random.chance(0.3)) continue;
    tabs.push(rowsTab(table, random));
  }
  return { tabs };
}

function profileTab(random: Random): TypedTab {
  const columns: Readonly<Record<string, Column>> = tables.profile.columns;
  const items: Readonly<Record<string, Cell>> = {
    municipalityCode: random.pick<Cell>(['162051', 162051, '16205']),
    prefectureName: '富山県',
    municipalityName: '氷見市',
    officeName: '架空社協',
    templateVersion: '1',
    dataKind: '架空',
    ...(random.chance(0.2) ? { fiscalYear: random.pick(['令和6年度', '2025', 'R7']) } : {}),
    ...(random.chance(0.3) ? { population: random.whole(100, 50_000), inhabitantsOn: '2026/4/1' } : {}),
  };
  const rows = Object.entries(items).map(([name, cell]) => [columns[name]?.header ?? name, cell]);
  return { name: '基本情報', table: 'profile', rows: [['項目', '値'], ...rows], merges: [], hidden: [] };
}

function areaTab(): TypedTab {
  const rows: Cell[][] = [
    ['Z', '氷見市全域', '市町村全域', null],
    ['E01', '東山地区', '地区', 'Z'],
    ['E02', '西川地区', '地区', 'Z'],
    ['H1', '北部', '方部', 'Z'],
    ['K1', '川端', '町内会', 'E01、H1'],
  ];
  const headers = ['圏域コード', '圏域名', '圏域種別', '上位圏域コード'];
  return { name: tables.areas.tab, table: 'areas', rows: [headers, ...rows], merges: [], hidden: [] };
}

function rowsTab(name: (typeof dataTables)[number], random: Random): TypedTab {
  const table: Table = tables[name];
  const columns = Object.values(table.columns);
  const count = random.whole(1, 8);
  const rows = Array.from({ length: count }, (_, index) =>
    columns.map((column) => (column.required || random.chance(0.4) ? typedCell(column, index, random) : null)),
  );
  const title: Cell[][] = random.chance(0.1) ? [['架空のデータ'], []] : [];
  return { name: table.tab, table: name, rows: [...title, columns.map(headerOf), ...rows], merges: [], hidden: [] };
}

const headerOf = ({ header }: Column): Cell => header;

/** Something that an office would type there. */
export function typedCell(column: Column, index: number, random: Random): Cell {
  switch (column.kind) {
    case 'reference':
      return `R6-${String(index + 1).padStart(4, '0')}`;
    case 'date':
      return typedDay(random);
    case 'area':
      return random.pick(areaNames);
    case 'areas':
      return 'Z';
    case 'choice':
      return wordOf(column.list.codes, random);
    case 'choices':
      return random.chance(0.2)
        ? `${wordOf(column.list.codes, random)}、${wordOf(column.list.codes, random)}`
        : wordOf(column.list.codes, random);
    case 'option':
      return column.options[random.whole(0, column.options.length - 1)]?.words[0] ?? null;
    case 'count':
      return random.pick<Cell>([0, random.whole(0, 60), `${random.whole(0, 999)}件`, `${random.whole(1, 9)},000`]);
    case 'number':
      return random.pick<Cell>([random.whole(0, 900), 57.6, '80%']);
    case 'rate':
      return '12.3‰';
    case 'fiscalYear':
      return random.pick<Cell>(['令和6年度', '2025', 2024, 'R7']);
    case 'month':
      return random.pick<Cell>([random.whole(1, 12), `${random.whole(1, 12)}月`]);
    case 'flag':
      return random.pick<Cell>(['有', '無', true, false, '○']);
    case 'municipality':
      return '162051';
    case 'indicator':
      return indicatorNames[random.whole(0, indicatorNames.length - 1)] ?? null;
    case 'text':
      return '架空の記入';
    default:
      return column satisfies never;
  }
}

function wordOf(codes: readonly { readonly ja: string }[], random: Random): string {
  return codes[random.whole(0, codes.length - 1)]?.ja ?? '';
}

function typedDay(random: Random): Cell {
  const [year, month, day] = [random.whole(2022, 2026), random.whole(1, 6), random.whole(1, 28)];
  return random.pick<Cell>([
    `${year}/${month}/${day}`,
    `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
    `令和${year - 2018}年${month}月${day}日`,
    `R${year - 2018}.${month}.${day}`,
    { serial: Date.UTC(year, month - 1, day) / 86_400_000 + 25_569 },
  ]);
}
