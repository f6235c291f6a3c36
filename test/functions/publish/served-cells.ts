/** What somebody knows who fetched everything that an audience can fetch of a prefecture: the counts that are in it, by cell. */

import { sidesBehind } from '#functions/protect/derived.ts';
import { nameOfGroup, pathwayGroups } from '#functions/protect/dimensions.ts';
import { cellsBehind } from '#functions/publish/comparison/mask.ts';
import type { MeasureComparison } from '#functions/publish/comparison.ts';
import type { PrefectureIndex } from '#functions/publish/release.ts';
import type { createApi } from '#functions/serve/api.ts';

type Api = Pick<ReturnType<typeof createApi>, 'request'>;

export interface Served {
  readonly index: PrefectureIndex;
  readonly measures: readonly MeasureComparison[];
  readonly csv: string;
}

/** @param base '/api/prefectures/99' or '/api/public/prefectures/99' */
export async function fetchAll(api: Api, base: string, audience: string): Promise<Served> {
  const read = async <T>(path: string) => (await (await api.request(path)).json()) as T;
  const index = await read<PrefectureIndex>(base);
  const measures = await Promise.all(
    Object.keys(index.comparison.measures).map(
      async (measure) => await read<MeasureComparison>(`${base}/comparison/${measure}`),
    ),
  );
  const csv = await (await api.request(`/api/exports/facts.csv?audience=${audience}`)).text();
  return { index, measures, csv };
}

/**
 * By cell, each number that anything of it says.
 * @param isCell whether the side of a ratio is a cell of its own; else it is the count itself
 */
export function cellsServed(
  { index, measures, csv }: Served,
  isCell: (id: string) => boolean,
): ReadonlyMap<string, ReadonlySet<number>> {
  const cells = new Map<string, Set<number>>();
  const add = (cell: string, value: number) => cells.set(cell, (cells.get(cell) ?? new Set()).add(value));
  const each = (figures: readonly unknown[], cellOf: (period: string) => string) => {
    for (const [year, figure] of figures.entries())
      if (typeof figure === 'number') add(cellOf(index.years[year] ?? ''), figure);
  };
  for (const [key, figures] of Object.entries(index.series)) {
    const [indicator = '', code = ''] = key.split('|');
    if (indicator.startsWith('N')) each(figures, (period) => `${indicator}|${code}|${period}|all|all`);
  }
  for (const [key, figures] of Object.entries(index.slices)) {
    const [indicator, code, pathway, target] = key.split('|');
    each(figures, (period) => `${indicator}|${code}|${period}|${pathway}|${target}`);
  }
  addGroups(cells, index);
  for (const line of csv.trim().split('\r\n').slice(1)) {
    const [indicator = '', code, , period, pathway, target, value = '', state] = line.split(',');
    if (indicator.startsWith('N') && (state === 'value' || state === 'zero'))
      add(`${indicator}|${code}|${period}|${pathway}|${target}`, Number(value));
  }
  for (const { measure, periods } of measures) {
    for (const { period, towns } of periods) {
      for (const { code, count, base } of towns) {
        const place = { municipality: code, period, pathway: 'all', target: 'all' };
        for (const { id, of, side } of sidesBehind(measure, place)) {
          const number = side === 'upper' ? count : base;
          // R03 begins with what was open: its base is no count.
          if (number !== null && of !== null) add(isCell(id) ? id : of, number);
        }
        const [own = ''] = cellsBehind(measure, code, period);
        if (count !== null && sidesBehind(measure, place).length === 0) add(own, count);
      }
    }
  }
  return cells;
}

/** Groups of pathways that are alike: printed together where some are hidden, else the sum of what is printed. */
function addGroups(cells: Map<string, Set<number>>, { merged = {}, slices, years }: PrefectureIndex): void {
  for (const [key, ofYears] of Object.entries(merged)) {
    for (const [year, groups] of ofYears.entries()) {
      for (const whole of pathwayGroups.map(nameOfGroup)) {
        const parts = whole.split('+').map((part) => slices[`${key}|${part}|all`]?.[year]);
        const shown = parts.reduce<number>((sum, part) => sum + (typeof part === 'number' ? part : 0), 0);
        const together = groups.find((group) => group.whole === whole);
        const cell = `${key}|${years[year]}|${whole}|all`;
        if (together !== undefined) cells.set(cell, new Set([shown + together.count]));
        else if (parts.every((part) => typeof part === 'number')) cells.set(cell, new Set([shown]));
      }
    }
  }
}
