/**
 * 相談受付: what rows mean to each other, to the tree of areas and to the day of the run. Accepted rows come out as cases,
 * ready to be counted; what a cell means by itself was settled in read-rows.ts.
 */
import { type Finding, type RowOf, type tables, unknown } from '#sheets-schema';
import { type CodeList, issues as issueList, targets as targetList } from '#sheets-schema/vocabulary/codes.ts';
import { fiscalYearOf, monthOf } from '../../domain/calendar.ts';
import type { AreaCode, Day } from '../../domain/codes.ts';
import { describeAreaTrouble } from '../findings/area-finding.ts';
import { createFindingList } from '../findings/collect-findings.ts';
import { createFinding, type FindingParts } from '../findings/create-finding.ts';
import { placeIn } from '../findings/place.ts';
import { typedIn } from '../findings/typed-in.ts';
import type { TableRows } from '../tables/read-rows.ts';
import type { CheckedCase } from '../workbook-rows.ts';
import { createWorkDayCheck, daysOfFiscalYear } from './check-days.ts';
import type { AreaFinder } from './find-area.ts';

type CaseValues = RowOf<typeof tables.cases>;

/** A row that was read, with the day it stands under where one can be read. */
export interface Tally {
  readonly day: Day | null;
  readonly isAccepted: boolean;
}

export interface CheckedCases {
  /** By 受付番号, folded. */
  readonly cases: ReadonlyMap<string, CheckedCase>;
  /** 受付番号, folded, of rows that were refused. */
  readonly refused: ReadonlySet<string>;
  readonly tallies: readonly Tally[];
  readonly findings: readonly Finding[];
  /** Days that are still to come. */
  readonly futureDays: readonly Day[];
}

export interface CheckContext {
  readonly today: Day;
  /** 対象年度; `null` for a workbook of all years. */
  readonly fiscalYear: number | null;
  readonly findArea: AreaFinder;
}

/** Checks the rows of 相談受付. */
export function checkCases(rows: TableRows<typeof tables.cases>, context: CheckContext): CheckedCases {
  const findings = createFindingList();
  const cases = new Map<string, CheckedCase>();
  const refused = new Set<string>();
  const tallies: Tally[] = [];
  const receptionDays = createWorkDayCheck(context, { mayBeEarlier: true });
  const closingDays = createWorkDayCheck({ today: context.today, fiscalYear: null });
  const rowsByNumber = groupByNumber(rows);

  for (const { values } of rows.refused) {
    if (typeof values.receiptNumber === 'string') refused.add(values.receiptNumber);
    tallies.push({ day: receptionDays.readable(values.receivedOn), isAccepted: false });
    closingDays.readable(values.closedOn);
  }
  for (const { row, values } of rows.accepted) {
    const say = (column: keyof CaseValues & string, parts: FindingParts) => {
      const value = values[column];
      const typed = typedIn(rows.found, row, column, typeof value === 'string' ? value : '');
      findings.add(createFinding(placeIn(rows.found, row, column), { typed, ...parts }));
    };
    const number = values.receiptNumber;
    const receivedOn = values.receivedOn as Day;
    let isRefused = false;

    const dayTrouble = receptionDays.check(receivedOn);
    if (dayTrouble !== null) {
      say('receivedOn', dayTrouble);
      isRefused = true;
    }
    const same = rowsByNumber.get(number) ?? [];
    if (same.length > 1) {
      const isRestarting = restartsEveryApril(same);
      say('receiptNumber', {
        code: isRestarting ? 'case/number-restarts' : 'case/duplicate-number',
        suggestion: isRestarting
          ? withYear(typedIn(rows.found, row, 'receiptNumber', number) ?? number, receivedOn)
          : null,
        otherRows: same
          .filter((one) => one.row !== row)
          .slice(0, mostOthersNamed)
          .map((one) => one.row),
      });
      isRefused = true;
    }
    let area: AreaCode | null = null;
    if (values.area !== unknown) {
      const found = context.findArea(values.area, { from: receivedOn, until: receivedOn });
      const areaTrouble = describeAreaTrouble(found);
      // On a day that is itself in doubt, validity cannot be judged.
      if (areaTrouble !== null && (dayTrouble === null || found.outcome !== 'not-valid')) say('area', areaTrouble);
      if (areaTrouble !== null) isRefused = true;
      if (found.outcome === 'area') area = found.code;
    }
    let closedOn = values.closedOn === unknown ? null : (values.closedOn as Day | null);
    if (closedOn !== null) {
      const isBefore = dayTrouble === null && closedOn < receivedOn;
      const closingTrouble: FindingParts | null =
        closingDays.check(closedOn) ?? (isBefore ? { code: 'case/closed-before-received' } : null);
      if (closingTrouble !== null) {
        say('closedOn', closingTrouble);
        closedOn = null;
      }
    }

    tallies.push({ day: receptionDays.readable(receivedOn), isAccepted: !isRefused });
    if (isRefused) {
      refused.add(number);
      continue;
    }
    const targets = codeSet([values.targets1, values.targets2, values.targets3]);
    const issues = codeSet([values.issues1, values.issues2, values.issues3]);
    cases.set(number, {
      row,
      receiptNumber: numberToShow(typedIn(rows.found, row, 'receiptNumber', number)),
      receivedOn,
      closedOn,
      area,
      pathway: values.pathway,
      targets,
      issues,
      ageBand: knownCode(values.ageBand),
      sex: knownCode(values.sex),
      isCompound: values.compound === null ? hasSeveralProblems(targets, issues) : values.compound === true,
      response: knownCode(values.response),
      handovers: [values.handover1, values.handover2].flatMap((codes) =>
        codes === null || codes === unknown ? [] : codes,
      ),
      closingReason: knownCode(values.closingReason),
      isCarriedOver: context.fiscalYear !== null && receivedOn < daysOfFiscalYear(context.fiscalYear).from,
    });
  }
  const futureDays = [...receptionDays.futureDays(), ...closingDays.futureDays()];
  return { cases, refused, tallies, findings: findings.list(), futureDays };
}

/** A finding about duplicates names so many other rows; a column filled down by mistake would name thousands in each. */
const mostOthersNamed = 50;

interface NumberedRow {
  readonly row: number;
  readonly receivedOn: Day | null;
}

/** Rows by folded 受付番号, refused rows too: a number is taken, whatever else is wrong with its row. */
function groupByNumber(rows: TableRows<typeof tables.cases>): ReadonlyMap<string, readonly NumberedRow[]> {
  const groups = new Map<string, NumberedRow[]>();
  for (const { row, values } of [...rows.accepted, ...rows.refused].toSorted((a, b) => a.row - b.row)) {
    if (typeof values.receiptNumber !== 'string') continue;
    const key = values.receiptNumber;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push({ row, receivedOn: typeof values.receivedOn === 'string' ? (values.receivedOn as Day) : null });
  }
  return groups;
}

/** Numbering that begins again every April: the same number once in each of several fiscal years. */
function restartsEveryApril(same: readonly NumberedRow[]): boolean {
  const years = same.map(({ receivedOn }) => (receivedOn === null ? null : fiscalYearOf(monthOf(receivedOn))));
  return !years.includes(null) && new Set(years).size === years.length;
}

/** '0112' received in FY2024 as 'R6-0112', the way the template numbers. */
function withYear(number: string, receivedOn: Day): string {
  const year = fiscalYearOf(monthOf(receivedOn));
  const short = number.normalize('NFKC');
  return year >= 2019 ? `R${year - 2018}-${short}` : `H${year - 1988}-${short}`;
}

/** The codes of several cells as a set, sorted. */
export function codeSet(cells: readonly (readonly string[] | typeof unknown | null)[]): readonly string[] {
  return [...new Set(cells.flatMap((codes) => (codes === null || codes === unknown ? [] : [...codes])))].toSorted();
}

/** A 受付番号 as typed, if it may be shown: not one that looks personal, and what has no digit could be a name. */
function numberToShow(typed: string | null): string {
  return typed !== null && /\p{N}/u.test(typed) ? typed : '';
}

function knownCode(code: string | null): string | null {
  return code === unknown ? null : code;
}

/**
 * N08 where 複合課題 is blank: two different targets or two different issues. 不明 is no second one, その他 is;
 * 障害者 with one of its own kinds is one, two of its kinds are two.
 */
export function hasSeveralProblems(targets: readonly string[], issues: readonly string[]): boolean {
  return countDistinct(targets, targetList) >= 2 || countDistinct(issues, issueList) >= 2;
}

function countDistinct(codes: readonly string[], list: CodeList): number {
  const parents = new Set(list.codes.filter(({ code }) => codes.includes(code)).map(({ parent }) => parent));
  return codes.filter((code) => code !== list.unknown && !parents.has(code)).length;
}
