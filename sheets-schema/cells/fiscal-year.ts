/** 年度 as people type it: 2024, 2024年度, FY2024, 令和6年度, R6, H27. A bare 6 could be any era's and is a problem. */
import { isBlankWord, isNoneWord, isUnknownWord } from './blank.ts';
import type { Cell } from './cell.ts';
import { eraOfWord, eraPattern, readEraYear } from './era-word.ts';
import { fold } from './fold.ts';
import type { Reading } from './reading.ts';
import { blank, notKnown, problem, value } from './remark.ts';

const western = /^(?:fy)?([0-9]{4})(?:年度?)?$/;
const japanese = new RegExp(`^${eraPattern}\\.?(元|[0-9]{1,2})(?:年度?)?$`, 'u');
const withoutEra = /^(?:元|[0-9]{1,2})(?:年度?)?$/;
/** Years that an office could mean: from the first with era names in living use to a plan far ahead. */
const plausible = { first: 1950, last: 2100 } as const;

/** Reads 年度 as the year of its April. 平成31年度 is 2019, as people wrote it that spring. */
export function readFiscalYear(cell: Cell): Reading<number> {
  if (cell === null) return blank();
  if (typeof cell === 'boolean') return problem('fiscal-year/not-a-year');
  if (typeof cell === 'object') {
    return 'error' in cell ? problem('cell/formula-error') : problem('fiscal-year/not-a-year');
  }
  const text = fold(String(cell));
  if (isBlankWord(text) || isNoneWord(text)) return blank();
  if (isUnknownWord(text)) return notKnown();
  const year = western.exec(text);
  if (year !== null) return inRange(Number(year[1]));
  const era = japanese.exec(text);
  if (era !== null) {
    const begun = eraOfWord(era[1] ?? '');
    const nth = readEraYear(era[2] ?? '');
    return begun === undefined || nth === 0 ? problem('fiscal-year/not-a-year') : inRange(begun.firstYear + nth - 1);
  }
  return withoutEra.test(text) ? problem('fiscal-year/without-era') : problem('fiscal-year/not-a-year');
}

function inRange(year: number): Reading<number> {
  return year >= plausible.first && year <= plausible.last ? value(year) : problem('fiscal-year/not-a-year');
}
