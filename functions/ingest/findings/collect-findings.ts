/** Collects findings within bounds, and puts them in the order in which a person works through a workbook. */
import type { Finding } from '#sheets-schema';
import { columnIndexOf } from './create-finding.ts';

/**
 * Of one kind in one column, so many are kept whole. What comes after is not dropped: its row numbers stand in
 * `otherRows` of the last one, so that a column pasted wrongly in 200,000 rows costs little and is still counted fully.
 */
export const mostOfOneKind = 200;

export interface FindingList {
  add(finding: Finding): void;
  addAll(findings: readonly Finding[]): void;
  /** All that was added, in the order of first appearance. */
  list(): readonly Finding[];
}

/** A list to collect findings in while rows are read. */
export function createFindingList(): FindingList {
  const kept: Finding[] = [];
  const kinds = new Map<string, { count: number; last: number; readonly rows: number[] }>();
  const add = (finding: Finding) => {
    const key = `${finding.code}|${finding.tab ?? ''}|${finding.header ?? ''}`;
    const kind = kinds.get(key) ?? { count: 0, last: -1, rows: [] };
    kinds.set(key, kind);
    if (kind.count < mostOfOneKind || finding.row === null) {
      kind.count += 1;
      kind.last = kept.length;
      kept.push(finding);
      return;
    }
    kind.rows.push(finding.row);
    for (const row of finding.otherRows) kind.rows.push(row);
  };
  return {
    add,
    addAll(findings) {
      for (const finding of findings) add(finding);
    },
    list() {
      const overflow = new Map<number, readonly number[]>();
      for (const { last, rows } of kinds.values()) if (rows.length > 0) overflow.set(last, rows);
      return kept.map((finding, position) => {
        const rows = overflow.get(position);
        if (rows === undefined) return finding;
        const otherRows = [...new Set([...finding.otherRows, ...rows])].toSorted((a, b) => a - b);
        return { ...finding, otherRows };
      });
    },
  };
}

/** Whole workbook first, then tab by tab, row by row, column by column; what is merely asked about a whole tab comes last in it. */
export function sortFindings(findings: readonly Finding[], tabs: readonly string[]): readonly Finding[] {
  const position = new Map(tabs.map((tab, index) => [tab, index]));
  const keys = new Map(
    findings.map((finding) => [
      finding,
      [
        finding.tab === null ? -1 : (position.get(finding.tab) ?? tabs.length),
        finding.row ?? (finding.severity === 'error' ? 0 : Number.MAX_SAFE_INTEGER),
        finding.cell === null ? -1 : columnIndexOf(finding.cell.replace(/[0-9]+$/, '')),
      ] as const,
    ]),
  );
  return findings.toSorted((a, b) => {
    const [tabA, rowA, columnA] = keys.get(a) ?? [0, 0, 0];
    const [tabB, rowB, columnB] = keys.get(b) ?? [0, 0, 0];
    return tabA - tabB || rowA - rowB || columnA - columnB || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
  });
}
