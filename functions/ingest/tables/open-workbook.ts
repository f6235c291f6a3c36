/**
 * The first half of reading a workbook, before its neighbours are known: which tabs and columns are there, who reports, and which
 * areas it states. The second half, check-workbook.ts, needs the tree that all workbooks of the municipality make together.
 */
import {
  tables as definitions,
  type Finding,
  fold,
  isBlankCell,
  readCell,
  type Table,
  type tables,
} from '#sheets-schema';
import type { SheetGrid } from '../../world.ts';
import { type CheckedProfile, checkProfile } from '../checks/check-profile.ts';
import type { HoldReason } from '../hold-reason.ts';
import type { Understands } from './assign-columns.ts';
import { type FoundTable, findColumns, findTabs, type TableName, tableNames } from './find-tables.ts';
import { noOwnNames, noOwnWords, type OwnNames, readOwnNames } from './own-words.ts';
import { readAreas, type StatedAreas } from './read-areas.ts';
import { readItems } from './read-items.ts';
import { readRows, type TableRows } from './read-rows.ts';
import { fieldsOf } from './stored-ids.ts';

/** A workbook whose office is known. */
export interface OpenedWorkbook {
  /** Names of the tabs that are ours, in the order of the definition, in which a person works through them. */
  readonly tabNames: readonly string[];
  readonly tables: ReadonlyMap<TableName, FoundTable>;
  readonly aliases: TableRows<typeof tables.aliases> | null;
  readonly profile: CheckedProfile;
  /** `null` without a tab 圏域. */
  readonly areas: StatedAreas | null;
  readonly findings: readonly Finding[];
}

export type Opened =
  | { readonly outcome: 'opened'; readonly workbook: OpenedWorkbook }
  | {
      readonly outcome: 'held';
      readonly reason: HoldReason;
      readonly findings: readonly Finding[];
      /** セルの印, as far as 基本情報 could be read; else yes. */
      readonly cellMarks: boolean;
    };

/** Tabs whose rows are figures or areas: where one has lost a required column, everything in it would silently vanish. */
const mustBeWhole: readonly TableName[] = ['areas', 'cases', 'actions', 'meetings', 'activities', 'totals'];

/** Opens a workbook. Pure, and never throws, whatever the cells hold. */
export function openWorkbook(grids: readonly SheetGrid[]): Opened {
  const findings: Finding[] = [];
  const plain = findTabs({ grids, definitions });
  const aliasGrid = plain.tabs.get('aliases');
  const aliases = aliasGrid === undefined ? null : readAliases(aliasGrid, findings);
  const names: OwnNames = aliases === null ? noOwnNames : readOwnNames(aliases);
  findings.push(...names.findings);

  const { tabs, findings: tabFindings } = findTabs({ grids, definitions, ownTabs: names.tabs });
  findings.push(...tabFindings);
  const profileGrid = tabs.get('profile');
  if (profileGrid === undefined) {
    return {
      outcome: 'held',
      reason: { code: 'workbook/no-required-tabs', facts: { tabs: definitions.profile.tab } },
      findings,
      cellMarks: true,
    };
  }
  const items = readItems(
    definitions.profile,
    profileGrid,
    names.headers.get('profile') ?? new Map(),
    fieldsOf(profileGrid, 'profile', definitions.profile),
  );
  const outcome = checkProfile(items);
  findings.push(...outcome.findings);

  const found = new Map<TableName, FoundTable>();
  const understands = createUnderstanding(aliases, tabs.get('areas'));
  for (const [name, grid] of tabs) {
    const table: Table = definitions[name];
    if (table.layout !== 'rows' || table.filledInBy === 'system' || name === 'aliases') continue;
    const ownHeaders = names.headers.get(name) ?? new Map<string, string>();
    const columns = findColumns({ name, table, grid, ownHeaders, understands });
    findings.push(...columns.findings);
    if (columns.found !== null) found.set(name, columns.found);
  }
  if (outcome.outcome === 'held') {
    return { outcome: 'held', reason: outcome.reason, findings, cellMarks: outcome.cellMarks };
  }
  for (const name of mustBeWhole) {
    const table = found.get(name);
    if (table === undefined || table.missing.length === 0 || !hasRows(table)) continue;
    const facts = { tab: table.grid.tab, headers: table.missing.join('、') };
    const { cellMarks } = outcome.profile;
    return { outcome: 'held', reason: { code: 'workbook/no-required-columns', facts }, findings, cellMarks };
  }
  const areaTable = found.get('areas');
  const areaRows =
    areaTable === undefined ? null : readRows<typeof tables.areas>(areaTable, (column) => noOwnWords('areas', column));
  const areas = areaRows === null ? null : readAreas(areaRows);
  findings.push(...(areaRows?.findings ?? []), ...(areas?.findings ?? []));
  return {
    outcome: 'opened',
    workbook: {
      tabNames: tableNames.flatMap((name) => tabs.get(name)?.tab ?? []),
      tables: found,
      aliases,
      profile: outcome.profile,
      areas,
      findings,
    },
  };
}

function readAliases(grid: SheetGrid, findings: Finding[]): TableRows<typeof tables.aliases> | null {
  const { found, findings: columnFindings } = findColumns({ name: 'aliases', table: definitions.aliases, grid });
  findings.push(...columnFindings);
  if (found === null) return null;
  const rows = readRows<typeof tables.aliases>(found, (column) => noOwnWords('aliases', column));
  findings.push(...rows.findings);
  return rows;
}

/**
 * What a cell of a renamed column must be to be taken for ours: readable by itself, an own word of 読替, and of 圏域 a word that
 * stands in the tab 圏域, since any word at all could be the name of an area.
 */
function createUnderstanding(
  aliases: TableRows<typeof tables.aliases> | null,
  areas: SheetGrid | undefined,
): Understands {
  const ownWords = new Set(
    (aliases?.accepted ?? []).flatMap(({ values }) => (values.kind === 'word' ? [fold(values.ownWord)] : [])),
  );
  const areaWords = new Set(
    (areas?.rows ?? []).flatMap((row) => row.flatMap((cell) => (isBlankCell(cell) ? [] : [fold(String(cell))]))),
  );
  return (column, cell) => {
    if (ownWords.has(fold(String(cell)))) return true;
    const { outcome } = readCell(column, cell, { ownWords: new Map() });
    if (column.kind === 'area' && outcome === 'value' && areaWords.size > 0) return areaWords.has(fold(String(cell)));
    return outcome === 'value' || outcome === 'unknown';
  };
}

/** Whether anything stands below the header row. */
function hasRows({ grid, headerIndex, columns }: FoundTable): boolean {
  const indexes = columns.map((column) => column.index);
  return grid.rows.some(
    (row, index) =>
      index > headerIndex - (columns.length === 0 ? 1 : 0) &&
      (columns.length === 0
        ? row.some((cell) => cell !== null)
        : indexes.some((column) => (row[column] ?? null) !== null)),
  );
}
