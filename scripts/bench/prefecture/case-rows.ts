/** Rows of 相談受付 and 支援記録 of one municipality of the measured prefecture. */
import {
  ageBands,
  type CodeList,
  closingReasons,
  issues,
  methods,
  pathways,
  programmes,
  sexes,
  targets,
} from '#sheets-schema/vocabulary/codes.ts';
import { createRandom, type Random } from '../../sample/random.ts';

export interface Place {
  readonly code: string;
  readonly name: string;
  readonly inhabitants: number;
  /** Rows of 圏域 below the root: code, name, kind, codes above, inhabitants. */
  readonly areas: readonly (readonly string[])[];
  readonly casesEachMonth: number;
}

export interface Years {
  readonly first: number;
  readonly last: number;
}

/** The months of fiscal years up to a day, as [year, month]. */
export function monthsOf({ first, last }: Years, until: Date): readonly (readonly [number, number])[] {
  return Array.from({ length: (last - first + 1) * 12 }, (_, at) => {
    const month = ((at + 3) % 12) + 1;
    return [first + Math.floor(at / 12) + (month < 4 ? 1 : 0), month] as const;
  }).filter(([year, month]) => Date.UTC(year, month - 1, 28) <= until.getTime());
}

export function day(year: number, month: number, date: number): string {
  return `${year}/${month}/${date}`;
}

/** The areas in which cases are received: those that no other lies in. */
export function lowestAreas({ areas }: Place): readonly string[] {
  const above = new Set(areas.flatMap(([, , , parents = '']) => parents.split('、')));
  return areas.flatMap(([code = '']) => (above.has(code) ? [] : [code]));
}

function pickOne(random: Random, list: CodeList): string {
  return list.codes[random.whole(0, list.codes.length - 1)]?.ja ?? '';
}

function pickOrNot(random: Random, list: CodeList, chance: number): string {
  return random.chance(chance) ? pickOne(random, list) : '';
}

const caseHeader = [
  ...['受付番号', '受付日', '圏域', '経路', '対象1', '対象2', '課題1', '課題2', '年代', '性別', '複合課題'],
  ...['つなぎ先1', '終結日', '終結理由'],
];
const actionHeader = ['支援日', '受付番号', '支援方法', '事業', '時間分'];

export function typeCases(
  place: Place,
  years: Years,
  until: Date,
): { readonly cases: readonly (readonly string[])[]; readonly actions: readonly (readonly string[])[] } {
  const random = createRandom(`bench/${place.code}`);
  const areas = lowestAreas(place);
  const cases: string[][] = [];
  const actions: string[][] = [];
  for (const [year, month] of monthsOf(years, until)) {
    const count = random.poisson(place.casesEachMonth * (0.8 + 0.04 * (year - years.first)));
    for (let turn = 0; turn < count; turn += 1) {
      const number = `R-${String(cases.length + 1).padStart(6, '0')}`;
      const received = random.whole(1, 20);
      const isClosed = random.chance(0.55);
      cases.push([
        ...[number, day(year, month, received), areas[random.whole(0, areas.length - 1)] ?? ''],
        ...[pickOne(random, pathways), pickOne(random, targets), pickOrNot(random, targets, 0.4)],
        ...[pickOne(random, issues), pickOrNot(random, issues, 0.4)],
        ...[pickOne(random, ageBands), pickOne(random, sexes), random.chance(0.4) ? '有' : '無'],
        ...[pickOrNot(random, pathways, 0.3), isClosed ? day(year, month, 28) : ''],
        isClosed ? pickOne(random, closingReasons) : '',
      ]);
      for (let step = random.whole(0, 3); step > 0; step -= 1)
        actions.push([
          day(year, month, received + step),
          number,
          pickOne(random, methods),
          pickOrNot(random, programmes, 0.8),
          String(10 * step),
        ]);
    }
  }
  return { cases: [caseHeader, ...cases], actions: [actionHeader, ...actions] };
}
