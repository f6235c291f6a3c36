/** How a listed figure stands in the address, and how its rows are found again in the sheet. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rangeAddress, rangePlaces } from '../../../../web/src/shape/rows/cell-links.ts';
import { isToldByRows } from '../../../../web/src/shape/rows/lists-rows.ts';
import { parseRows, printRows, type RowsQuery } from '../../../../web/src/shape/rows/rows-query.ts';
import { rowsSides } from '../../../../web/src/shape/rows/rows-sides.ts';

const workbook = {
  workbook: 'w1',
  fileName: '架空包括.xlsx',
  office: '架空包括',
  tab: '相談受付',
  year: null,
  address: 'https://docs.google.com/spreadsheets/d/1/edit#gid=7',
  columns: ['A', 'Q'],
} as const;

describe('the address of a list', () => {
  test('is short and has no sign that an address would escape', () => {
    const query = { series: 'N01', period: '2024-05', pathway: 'P04', target: 'all', area: 'E01' };
    expect(printRows(query)).toBe('N01.2024-05.P04.all.E01');
    expect(printRows({ ...query, also: [{ by: 'issue', codes: ['K03', 'K04'] }] })).toBe(
      'N01-issue_K03_K04.2024-05.P04.all.E01',
    );
  });

  test('is read back as it was, whatever an office calls its areas and itself', () => {
    const code = fc.string({ minLength: 1, unit: 'grapheme' });
    const query = fc.record({
      series: fc.constantFrom('N01', 'share', 'R05'),
      period: fc.constantFrom('2024-05', 'FY2024Q1', 'FY2024=', 'FY2024-'),
      pathway: fc.constantFrom('all', 'P0401'),
      target: fc.constantFrom('all', 'T01'),
      area: code,
      also: fc.array(
        fc.record({ by: fc.constantFrom('office', 'set', 'age'), codes: fc.array(code, { minLength: 1 }) }),
        {
          minLength: 1,
          maxLength: 2,
        },
      ),
    });
    void fc.assert(
      fc.property(query, (one) => {
        expect(parseRows(printRows(one as RowsQuery))).toEqual(one);
      }),
    );
  });

  test.each(['', 'N01', 'N01.2024-05.all.all', 'N01-nothing_1.2024-05.all.all.E01'])('"%s" names no figure', (word) => {
    expect(parseRows(word)).toBeNull();
  });
});

test.each(['N01', 'N15', 'R01', 'R07', 'share', 'areaShare', 'targetShare', 'minutes', 'totals', 'Q01', 'Q03', 'x'])(
  '%s is offered where there are rows of it, and only there',
  (series) => {
    const query = { series, area: 'Z', pathway: 'all', target: 'all', period: 'FY2024' };
    expect(isToldByRows(series)).toBe(rowsSides(query, 'Z').length > 0);
  },
);

describe('the place of a row', () => {
  test('is the address of the tab with the cells of the row', () => {
    expect(rangeAddress(workbook, 12, 12)).toBe('https://docs.google.com/spreadsheets/d/1/edit#gid=7&range=A12%3AQ12');
  });

  test('is no link where there is no address, or one that a page may not follow', () => {
    expect(rangeAddress({ ...workbook, address: null }, 12, 12)).toBeNull();
    expect(rangeAddress({ ...workbook, address: 'javascript:alert(1)' }, 12, 12)).toBeNull();
  });

  test('of several rows reaches from the first to the last of each sheet', () => {
    const rows = [14, 12, 40].map((row) => ({ workbook: { ...workbook, address: null }, row: { row } }));
    expect(rangePlaces(rows, 'ja').map(({ text }) => text)).toEqual(['架空包括.xlsxの「相談受付」12〜40行目']);
  });
});
