/**
 * What of the counts an audience may see, put to work before anything is computed: a hidden count is absent from then on, so that
 * no rate, interval, smoothed value, rank, class, sentence or order can tell it.
 */
import { pathways } from '../../../sheets-schema/vocabulary/codes.ts';
import { type Measure, measures } from '../../../sheets-schema/vocabulary/measures.ts';
import type { TownToCompare } from './town.ts';

/**
 * Whether a published count may be seen. Ids are 'N01|162051|FY2018|P04|all': indicator, municipality, period, pathway, target;
 * R04 stands for its own numerator, which no count shows.
 */
export type MayBeSeen = (cell: string) => boolean;

/** Nothing is hidden: the office's own audience, or small numbers that nobody protects. */
export const everything: MayBeSeen = () => true;

interface CountPart {
  readonly indicator: string;
  readonly pathway?: string;
  readonly target?: string;
  /** The stock at the end of the period before, which cases handled begin with. */
  readonly isBefore?: boolean;
}

const whole = (indicator: string): CountPart => ({ indicator });

/** The counts that a measure is made of: to see it is to see all of them. */
const partsOf: Readonly<Record<string, readonly CountPart[]>> = {
  R06: [whole('N01')],
  R07: [{ indicator: 'N01', target: 'T01' }],
  R09: [whole('N01')],
  // Its base is all without 不明, so that the two together would tell 不明.
  R01: [whole('N01'), { indicator: 'N01', pathway: 'P04' }, { indicator: 'N01', pathway: pathways.unknown }],
  R02: [whole('N08'), whole('N01')],
  R03: [whole('N06'), whole('N01'), { indicator: 'N07', isBefore: true }],
  R04: [whole('R04'), whole('N01')],
  R05: [whole('N04'), whole('N01')],
  R08: [whole('N02'), whole('N01')],
};

/** The cells behind a measure of a municipality in a period. */
export function cellsBehind(measure: string, municipality: string, period: string): readonly string[] {
  return (partsOf[measure] ?? [whole(measure)]).map(
    ({ indicator, pathway = 'all', target = 'all', isBefore = false }) =>
      [indicator, municipality, isBefore ? periodBefore(period) : period, pathway, target].join('|'),
  );
}

function periodBefore(period: string): string {
  return period.replace(/^FY(\d{4})$/, (_, year: string) => `FY${Number(year) - 1}`);
}

/** The municipality without what may not be seen: 'x' for the count, and no base. */
export function withoutHidden(town: TownToCompare, mayBeSeen: MayBeSeen): TownToCompare {
  const masked = (measures as readonly Measure[]).map(({ code }) => {
    const { counts = [], bases = [] } = town.measures[code] ?? {};
    const isHidden = town.periods.map((period) => !cellsBehind(code, town.name.code, period).every(mayBeSeen));
    return [
      code,
      {
        counts: counts.map((count, period) => (isHidden[period] === true && typeof count === 'number' ? 'x' : count)),
        bases: bases.map((base, period) => (isHidden[period] === true ? null : base)),
      },
    ] as const;
  });
  return { ...town, measures: Object.fromEntries(masked) };
}
