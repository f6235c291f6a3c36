/**
 * 集計報告: which totals can be used at all. A total says 'all' where 圏域, 経路, 対象 or 月 is blank; so one of these that cannot
 * be read refuses the row, since it would otherwise pass for the total of everything.
 * Whether breakdowns add up is in compare-totals.ts, whether rows win in drop-counted-totals.ts.
 */
import { isReportable, type tables, unknown } from '#sheets-schema';
import { type Dimension, indicators } from '#sheets-schema/vocabulary/indicators.ts';
import { firstDayOf, lastDayOf, monthNumbered, monthOf } from '../../domain/calendar.ts';
import type { Day, Month } from '../../domain/codes.ts';
import { describeAreaTrouble } from '../findings/area-finding.ts';
import { createFindingList } from '../findings/collect-findings.ts';
import { createFinding, type FindingParts } from '../findings/create-finding.ts';
import { placeIn } from '../findings/place.ts';
import { typedIn } from '../findings/typed-in.ts';
import { type AcceptedRow, isUnreadable, type TableRows } from '../tables/read-rows.ts';
import type { CheckedTotal } from '../workbook-rows.ts';
import type { CheckedRows } from './check-actions.ts';
import type { CheckContext, Tally } from './check-cases.ts';
import { daysOfFiscalYear } from './check-days.ts';

type TotalRow = AcceptedRow<typeof tables.totals>;

/** The month of a fiscal year: 4 in 2018 is 2018-04, 3 in 2018 is 2019-03. */
export function monthOfFiscalYear(fiscalYear: number, month: number): Month {
  return monthNumbered((month >= 4 ? fiscalYear : fiscalYear + 1) * 12 + month - 1);
}

/** Checks the rows of 集計報告 one by one, then for the same key twice. */
export function checkTotals(rows: TableRows<typeof tables.totals>, context: CheckContext): CheckedRows<CheckedTotal> {
  const findings = createFindingList();
  const futureDays: Day[] = [];
  const tallies: Tally[] = [];
  const readable: CheckedTotal[] = [];
  for (const { values } of rows.refused) tallies.push({ day: dayOfTotal(values, context.today), isAccepted: false });
  for (const row of rows.accepted) {
    const judged = judge(row, rows, context);
    for (const { column, parts } of judged.troubles)
      findings.add(createFinding(placeIn(rows.found, row.row, column), parts));
    futureDays.push(...judged.futureDays);
    if (judged.total === null) tallies.push({ day: dayOfTotal(row.values, context.today), isAccepted: false });
    else readable.push(judged.total);
  }
  const byKey = new Map<string, CheckedTotal[]>();
  for (const total of readable) {
    const key = keyOf(total);
    const same = byKey.get(key);
    if (same === undefined) byKey.set(key, [total]);
    else same.push(total);
  }
  const accepted: CheckedTotal[] = [];
  for (const total of readable) {
    const same = byKey.get(keyOf(total)) ?? [];
    const isAccepted = same.length === 1;
    tallies.push({ day: standingDay(total, context.today), isAccepted });
    if (isAccepted) accepted.push(total);
    else {
      findings.add(
        createFinding(placeIn(rows.found, total.row, 'value'), {
          code: 'total/same-key-twice',
          facts: { rows: same.map((one) => `${one.row}行目`).join('・') },
          otherRows: same.filter((one) => one !== total).map((one) => one.row),
        }),
      );
    }
  }
  return { rows: accepted, tallies, findings: findings.list(), futureDays };
}

interface Judged {
  readonly total: CheckedTotal | null;
  readonly troubles: readonly { readonly column: string; readonly parts: FindingParts }[];
  readonly futureDays: readonly Day[];
}

function judge(row: TotalRow, { found }: TableRows<typeof tables.totals>, context: CheckContext): Judged {
  const { values } = row;
  const troubles: { column: string; parts: FindingParts }[] = [];
  const futureDays: Day[] = [];
  // The cell's own finding is there already; a scope that is not known is not 'all'.
  let isUsable = !(['month', 'area', 'pathway', 'target'] as const).some((column) => isUnreadable(row, column));

  const standard = values.indicator === unknown ? null : values.indicator.standard;
  const indicator = indicators.find((one) => one.code === standard);
  if (indicator === undefined) isUsable = false;
  else if (!isReportable(indicator)) {
    troubles.push({
      column: 'indicator',
      parts: {
        code: 'total/cannot-be-reported',
        facts: { indicator: indicator.ja },
        typed: typedIn(found, row.row, 'indicator', indicator.ja),
      },
    });
    isUsable = false;
  } else {
    for (const dimension of ['area', 'pathway', 'target'] as const) {
      const dimensions: readonly Dimension[] = indicator.dimensions;
      if (values[dimension] === null || dimensions.includes(dimension)) continue;
      troubles.push({
        column: dimension,
        parts: { code: 'total/no-such-breakdown', facts: { indicator: indicator.ja } },
      });
      isUsable = false;
    }
  }

  const { fiscalYear } = values;
  if (typeof fiscalYear !== 'number' || indicator === undefined) return { total: null, troubles, futureDays };
  if (context.fiscalYear !== null && fiscalYear !== context.fiscalYear) {
    troubles.push({
      column: 'fiscalYear',
      parts: {
        code: 'total/outside-year',
        facts: { fiscalYear: context.fiscalYear },
        typed: typedIn(found, row.row, 'fiscalYear', String(fiscalYear)),
      },
    });
    isUsable = false;
  }
  const month = typeof values.month === 'number' ? monthOfFiscalYear(fiscalYear, values.month) : null;
  const span = month === null ? daysOfFiscalYear(fiscalYear) : { from: firstDayOf(month), until: lastDayOf(month) };
  if (span.from > context.today) {
    futureDays.push(span.from);
    troubles.push({ column: month === null ? 'fiscalYear' : 'month', parts: { code: 'total/future' } });
    isUsable = false;
  }
  let area: CheckedTotal['area'] = null;
  if (values.area === unknown) area = 'outside';
  else if (values.area !== null) {
    const outcome = context.findArea(values.area, span);
    const trouble = describeAreaTrouble(outcome);
    if (trouble !== null) {
      troubles.push({ column: 'area', parts: { ...trouble, typed: typedIn(found, row.row, 'area', values.area) } });
      isUsable = false;
    }
    if (outcome.outcome === 'area') area = outcome.code;
  }
  if (!isUsable) return { total: null, troubles, futureDays };
  return {
    total: {
      row: row.row,
      fiscalYear,
      month,
      indicator: indicator.code,
      area,
      pathway: values.pathway === unknown ? null : values.pathway,
      target: values.target === unknown ? null : values.target,
      value: values.value === unknown ? null : values.value,
    },
    troubles,
    futureDays,
  };
}

/** What makes two totals the same. */
export function keyOf({
  fiscalYear,
  month,
  indicator,
  area,
  pathway,
  target,
}: Omit<CheckedTotal, 'row' | 'value'>): string {
  return [fiscalYear, month ?? '', indicator, area ?? '', pathway ?? '', target ?? ''].join('|');
}

/** A total stands under the last day of its month or year that is not beyond the run. */
function standingDay(
  { fiscalYear, month }: { readonly fiscalYear: number; readonly month: Month | null },
  today: Day,
): Day {
  const last = month === null ? daysOfFiscalYear(fiscalYear).until : lastDayOf(month);
  return last < today ? last : today;
}

function dayOfTotal(
  { fiscalYear, month }: { readonly fiscalYear?: unknown; readonly month?: unknown },
  today: Day,
): Day | null {
  if (typeof fiscalYear !== 'number') return null;
  const named = typeof month === 'number' ? monthOfFiscalYear(fiscalYear, month) : null;
  const first = named === null ? daysOfFiscalYear(fiscalYear).from : firstDayOf(named);
  if (monthOf(first) > monthOf(today)) return null;
  return standingDay({ fiscalYear, month: named }, today);
}
