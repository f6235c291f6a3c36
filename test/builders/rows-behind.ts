/**
 * Which rows are behind a figure of N01 to N15, once more and plainly, as the description in row-views.ts says it: what the rows add up
 * to is held against the published figure.
 */
import { fiscalYearOf, lastDayOf, monthsOfPeriod } from '#functions/domain/calendar.ts';
import type { Month, Period } from '#functions/domain/codes.ts';
import type { OfficeIndex } from '#functions/publish/release.ts';
import type { RowsObject } from '#functions/publish/row-views.ts';
import { pathways, targets } from '#sheets-schema/vocabulary/codes.ts';

export interface Behind {
  readonly indicator: string;
  readonly area: string;
  readonly pathway: string;
  readonly target: string;
  readonly period: string;
}

type Index = Pick<OfficeIndex, 'asOf' | 'municipality' | 'areas'>;
type Workbook = RowsObject['workbooks'][number];
type Term = readonly [workbook: string, row: number, adds: number];

const parents = new Map<string, string | null>(
  [...pathways.codes, ...targets.codes].map(({ code, parent }) => [code, parent]),
);
const monthOf = (day: string) => day.slice(0, 7) as Month;
const speaksFor = ({ year }: Workbook, month: Month) => year === null || year === `FY${fiscalYearOf(month)}`;

/** The rows of a figure, each with what it adds. */
export function rowsBehind(objects: readonly RowsObject[], index: Index, figure: Behind): readonly Term[] {
  const { indicator, pathway, target } = figure;
  const months = monthsOfPeriod(figure.period as Period);
  const isIn = (day: string | null): boolean => day !== null && months.includes(monthOf(day));
  const stock = months.findLast((month) => month <= monthOf(index.asOf)) ?? null;
  const fits = (row: { area: string | null; pathway?: string; targets?: readonly string[] }): boolean =>
    liesIn(row.area, figure.area, index) &&
    (pathway === 'all' || (row.pathway !== undefined && isOf(row.pathway, pathway))) &&
    (target === 'all' || (row.targets ?? []).some((each) => isOf(each, target)));
  const terms: Term[] = [];
  const add = ({ workbook }: Workbook, row: number, adds: number) => {
    if (adds > 0) terms.push([workbook, row, adds]);
  };
  for (const object of objects) {
    for (const row of object.rows) {
      const workbook = object.workbooks[row.workbook];
      if (workbook === undefined) throw new Error(`No workbook ${row.workbook} in ${object.source}-${object.year}`);
      if ('receivedOn' in row && fits(row)) {
        const isNew = !row.isCarriedOver && isIn(row.receivedOn);
        const { closedOn } = row;
        if (indicator === 'N01' && isNew) add(workbook, row.row, 1);
        if (indicator === 'N05' && isNew) add(workbook, row.row, row.handovers.length);
        if (indicator === 'N08' && isNew && row.isCompound) add(workbook, row.row, 1);
        if (indicator === 'N06' && closedOn !== null && isIn(closedOn) && speaksFor(workbook, monthOf(closedOn)))
          add(workbook, row.row, 1);
        const isOpen = (month: Month) =>
          monthOf(row.receivedOn) <= month && (closedOn === null || monthOf(closedOn) > month);
        if (indicator === 'N07' && stock !== null && speaksFor(workbook, stock) && isOpen(stock))
          add(workbook, row.row, 1);
      }
      if ('actedOn' in row && fits(row) && isIn(row.actedOn)) {
        if (indicator === 'N02') add(workbook, row.row, 1);
        if (indicator === 'N03' && row.method === 'S03') add(workbook, row.row, 1);
        if (indicator === 'N04' && row.method === 'S07') add(workbook, row.row, 1);
      }
      if ('meetingKind' in row && pathway === 'all' && target === 'all' && fits(row) && isIn(row.heldOn)) {
        if (indicator === 'N09') add(workbook, row.row, 1);
        if (indicator === 'N10') add(workbook, row.row, row.discussed ?? 0);
        if (indicator === 'N11') add(workbook, row.row, row.participants ?? 0);
      }
      if ('activityKind' in row && pathway === 'all' && fits(row)) {
        if (indicator === 'N12' && isIn(row.heldOn)) add(workbook, row.row, row.times);
        if (indicator === 'N13' && isIn(row.heldOn)) add(workbook, row.row, row.participants ?? 0);
        if (indicator === 'N14' && isIn(row.heldOn)) add(workbook, row.row, row.helpers ?? 0);
        if (indicator === 'N15' && stock !== null && isLatest(objects, index, object, row, stock))
          add(workbook, row.row, row.places ?? 0);
      }
    }
  }
  return terms;
}

type Activities = Extract<RowsObject, { source: 'activities' }>;

/** か所数 of the latest day of its workbook, area and kind, up to the end of a month (not beyond the day of the run). */
function isLatest(
  objects: readonly RowsObject[],
  index: Index,
  object: RowsObject,
  row: Activities['rows'][number],
  month: Month,
): boolean {
  const workbook = object.workbooks[row.workbook];
  if (workbook === undefined || !speaksFor(workbook, month) || row.places === null) return false;
  const end = lastDayOf(month) < index.asOf ? lastDayOf(month) : index.asOf;
  const area = index.areas.find(({ code }) => code === row.area);
  if (area !== undefined && area.validUntil !== null && area.validUntil < end) return false;
  const others = objects.flatMap((each) =>
    each.source === 'activities'
      ? each.rows.filter(
          (other) =>
            each.workbooks[other.workbook]?.workbook === workbook.workbook &&
            other.area === row.area &&
            other.activityKind === row.activityKind &&
            other.places !== null &&
            other.heldOn <= end,
        )
      : [],
  );
  return row.heldOn <= end && others.every(({ heldOn }) => heldOn <= row.heldOn);
}

/** Whether totals of the indicator are used in any month of the period: then rows alone do not make the figure. */
export function hasTotalsIn(objects: readonly RowsObject[], { indicator, period }: Behind): boolean {
  const months = monthsOfPeriod(period as Period);
  return objects.some(
    (object) =>
      object.source === 'totals' &&
      object.rows.some(
        (row) =>
          row.indicator === indicator &&
          (row.month === null
            ? months.some((month) => `FY${fiscalYearOf(month)}` === object.year)
            : months.includes(row.month as Month)),
      ),
  );
}

function isOf(code: string, wanted: string): boolean {
  return code === wanted || parents.get(code) === wanted;
}

function liesIn(own: string | null, area: string, index: Index): boolean {
  if (area === index.municipality.code || own === area) return true;
  const above = index.areas.find(({ code }) => code === own)?.parents ?? [];
  return above.some((parent) => liesIn(parent, area, index));
}
