/** Which published objects hold the rows behind a figure: names of details, like 'rows/cases-FY2024'. */
import type { OfficeIndex } from '#functions/publish/release.ts';
import { fiscalYearOf } from '../periods/periods.ts';
import { plainPeriod } from './rows-place.ts';
import type { RowsQuery } from './rows-query.ts';
import { looksBack, rowsSides, tabOf } from './rows-sides.ts';

const name = /^rows\/(\w+)-FY(\d{4})$/;

/** Names of details in the order of their years; stocks and closings look at the years before too. */
export function neededRows(query: RowsQuery, index: OfficeIndex): readonly string[] {
  const year = fiscalYearOf(plainPeriod(query.period));
  const sides = rowsSides(query, index.municipality.code);
  // What was open at the end of the year before may stand in its totals.
  const looksBefore = sides.some(({ measure }) => measure === 'handled' || measure === 'opening');
  const isNeeded = (tab: string, own: number) =>
    (tab === 'totals' && (own === year || (own === year - 1 && looksBefore))) ||
    sides.some(({ measure }) => tab === tabOf(measure) && (own === year || (looksBack(measure) && own < year)));
  return Object.keys(index.details)
    .filter((detail) => {
      const [, tab = '', own = ''] = name.exec(detail) ?? [];
      return tab !== '' && isNeeded(tab, Number(own));
    })
    .toSorted((one, other) => one.slice(-4).localeCompare(other.slice(-4)) || one.localeCompare(other));
}
