/** The order in which a person works through findings, and where in the workbook each of them leads. */
import type { Finding } from '#sheets-schema';
import type { SheetGrid } from '../../world.ts';
import { columnIndexOf } from '../findings/create-finding.ts';

/** A cell, 0-based. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** The position of an A1 address; `null` where it is none. */
export function positionOf(address: string | null): CellPosition | null {
  const match = /^([A-Z]{1,3})([1-9][0-9]{0,7})$/.exec(address ?? '');
  if (match === null) return null;
  return { row: Number(match[2]) - 1, column: columnIndexOf(match[1] ?? '') };
}

/** What can hold a workbook: headers that are gone, and who reports. */
const holds = /^(?:header\/(?:missing|none)|municipality\/.*)$/;

/**
 * What holds the workbook first, then errors, then notices; within them the whole workbook, then tab by tab as they stand in it, row by
 * row, column by column. What is merely asked about a whole tab comes last in it.
 */
export function sortForWork(
  findings: readonly Finding[],
  grids: readonly SheetGrid[],
  { isHeld }: { readonly isHeld: boolean },
): readonly Finding[] {
  const tabs = new Map(grids.map(({ tab }, index) => [tab, index]));
  return findings
    .map((finding) => ({
      finding,
      ranks: [
        isHeld && holds.test(finding.code) ? 0 : finding.severity === 'error' ? 1 : 2,
        finding.tab === null ? -1 : (tabs.get(finding.tab) ?? grids.length),
        finding.row ?? (finding.severity === 'error' ? 0 : Number.MAX_SAFE_INTEGER),
        positionOf(finding.cell)?.column ?? -1,
      ],
    }))
    .toSorted((a, b) => {
      for (const [index, rank] of a.ranks.entries()) {
        const other = b.ranks[index] ?? 0;
        if (rank !== other) return rank - other;
      }
      return compareText(a.finding.code, b.finding.code) || compareText(words(a.finding), words(b.finding));
    })
    .map(({ finding }) => finding);
}

function words({ tab, header, typed, suggestion, facts }: Finding): string {
  return JSON.stringify([tab, header, typed, suggestion, facts]);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
