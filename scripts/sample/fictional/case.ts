/** Clean cases of the fictional offices: what really happened there, before anybody typed it. */
import { dayOf, fiscalYearOf, lastDayOfMonth } from '../day.ts';
import { createRandom, type Random } from '../random.ts';
import type { FictionalMunicipality, FictionalOffice } from './municipality.ts';
import {
  closingWeights,
  handoverWeights,
  issueWeights,
  methodWeights,
  pathwayWeights,
  responseWeights,
  secondTargets,
  targetWeights,
} from './patterns.ts';

export interface CleanAction {
  readonly day: number;
  readonly method: string;
  readonly minutes: number;
}

export interface CleanCase {
  readonly number: string;
  readonly received: number;
  readonly closed: number | null;
  readonly area: string | null;
  readonly pathway: string;
  readonly targets: readonly string[];
  readonly issues: readonly string[];
  readonly ageBand: string;
  readonly sex: string;
  readonly response: string;
  readonly handovers: readonly string[];
  readonly closingReason: string | null;
  readonly actions: readonly CleanAction[];
}

export interface OfficeOfMunicipality {
  readonly municipality: FictionalMunicipality;
  readonly office: FictionalOffice;
  /** Number of the office in the whole prefecture. */
  readonly index: number;
}

/** The first month of the samples: April of the first of three fiscal years. */
export const firstMonth: { readonly year: number; readonly month: number } = { year: 2024, month: 4 };

/** Months from the first one to the month of `asOf`, as first and last day. */
export function monthsUntil(
  asOf: number,
): readonly { readonly key: string; readonly from: number; readonly until: number }[] {
  const months = [];
  for (let { year, month } = { ...firstMonth }; dayOf(year, month, 1) <= asOf; month += 1) {
    if (month > 12) {
      year += 1;
      month = 1;
    }
    const from = dayOf(year, month, 1);
    if (from > asOf) break;
    const key = `${year}-${String(month).padStart(2, '0')}`;
    months.push({ key, from, until: Math.min(asOf, lastDayOfMonth(year, month)) });
  }
  return months;
}

/** The cases of one office, one for each day given, numbered afresh with each fiscal year's prefix (R6-0001). */
export function cleanCases(
  of: OfficeOfMunicipality,
  days: readonly number[],
  asOf: number,
  seed: number,
): readonly CleanCase[] {
  const random = createRandom(`${seed}/${of.municipality.digits}/${of.office.name}/cases`);
  const numbers = new Map<number, number>();
  return days.map((received): CleanCase => {
    const fiscalYear = fiscalYearOf(received);
    const running = (numbers.get(fiscalYear) ?? 0) + 1;
    numbers.set(fiscalYear, running);
    const targets = drawTargets(of, random);
    const response = random.weighted(responseWeights);
    const closed = drawClosing({ received, response, asOf, random });
    return {
      number: `R${fiscalYear - 2018}-${String(running).padStart(4, '0')}`,
      received,
      closed,
      area: drawArea(of.municipality, received, random),
      pathway: random.weighted(pathwayWeights[of.office.kind]),
      targets,
      issues: drawIssues(targets, random),
      ageBand: drawAge(targets[0] ?? 'T99', random),
      sex: random.weighted([
        ['X1', 47],
        ['X2', 50],
        ['X9', 3],
      ]),
      response,
      handovers:
        response === 'D02' ? drawHandovers(random) : random.chance(0.12) ? drawHandovers(random).slice(0, 1) : [],
      closingReason: closed === null ? null : response === 'D02' ? 'E02' : random.weighted(closingWeights),
      actions: drawActions({ received, closed, response, asOf, random }),
    };
  });
}

function drawTargets(of: OfficeOfMunicipality, random: Random): readonly string[] {
  const first = random.weighted(targetWeights[of.office.kind]);
  const more = secondTargets[first];
  if (more === undefined || !random.chance(0.3)) return [first];
  const second = random.weighted(more);
  if (!random.chance(0.15)) return [first, second];
  const third = random.weighted(more);
  return third === second ? [first, second] : [first, second, third];
}

function drawIssues(targets: readonly string[], random: Random): readonly string[] {
  const weightsOf = (target: string) => issueWeights[target] ?? issueWeights[target.slice(0, 3)];
  const issues = new Set<string>();
  for (const target of targets) {
    const weights = weightsOf(target);
    if (weights !== undefined && random.chance(0.85)) issues.add(random.weighted(weights));
  }
  const weights = weightsOf(targets[0] ?? '');
  if (weights !== undefined && random.chance(0.25)) issues.add(random.weighted(weights));
  return [...issues].slice(0, 3);
}

function drawAge(target: string, random: Random): string {
  if (target === 'T01')
    return random.weighted([
      ['A60', 12],
      ['A70', 40],
      ['A80', 45],
      ['A99', 3],
    ]);
  if (target === 'T03')
    return random.weighted([
      ['A00', 30],
      ['A10', 30],
      ['A20', 8],
      ['A30', 20],
      ['A40', 10],
      ['A99', 2],
    ]);
  if (target === 'T07')
    return random.weighted([
      ['A10', 12],
      ['A20', 45],
      ['A30', 40],
      ['A99', 3],
    ]);
  return random.weighted([
    ['A10', 4],
    ['A20', 13],
    ['A30', 17],
    ['A40', 21],
    ['A50', 21],
    ['A60', 13],
    ['A70', 6],
    ['A99', 5],
  ]);
}

function drawArea(municipality: FictionalMunicipality, day: number, random: Random): string | null {
  const open = municipality.areas.filter(
    (area) =>
      area.takesCases &&
      day >= dayOfText(area.validFrom ?? '2000-04-01') &&
      day <= dayOfText(area.validUntil ?? '2100-03-31'),
  );
  // 不明 and 市外: counted at the root only.
  if (open.length === 0 || random.chance(0.025)) return null;
  return random.weighted(open.map((area) => [area.code, area.share] as const));
}

export function dayOfText(text: string): number {
  const [year = 0, month = 1, date = 1] = text.split('-').map(Number);
  return dayOf(year, month, date);
}

function drawClosing({ received, response, asOf, random }: Drawing): number | null {
  if (response === 'D01') return received;
  const mean = response === 'D02' ? 20 : 260;
  const closed = received + 1 + Math.floor(-Math.log(1 - random.next()) * mean);
  return closed > asOf || random.chance(0.04) ? null : closed;
}

function drawHandovers(random: Random): readonly string[] {
  const first = random.weighted(handoverWeights);
  if (!random.chance(0.2)) return [first];
  const second = random.weighted(handoverWeights);
  return second === first ? [first] : [first, second];
}

interface Drawing {
  readonly received: number;
  readonly response: string;
  readonly asOf: number;
  readonly random: Random;
}

function drawActions({
  received,
  closed,
  response,
  asOf,
  random,
}: Drawing & { readonly closed: number | null }): CleanAction[] {
  const count =
    response === 'D01'
      ? random.chance(0.7)
        ? 1
        : 0
      : response === 'D02'
        ? 1 + random.poisson(1)
        : 2 + random.poisson(2.6);
  const end = Math.min(closed ?? asOf, asOf);
  return Array.from({ length: count }, (_, index) => {
    const share = index === 0 ? 0 : random.next() ** 1.6;
    return {
      day: received + Math.floor((end - received) * share),
      method: random.weighted(methodWeights),
      minutes: 10 * random.whole(1, 12),
    };
  }).sort((one, other) => one.day - other.day);
}
