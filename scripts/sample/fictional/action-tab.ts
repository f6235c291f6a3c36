/** Types the actions of an office into its tab 支援記録, sorted by day, with the mess. */
import { type DateStyle, fiscalYearOf, partsOf, typeDay } from '../day.ts';
import { createRandom } from '../random.ts';
import type { SampleCell, SampleTab } from '../workbook.ts';
import type { CleanCase, OfficeOfMunicipality } from './case.ts';
import { nameOf } from './words.ts';

export interface TypedActions {
  readonly tab: SampleTab;
  /** By fiscal year: actions that were done, and those of them whose row or whose case is refused. */
  readonly years: ReadonlyMap<number, { readonly done: number; readonly refused: number }>;
}

/** 事業 that an action belongs to, as far as its method says; offices leave it blank otherwise. */
const programmeOf: Readonly<Record<string, string>> = { S01: 'J01', S03: 'J04', S06: 'J05', S09: 'J02' };

export function typeActions(options: {
  readonly of: OfficeOfMunicipality;
  readonly cases: readonly CleanCase[];
  readonly refusedCases: ReadonlySet<CleanCase>;
  readonly dateStyle: DateStyle;
  readonly seed: number;
}): TypedActions {
  const { of, cases, refusedCases, dateStyle, seed } = options;
  const random = createRandom(`${seed}/${of.municipality.digits}/${of.office.name}/actions`);
  const years = new Map<number, { done: number; refused: number }>();
  const done = cases
    .flatMap((clean) => clean.actions.map((action) => ({ clean, action })))
    .sort((one, other) => one.action.day - other.action.day);
  const rows = done.map(({ clean, action }): SampleCell[] => {
    const programme = programmeOf[action.method];
    let day: SampleCell = typeDay(action.day, dateStyle);
    let number: SampleCell = clean.number;
    let method: SampleCell = nameOf(action.method);
    let minutes: SampleCell = action.minutes;
    let isRefused = refusedCases.has(clean);
    const chance = random.next();
    if (chance < 0.002) {
      number = `R9-${number.slice(3)}`;
      isRefused = true;
    } else if (chance < 0.004) {
      method = null;
      isRefused = true;
    } else if (chance < 0.006) {
      const { month, date } = partsOf(action.day);
      day = `${month}/${date}`;
      isRefused = true;
    } else if (chance < 0.012) {
      day = typeDay(action.day, random.pick(['era', 'shortEra', 'fullWidth', 'dots']));
    } else if (chance < 0.018) {
      minutes = `約${action.minutes}分`;
    } else if (chance < 0.02) {
      minutes = '半日';
    }
    const year = years.get(fiscalYearOf(action.day)) ?? { done: 0, refused: 0 };
    years.set(fiscalYearOf(action.day), { done: year.done + 1, refused: year.refused + (isRefused ? 1 : 0) });
    return [day, number, method, programme === undefined ? null : nameOf(programme), minutes, null];
  });
  const header = ['支援日', '受付番号', '支援方法', '事業', '時間分', '備考'];
  return { tab: { name: '支援記録', rows: [header, ...rows] }, years };
}
