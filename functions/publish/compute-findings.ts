/** チェック結果 of a municipality's workbooks with their sentences, for the office's own audience. */
import type { Finding } from '../../sheets-schema/finding.ts';
import { type FindingMessage, findingMessages } from '../../sheets-schema/vocabulary/messages.ts';
import { addressOfTab } from '../domain/workbook-address.ts';
import type { WorkbookState } from '../ingest/ingested.ts';
import type { Municipality } from './municipality.ts';
import { type FindingsObject, type FindingView, releaseFormat } from './release.ts';

/** The sentence of a finding. */
export type DescribeFinding = (finding: Finding, language: 'ja' | 'en') => string;

const messages: Readonly<Record<string, FindingMessage | undefined>> = findingMessages;

/** Findings by workbook in registered order; of a held workbook those about its new contents stand first. */
export function computeFindings(municipality: Municipality, describe: DescribeFinding): FindingsObject {
  return {
    format: releaseFormat,
    kind: 'findings',
    municipality: municipality.name.code,
    workbooks: municipality.workbooks.map(({ ingested, state }) => {
      const findings = [...state.holdFindings, ...ingested.findings];
      const rows = Object.values(ingested.rowCounts).flatMap((months) => Object.values(months));
      return {
        workbook: ingested.workbook,
        fileName: state.name,
        address: state.address ?? null,
        tabs: addressesOf(state, findings),
        office: ingested.office.name,
        rowsRead: rows.reduce((sum, { read }) => sum + read, 0),
        rowsAccepted: rows.reduce((sum, { accepted }) => sum + accepted, 0),
        kinds: kindsOf(findings),
        findings: findings.map(
          (finding): FindingView => ({
            code: finding.code,
            severity: finding.severity,
            tab: finding.tab,
            cell: finding.cell,
            row: finding.row,
            header: finding.header,
            typed: finding.typed,
            suggestion: finding.suggestion,
            otherRows: finding.otherRows,
            ja: describe(finding, 'ja'),
            en: describe(finding, 'en'),
          }),
        ),
      };
    }),
  };
}

/** Where each tab with a finding is opened. */
function addressesOf(state: WorkbookState, findings: readonly Finding[]): Record<string, string> {
  const tabs = new Set(findings.flatMap(({ tab }) => tab ?? []));
  return Object.fromEntries(
    [...tabs].flatMap((tab) => {
      const address = addressOfTab(state.address, state.tabIds?.[tab]);
      return address === null ? [] : [[tab, address] as const];
    }),
  );
}

type Kinds = FindingsObject['workbooks'][number]['kinds'];

/** Findings counted by kind, errors before notices of the same number. A finding that stands for many rows counts for each. */
function kindsOf(findings: readonly Finding[]): Kinds {
  const kinds = new Map<string, { code: string; severity: 'error' | 'notice'; count: number }>();
  for (const { code, severity, otherRows } of findings) {
    const key = `${severity} ${code}`;
    const known = kinds.get(key);
    kinds.set(key, { code, severity, count: (known?.count ?? 0) + 1 + otherRows.length });
  }
  return [...kinds.values()]
    .toSorted(
      (one, other) =>
        other.count - one.count ||
        (one.severity === other.severity ? 0 : one.severity === 'error' ? -1 : 1) ||
        (one.code < other.code ? -1 : 1),
    )
    .map((kind) => ({
      ...kind,
      title: messages[kind.code]?.title ?? { ja: kind.code, en: kind.code },
      mend: messages[kind.code]?.mend ?? { ja: '', en: '' },
    }));
}
