/** One more row of 登録: where it goes, and what would be wrong with it. Pure; writing it is for the adapters. */
import { type Cell, completeMunicipalityCode, type Finding, type Table } from '#sheets-schema';
import { registryTables } from '#sheets-schema/registry/registry.ts';
import { prefectures } from '#sheets-schema/vocabulary/prefectures.ts';
import type { RegisteredWorkbook, RegistryTrouble } from '../domain/registration.ts';
import { findColumns, findTabs } from '../ingest/tables/find-tables.ts';
import type { SheetGrid } from '../world.ts';
import { readRegistry } from './registry.ts';

/** What a person wants to register, as typed. */
export interface Addition {
  readonly municipality: string;
  /** Where a code of five digits could be two; `null` where it cannot. */
  readonly prefectureName: string | null;
  readonly officeName: string;
  readonly workbook: string;
  readonly contact: string | null;
  readonly note: string | null;
}

export type PlannedAddition =
  | {
      readonly outcome: 'planned';
      readonly grid: SheetGrid;
      /** 0-based. */
      readonly rowIndex: number;
      /** From the first column of the tab on; blank where nothing is to be written. */
      readonly cells: readonly string[];
      readonly workbook: RegisteredWorkbook;
      /** What is to be asked about it, though it may be added (the office has another workbook). */
      readonly notices: readonly Finding[];
    }
  | { readonly outcome: 'refused'; readonly findings: readonly Finding[] }
  /** The registry itself has to be mended first. */
  | { readonly outcome: 'trouble'; readonly trouble: RegistryTrouble };

export function planAddition(
  grids: readonly SheetGrid[],
  addition: Addition,
  options: { readonly takesFiles: boolean },
): PlannedAddition {
  const trouble = readRegistry(grids, options).troubles.registrations;
  const grid = findTabs({ grids, definitions: registryTables }).tabs.get('registrations');
  const table: Table = registryTables.registrations;
  const found = grid === undefined ? null : findColumns({ name: 'registrations', table, grid }).found;
  if (trouble !== null || grid === undefined || found === null) {
    return { outcome: 'trouble', trouble: trouble ?? { code: 'registry/no-tab', facts: { tab: table.tab } } };
  }
  const values: Readonly<Record<string, string | null>> = { ...addition, ...completeCode(addition) };
  const cells: string[] = [];
  for (const { name, index } of found.columns) {
    while (cells.length <= index) cells.push('');
    cells[index] = values[name] ?? '';
  }
  const rowIndex = grid.rows.length;
  const row = rowIndex + 1;
  const longer: SheetGrid = { ...grid, rows: [...grid.rows, cells.map((cell): Cell => (cell === '' ? null : cell))] };
  const read = readRegistry(
    grids.map((one) => (one === grid ? longer : one)),
    options,
  );
  const about = read.findings.filter(
    (finding) => finding.tab === grid.tab && (finding.row === row || finding.otherRows.includes(row)),
  );
  const added = read.workbooks.find((workbook) => workbook.row === row);
  if (added === undefined) return { outcome: 'refused', findings: about.filter((finding) => finding.row === row) };
  return { outcome: 'planned', grid, rowIndex, cells, workbook: added, notices: about };
}

/**
 * Six digits, with their prefecture: a program that takes the first 0 of a code away leaves it readable so. As typed where the code
 * cannot be told, which reading then refuses in words.
 */
function completeCode({ municipality, prefectureName }: Addition): Pick<Addition, 'municipality' | 'prefectureName'> {
  const code = completeMunicipalityCode({ typed: municipality, prefectureName });
  if (code.outcome !== 'value') return { municipality, prefectureName };
  const prefecture = prefectures.find((one) => code.value.startsWith(one.code));
  return { municipality: code.value, prefectureName: prefectureName ?? prefecture?.ja ?? null };
}
