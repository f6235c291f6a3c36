/**
 * Japanese eras (元号) and the fiscal years (年度) that people name by them: plain data and two small pure functions,
 * so that the reader of cells, the release and the browser print and understand the same words.
 */

/** An era by its first day; the day before belongs to the one above it. */
export interface Era {
  readonly ja: string;
  /** The initial that forms and spreadsheets use: 'R6.4.1'. */
  readonly letter: string;
  /** First day, 'YYYY-MM-DD' (the Western day on which the era's name came into use). */
  readonly begins: string;
  /** The Western year of 元年, so that year n of the era is `firstYear + n - 1`. */
  readonly firstYear: number;
}

/** 明治 to 令和, in order. Source: 元号を改める政令 of 2019-04-01 and its predecessors. */
export const eras = [
  { ja: '明治', letter: 'M', begins: '1868-10-23', firstYear: 1868 },
  { ja: '大正', letter: 'T', begins: '1912-07-30', firstYear: 1912 },
  { ja: '昭和', letter: 'S', begins: '1926-12-25', firstYear: 1926 },
  { ja: '平成', letter: 'H', begins: '1989-01-08', firstYear: 1989 },
  { ja: '令和', letter: 'R', begins: '2019-05-01', firstYear: 2019 },
] as const satisfies readonly Era[];

/** The era of a day 'YYYY-MM-DD'; `undefined` before 明治. */
export function findEra(day: string): Era | undefined {
  return eras.findLast((era) => era.begins <= day);
}

/** 元 for the first year, else the number. */
function yearOfEra(era: Era, year: number): string {
  const nth = year - era.firstYear + 1;
  return nth === 1 ? '元' : String(nth);
}

/**
 * 年度 in words: 2024 is 令和6年度. FY2019 is 令和元年度, as the national budget of that year is called, although its
 * April was still 平成31年; other years go by the era of their 1 April.
 */
export function eraYear(fiscalYear: number): string {
  // The era that begins within the first months of a fiscal year gives it its name only for 2019 (Cabinet decision of 2019-04-01).
  const era = findEra(fiscalYear === 2019 ? '2019-05-01' : `${fiscalYear}-04-01`);
  return era === undefined ? `${fiscalYear}年度` : `${era.ja}${yearOfEra(era, fiscalYear)}年度`;
}

/** A day in words: '2019-05-01' is 令和元年5月1日. */
export function eraDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const era = findEra(day);
  const named = era === undefined ? year : `${era.ja}${yearOfEra(era, Number(year))}`;
  return `${named}年${Number(month)}月${Number(date)}日`;
}
