import { expect, test } from 'vitest';
import type { AreaRow, AreaShape } from '../../../../web/src/shape/areas/area-rows.ts';
import { columnWidths } from '../../../../web/src/shape/areas/area-widths.ts';

function rowOf(name: string, depth = 0): AreaRow {
  const none = { state: 'n/a' } as const;
  return {
    ...{ code: name, name, depth, hasParts: false, look: 'plain', isPartial: false },
    ...{ count: none, share: none, difference: none, rate: none, months: [] },
  };
}

function shapeOf(names: readonly string[], months: readonly string[] = []): AreaShape {
  return {
    ...{ measure: 'N01', decimals: 0, rows: names.map((name) => rowOf(name)), months, hasRates: true },
    ...{ hasDifferences: true, comparedMonths: [], hottest: 0, missing: [] },
  };
}

const columnsOf = (tracks: string) =>
  tracks.match(/minmax\((\d+)px/g)?.map((track) => Number(track.slice(7, -2))) ?? [];

test('a whole year of a city with areas fits beside the navigation of a wide screen', () => {
  const months = Array.from({ length: 12 }, (_, place) => `2024-${String(place + 1).padStart(2, '0')}`);
  const { wide } = columnWidths(shapeOf(['東部圏域', '第二中学校区'], months), 'ja');
  expect(columnsOf(wide.tracks)).toHaveLength(19);
  expect(Number.parseInt(wide.least, 10)).toBeLessThanOrEqual(1176);
});

test('a long name has room, and a very long one is broken into lines', () => {
  const first = (name: string) => columnsOf(columnWidths(shapeOf([name]), 'ja').wide.tracks)[0] ?? 0;
  expect(first('港')).toBeLessThan(first('港南中央日常生活圏域北部'));
  expect(first('港'.repeat(40))).toBe(first('港'.repeat(60)));
});

test('on a narrow screen the bars make room', () => {
  const { wide, narrow } = columnWidths(shapeOf(['港']), 'en');
  expect(columnsOf(narrow.tracks)).toHaveLength(columnsOf(wide.tracks).length - 1);
  expect(columnsOf(narrow.tracks).reduce((sum, width) => sum + width, 0)).toBe(Number.parseInt(narrow.least, 10));
});
