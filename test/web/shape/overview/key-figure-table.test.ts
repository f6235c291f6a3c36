/** The tiles of 概況 as they are taken along. */
import { expect, test } from 'vitest';
import type { Cut } from '#functions/publish/release.ts';
import { writeCsv } from '../../../../web/src/shape/export/csv.ts';
import { keyFigureTable } from '../../../../web/src/shape/overview/key-figure-table.ts';
import { keyFigures } from '../../../../web/src/shape/overview/key-figures.ts';
import { selectionOf } from '../../../../web/src/shape/selection.ts';
import { plainView } from '../../../../web/src/view-state.ts';
import { fujigauraCuts, fujigauraIndex as index } from '../../fixtures/fujigaura.ts';

const [cut] = fujigauraCuts as readonly [Cut];
const selection = selectionOf(plainView, index);

function linesOf(language: 'ja' | 'en', period = selection.period): readonly string[] {
  const tiles = keyFigures({ index, cut, goals: [], selection: { ...selection, period }, language });
  return writeCsv(keyFigureTable(tiles, '', language), language)
    .trimEnd()
    .split('\r\n');
}

test('value, unit, both sides of the comparison and the difference stand in cells of their own', () => {
  const [header, first] = linesOf('ja');
  expect(header).toBe('\uFEFF数字,値,単位,比べた月,比べた値,前年同期,差,目標,注');
  expect(first).toBe('新規相談件数,174,件,4〜12月,174,126,48,,一部の報告機関が未報告：値');
});

test('where a month had to be left out, the table names the months and the value that are compared', () => {
  const [, first] = linesOf('en', 'FY2023');
  expect(first?.split(',').slice(0, 9).join(',')).toBe('New consultations,168,cases,"Apr–Oct, Dec–Mar",154,154,0,');
});

test('without a year before, nothing stands where it would be compared', () => {
  const tiles = keyFigures({ index: { ...index, compared: {} }, cut, goals: [], selection, language: 'ja' });
  const [row] = keyFigureTable(tiles, '', 'ja').rows;
  expect(row?.cells.slice(2, 6)).toEqual(Array.from({ length: 4 }, () => ({ kind: 'blank' })));
});
