/** チェック結果 on the page データの状態: the kinds of all workbooks together, and the list of findings with its filters. */
import type { FindingsObject, FindingView } from '#functions/publish/release.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { statusWords } from '#sheets-schema/vocabulary/words/status.ts';
import { formatNumber } from '../figures/format.ts';
import { say } from '../say.ts';

export interface FindingKind {
  readonly code: string;
  readonly severity: 'error' | 'notice';
  readonly count: number;
  readonly title: string;
  readonly mend: string;
}

/** The kinds over all workbooks, most frequent first. */
export function shapeFindingKinds(findings: FindingsObject, language: Language): readonly FindingKind[] {
  const kinds = new Map<string, FindingKind>();
  for (const kind of findings.workbooks.flatMap((workbook) => workbook.kinds)) {
    const key = `${kind.severity} ${kind.code}`;
    const count = (kinds.get(key)?.count ?? 0) + kind.count;
    kinds.set(key, { ...kind, count, title: kind.title[language], mend: kind.mend[language] });
  }
  return [...kinds.values()].toSorted((a, b) => b.count - a.count || a.code.localeCompare(b.code));
}

/** Which findings are listed; `null` is all of them. */
export interface FindingFilter {
  readonly workbook: string | null;
  readonly severity: 'error' | 'notice' | null;
  readonly code: string | null;
}

export interface FindingRow {
  readonly key: string;
  readonly office: string;
  readonly severity: 'error' | 'notice';
  readonly word: string;
  readonly place: string;
  /** Where the cell is opened; `null` for a file. */
  readonly address: string | null;
  /** 'C12', for people who look it up in a file; empty where there is no cell. */
  readonly cell: string;
  readonly typed: string;
  readonly sentence: string;
  /** Further rows of the same finding; empty where there are none. */
  readonly others: string;
  readonly suggestion: string;
}

/** '相談受付 C12', '相談受付 12行目', '相談受付 見出し「受付日」', 'ブック全体'. */
export function describePlace(finding: FindingView, language: Language): string {
  const { tab, cell, row, header } = finding;
  if (tab === null) return statusWords.wholeWorkbook[language];
  if (cell !== null) return say(statusWords.placeCell, language, { tab, cell });
  if (row !== null) return say(statusWords.placeRow, language, { tab, row });
  return header === null ? tab : say(statusWords.placeHeader, language, { tab, header });
}

/** The cell in its spreadsheet, else the row, else the tab, else the workbook. */
export function addressOfFinding(
  { address, tabs }: Pick<FindingsObject['workbooks'][number], 'address' | 'tabs'>,
  { tab, cell, row }: FindingView,
): string | null {
  const place = tab === null ? undefined : tabs[tab];
  if (place === undefined) return address;
  const range = cell ?? (row === null ? null : `${row}:${row}`);
  return range === null ? place : `${place}&range=${encodeURIComponent(range)}`;
}

/** 'ほか3行（15、18、22行目）'; at most five row numbers. */
function describeOthers(rows: readonly number[], language: Language): string {
  if (rows.length === 0) return '';
  const shown = rows.slice(0, 5).join(language === 'ja' ? '、' : ', ');
  const phrase = rows.length > 5 ? statusWords.otherRowsMany : statusWords.otherRows;
  return say(phrase, language, { count: formatNumber(rows.length), rows: shown });
}

/** The findings that pass the filter: errors before notices, then by workbook in registered order as they stand in it. */
export function shapeFindingRows(
  findings: FindingsObject,
  filter: FindingFilter,
  language: Language,
): readonly FindingRow[] {
  const rows = findings.workbooks
    .filter(({ workbook }) => filter.workbook === null || workbook === filter.workbook)
    .flatMap(({ workbook, office, findings: own, address, tabs }) =>
      own.map((finding, place): FindingRow & { readonly code: string } => ({
        key: `${workbook}#${place}`,
        code: finding.code,
        office,
        severity: finding.severity,
        word: statusWords[finding.severity][language],
        place: describePlace(finding, language),
        address: addressOfFinding({ address, tabs }, finding),
        cell: finding.cell ?? '',
        typed: finding.typed ?? '',
        sentence: finding[language],
        others: describeOthers(finding.otherRows, language),
        suggestion: finding.suggestion ?? '',
      })),
    )
    .filter((row) => filter.severity === null || row.severity === filter.severity)
    .filter((row) => filter.code === null || row.code === filter.code)
    .map(({ code: _, ...row }) => row);
  return [
    ...rows.filter(({ severity }) => severity === 'error'),
    ...rows.filter(({ severity }) => severity === 'notice'),
  ];
}
