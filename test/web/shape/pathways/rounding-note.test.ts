/** 地域 in the stack and 地域経由割合 beside it: a difference of 0.1 is explained where it is seen, and nowhere else. */
import { expect, test } from 'vitest';
import { pathwayShape } from '../../../../web/src/shape/pathways/pathway-figures.ts';
import { roundingNote } from '../../../../web/src/shape/pathways/rounding-note.ts';
import { aCut, himiIndex } from '../../fixtures/published.ts';

const selection = { area: '162051', target: 'all' };
const periods = [
  { period: 'FY2016', name: '平成28年度', short: '28' },
  { period: 'FY2017', name: '平成29年度', short: '29' },
];

function noteFor(alone: Readonly<Record<string, number>>) {
  const cut = aCut(himiIndex, 'area/162051', {
    'N01|162051|P04|all': { FY2016: 29, FY2017: 52 },
    'share|162051|P04|all': { FY2016: 16.1, FY2017: 17.4 },
    'R01|162051|all|all': alone,
  });
  const shape = pathwayShape({ cut, periods, selection, level: 1, language: 'ja' });
  return roundingNote({ cut, shape, selection, language: 'ja' });
}

test('where both print the same, nothing is said', () => {
  expect(noteFor({ FY2016: 16.1, FY2017: 17.4 })).toEqual([]);
  expect(noteFor({ FY2016: 16.1111, FY2017: 17.3501 })).toEqual([]);
});

test('where they differ, the note gives the value rounded by itself', () => {
  expect(noteFor({ FY2016: 16.1, FY2017: 17.4501 })).toEqual([
    '図の割合は、合計が100.0になるように端数を整えています。「地域」だけを四捨五入した地域経由割合は平成29年度17.5%です。',
  ]);
});
