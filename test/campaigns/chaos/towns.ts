/** The workbooks of the campaign, and what people do in them. Everything is invented (架空のデータ). */
import type { Day } from '../../../functions/domain/codes.ts';
import type { RegisteredProtection } from '../../../functions/domain/registration.ts';
import type { SheetGrid } from '../../../functions/world.ts';
import { aCase, anAction, aProfile, aWorkbook, columnIndex } from '../../builders/workbook.ts';

const offices = {
  a: { municipalityCode: '162051', municipalityName: '氷見市', officeName: '架空社協' },
  b: { municipalityCode: '162051', municipalityName: '氷見市', officeName: '架空支援センター' },
  c: { municipalityCode: '163210', municipalityName: '舟橋村', officeName: '架空社協' },
} as const;
export type WorkbookName = keyof typeof offices;
const workbookNames = Object.keys(offices) as readonly WorkbookName[];

/** Municipalities as a registry would say them. */
export const registered: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(offices).map(([name, { municipalityCode }]) => [name, municipalityCode]),
);

function workbookOf(name: WorkbookName, next: () => number): readonly SheetGrid[] {
  const { municipalityName } = offices[name];
  const areas = [
    { code: 'Z', name: `${municipalityName}全域`, kind: '市町村全域' },
    { code: 'E01', name: '東山地区', kind: '地区', parents: 'Z' },
    ...(name === 'b' ? [{ code: 'E02', name: '西川地区', kind: '地区', parents: 'Z' }] : []),
  ];
  const cases = Array.from({ length: 1 + Math.floor(next() * 3) }, (_, index) =>
    aCase({ receiptNumber: `R6-${index + 1}`, area: next() < 0.15 ? '架空谷' : '東山地区' }),
  );
  return aWorkbook({ profile: aProfile(offices[name]), areas, cases, actions: [anAction({ receiptNumber: 'R6-1' })] });
}

export function createTowns(next: () => number): Readonly<Record<string, readonly SheetGrid[]>> {
  // Two municipalities in every third run; more would cost time and show nothing else.
  const names = workbookNames.filter((name) => name !== 'c' || next() < 0.33);
  return Object.fromEntries(names.map((name) => [name, workbookOf(name, next)]));
}

const areaColumn = columnIndex('cases', 'area');
const dayColumn = columnIndex('cases', 'receivedOn');

/** One thing that somebody does: a new row, a mistake, or a mistake mended. Never so much that it looks like an accident. */
export function editOf(next: () => number, number: number): (grids: readonly SheetGrid[]) => readonly SheetGrid[] {
  const what = Math.floor(next() * 5);
  return (grids) =>
    grids.map((grid) => {
      if (grid.id !== 'cases') return grid;
      const at = 1 + Math.floor(next() * Math.max(1, grid.rows.length - 1));
      const change = (column: number, cell: string) =>
        grid.rows.map((row, index) => (index === at ? row.with(column, cell) : row));
      const rows = [
        () => [...grid.rows, newRow(number)],
        () => [...grid.rows, newRow(number)],
        () => change(areaColumn, '架空谷'),
        () => change(areaColumn, '東山地区'),
        () => change(dayColumn, next() < 0.5 ? '2024/6/31' : '2024/6/3'),
      ][what]?.();
      return { ...grid, rows: rows ?? grid.rows };
    });
}

function newRow(number: number): SheetGrid['rows'][number] {
  const [, row] =
    aWorkbook({ cases: [aCase({ receiptNumber: `R6-1${number}` })] }).find(({ id }) => id === 'cases')?.rows ?? [];
  return row ?? [];
}

/**
 * 秘匿 of most runs: nothing is hidden, since to find out what must be hidden takes most of the time of a run. `isProtected`: as usual.
 */
export function protectionsOf(isProtected: boolean): readonly RegisteredProtection[] {
  const rule = {
    row: 2,
    threshold: 1,
    zeros: 'shown',
    roundedTo: 1,
    from: '2000-01-01' as Day,
    until: null,
    prefecture: null,
  } as const;
  return isProtected
    ? []
    : [
        { ...rule, audience: 'prefecture' },
        { ...rule, audience: 'public' },
      ];
}

/** As it is without us: no tab of ours, no marks. */
export function withoutAnswers(grids: readonly SheetGrid[]): readonly SheetGrid[] {
  return grids.flatMap(({ surface: _, ...grid }) => (grid.tab === 'チェック結果' ? [] : [grid]));
}
