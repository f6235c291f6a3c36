/** 架空のデータ: a million accepted cases of a city with 33 areas in parallel divisions, over ten fiscal years. */
import type { Area } from '#functions/domain/area.ts';
import { type AreaTree, createAreaTree } from '#functions/domain/area-tree.ts';
import type { AreaCode, Day, MunicipalityCode } from '#functions/domain/codes.ts';
import { createPeriodAxis, type PeriodAxis } from '#functions/domain/period-axis.ts';
import { codeSet, hasSeveralProblems } from '#functions/ingest/checks/check-cases.ts';
import type { CheckedCase } from '#functions/ingest/workbook-rows.ts';
import {
  ageBands,
  type CodeList,
  closingReasons,
  issues,
  pathways,
  responses,
  sexes,
  targets,
} from '#sheets-schema/vocabulary/codes.ts';
import { createRandom, type Random } from '../../sample/random.ts';
import { benchCity, benchYears, cityAreas } from '../prefecture/prefecture.ts';

export const city = benchCity as MunicipalityCode;

const below = cityAreas().map(
  ([code = '', name = '', kind = '', parents = '']): Area => ({
    ...{ code: code as AreaCode, name, kind, parents: parents.split('、') as AreaCode[] },
    ...{ populations: [], validFrom: null, validUntil: null, successor: null },
  }),
);
const root: Area = {
  ...{ code: 'ALL' as AreaCode, name: '測定市', kind: '市町村全域', parents: [], populations: [] },
  ...{ validFrom: null, validUntil: null, successor: null },
};
export const areas: readonly Area[] = [root, ...below];
export const tree: AreaTree = createAreaTree({ municipality: city, name: '測定市', areas });
export const axis: PeriodAxis = createPeriodAxis({ ...benchYears, today: '2027-03-31' as Day });

const lowest = below.filter(({ code }) => !below.some(({ parents }) => parents.includes(code))).map(({ code }) => code);
const dayCount = axis.months.length * 30;

function pick(random: Random, list: CodeList): string {
  return list.codes[random.whole(0, list.codes.length - 1)]?.code ?? '';
}

/** The n-th day of the axis, every month with 30 days but February with 28. */
function dayAt(position: number): Day {
  const month = axis.months[Math.floor(position / 30)] ?? '2017-04';
  const day = (position % 30) + 1;
  return `${month}-${String(month.endsWith('-02') ? Math.min(day, 28) : day).padStart(2, '0')}` as Day;
}

export function makeCases(count: number): readonly CheckedCase[] {
  const random = createRandom('bench/aggregation');
  return Array.from({ length: count }, (_, at): CheckedCase => {
    const received = random.whole(0, dayCount - 1);
    const closed = random.chance(0.8) ? received + random.whole(0, 400) : dayCount;
    const some = codeSet([[pick(random, targets)], random.chance(0.4) ? [pick(random, targets)] : null]);
    const problems = codeSet([[pick(random, issues)], random.chance(0.4) ? [pick(random, issues)] : null]);
    return {
      row: at + 2,
      receiptNumber: `R-${at}`,
      receivedOn: dayAt(received),
      closedOn: closed < dayCount ? dayAt(closed) : null,
      area: random.chance(0.03) ? null : (lowest[random.whole(0, lowest.length - 1)] ?? null),
      pathway: pick(random, pathways),
      targets: some,
      issues: problems,
      ageBand: pick(random, ageBands),
      sex: pick(random, sexes),
      isCompound: hasSeveralProblems(some, problems),
      response: pick(random, responses),
      handovers: random.chance(0.3) ? [pick(random, pathways)] : [],
      closingReason: closed < dayCount ? pick(random, closingReasons) : null,
      isCarriedOver: random.chance(0.02),
    };
  });
}
