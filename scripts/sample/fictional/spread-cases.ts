/** Which office receives how many cases on which day: by weight, season and growth. */
import { fiscalYearOf, partsOf } from '../day.ts';
import { createRandom, type Random } from '../random.ts';
import { monthsUntil, type OfficeOfMunicipality } from './case.ts';
import { growth, season } from './patterns.ts';

/** Spreads `total` cases over the offices and their days; exactly `total` in all. */
export function spreadCases(options: {
  readonly offices: readonly OfficeOfMunicipality[];
  readonly total: number;
  readonly asOf: number;
  readonly seed: number;
}): ReadonlyMap<OfficeOfMunicipality, readonly number[]> {
  const random = createRandom(`${options.seed}/cases`);
  const slots = options.offices.flatMap((of) =>
    monthsUntil(options.asOf)
      .filter(({ key }) => key >= (of.office.from ?? '') && key <= (of.office.until ?? '9999'))
      .map(({ from, until }) => {
        const { month } = partsOf(from);
        const whole = until - from + 1;
        const weight =
          of.municipality.weight *
          of.office.share *
          (season[month - 1] ?? 1) *
          growth(fiscalYearOf(from), of.index) *
          (whole / 30.4);
        return { of, from, until, upTo: weight };
      }),
  );
  let sum = 0;
  for (const slot of slots) {
    sum += slot.upTo;
    slot.upTo = sum;
  }
  const days = new Map<OfficeOfMunicipality, number[]>(options.offices.map((of) => [of, []]));
  for (let drawn = 0; drawn < options.total; drawn += 1) {
    const slot = slots[firstAbove(slots, random.next() * sum)];
    if (slot !== undefined) days.get(slot.of)?.push(workday(slot.from, slot.until, random));
  }
  for (const list of days.values()) list.sort((one, other) => one - other);
  return days;
}

/** Index of the first slot whose running sum is above `value` (bisection). */
function firstAbove(slots: readonly { readonly upTo: number }[], value: number): number {
  let low = 0;
  let high = slots.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((slots[middle]?.upTo ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A day of the month, seldom a Saturday or a Sunday. */
function workday(from: number, until: number, random: Random): number {
  for (;;) {
    const day = random.whole(from, until);
    const weekday = (day + 4) % 7;
    if ((weekday !== 0 && weekday !== 6) || random.chance(0.08)) return day;
  }
}
