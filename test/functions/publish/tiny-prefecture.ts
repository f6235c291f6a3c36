/** A prefecture of eight towns that does not exist (架空のデータ): from a city down to a town of three consultations a year. */
import type { WorkbookId } from '#functions/domain/codes.ts';
import { pathways } from '#sheets-schema/vocabulary/codes.ts';
import { createChance } from '../protect/prefecture.ts';
import { aCase, anAction, aPopulation, aWorkbook, code } from './ingested-builder.ts';

const first = pathways.codes.filter(({ parent }) => parent === null).map((pathway) => pathway.code);
const sizes = [260, 140, 90, 70, 45, 30, 12, 3];
/** Of the workbooks, from the largest town to the tiniest. */
export const tinyNames: readonly WorkbookId[] = sizes.map((_, town) => `${town}.xlsx` as WorkbookId);

/** Towns from large to tiny; `more` new consultations come to the tiny one. */
export function tinyPrefecture(more: number) {
  const chance = createChance(11);
  return sizes.map((size, town) => {
    const count = size + (town === sizes.length - 1 ? more : 0);
    const cases = Array.from({ length: count }, (_, one) =>
      aCase({
        received: `2018-${String(4 + (one % 9)).padStart(2, '0')}`,
        closed: chance() < 0.6 ? '2019-01' : null,
        pathway: first[Math.floor(chance() ** 2 * first.length)] ?? 'P01',
        targets: chance() < 0.2 ? ['T01', 'T02'] : [chance() < 0.7 ? 'T01' : 'T06'],
        isCompound: chance() < 0.3,
      }),
    );
    const actions = cases.flatMap(() =>
      chance() < 0.8 ? [anAction({ month: '2018-06' }), anAction({ month: '2019-02' })] : [],
    );
    const municipality = code(`99${String(201 + town)}0`);
    return aWorkbook({
      workbook: tinyNames[town] ?? ('' as WorkbookId),
      office: { municipality, municipalityName: `架空${town}町` },
      population: aPopulation({
        asOf: '2018-04-01',
        inhabitants: 400 * size,
        households: 160 * size,
        elderly: 120 * size,
      }),
      facts: { cases, actions },
    });
  });
}
