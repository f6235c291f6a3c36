/**
 * Releases that an earlier version published lack parts that today's pages read. What can be told from the rest is; the rest is
 * unknown, and the pages say nothing of it.
 */
import type { FlowPeriod, SupportPeriod } from '#functions/publish/detail.ts';
import type { FindingsObject, OfficeIndex, OfficeReport, Session } from '#functions/publish/release.ts';
import { monthsOf } from './periods/periods.ts';

/** Months of offices by their marks, as the reporting rate was counted before it was counted by tab. */
function countMarks({ months, quarters, years, offices }: OfficeIndex): OfficeIndex['reports'] {
  const count = (period: string) => {
    const wanted = new Set(monthsOf(period));
    const states = offices.flatMap((office) =>
      office.months.filter((state, place) => state !== 'not-due' && wanted.has(months[place] ?? '')),
    );
    return { due: states.length, reported: states.filter((state) => state !== 'unreported').length };
  };
  return Object.fromEntries(
    [...months, ...quarters, ...years]
      .map((period) => [period, count(period)] as const)
      .filter(([, { due }]) => due > 0),
  );
}

/** The tabs that lie unreported, by month. */
function missingTabs(months: readonly string[], sources: OfficeReport['sources']): OfficeReport['missing'] {
  return Object.fromEntries(
    months.flatMap((month, place) => {
      const tabs = Object.keys(sources).filter((source) => sources[source]?.[place] === 'unreported');
      return tabs.length === 0 ? [] : [[month, tabs] as const];
    }),
  );
}

/** The index with every part that today's pages read. */
export function completeIndex(index: OfficeIndex): OfficeIndex {
  const { details, signals, reports }: Partial<OfficeIndex> = index;
  return {
    ...index,
    offices: index.offices.map((office) => {
      const { late, missing }: Partial<OfficeReport> = office;
      return { ...office, late: late ?? [], missing: missing ?? missingTabs(index.months, office.sources) };
    }),
    reports: reports ?? countMarks(index),
    details: details ?? {},
    signals: signals ?? [],
  };
}

/** The findings with the places that they lead to; of an earlier release there are none. */
export function completeFindings(findings: FindingsObject): FindingsObject {
  return {
    ...findings,
    workbooks: findings.workbooks.map((workbook) => {
      const { address, tabs }: Partial<typeof workbook> = workbook;
      return { ...workbook, address: address ?? null, tabs: tabs ?? {} };
    }),
  };
}

/** A flow of an earlier release does not count hand-overs by case: `null`. */
export function handoversOf(flow: FlowPeriod): FlowPeriod['handovers'] | null {
  const { handovers }: Partial<FlowPeriod> = flow;
  return handovers ?? null;
}

/** How much the rows of 支援記録, 会議 and 地域活動 tell; `null` in an earlier release. */
export function coverageOf(support: SupportPeriod): SupportPeriod['coverage'] | null {
  const { coverage }: Partial<SupportPeriod> = support;
  return coverage ?? null;
}

/** A session that an earlier build kept does not say what everybody may see. */
export function completeSession(session: Session): Session {
  const { publicPrefectures }: Partial<Session> = session;
  return { ...session, publicPrefectures: publicPrefectures ?? [] };
}
