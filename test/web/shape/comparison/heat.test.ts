/** The table of classes. Everything here is 架空のデータ. */
import { describe, expect, test } from 'vitest';
import { type HeatOrder, shapeHeat } from '../../../../web/src/shape/comparison/heat.ts';
import { aTown, codeOf } from '../../../functions/publish/comparison/town-builder.ts';
import { compareTowns } from './compared-prefecture.ts';

/** Ten towns of 50,000 with 150 consultations each, and what the test is about. */
const usual = Array.from({ length: 10 }, (_, at) =>
  aTown(codeOf(at + 10), { name: `並町${at}`, inhabitants: 50_000, cases: [150] }),
);
const towns = [
  ...usual,
  aTown(codeOf(1), { name: '高市', inhabitants: 60_000, cases: [400] }),
  aTown(codeOf(2), { name: '未報告町', inhabitants: 70_000, cases: ['u'], months: 0 }),
  aTown(codeOf(3), { name: '秘匿村', inhabitants: 900, cases: [3] }),
  aTown(codeOf(4), { name: '人口不明町', inhabitants: null, cases: [12] }),
];
const { comparison } = compareTowns(towns, { mayBeSeen: (cell) => !cell.startsWith(`N01|${codeOf(3)}`) });

const heat = (order: HeatOrder = 'code') => shapeHeat(comparison, { period: 'FY2018', order, language: 'ja' });
const rowsOf = (order: HeatOrder) => heat(order).groups.flatMap(({ rows }) => rows.map(({ town }) => town.name));

describe('the table of classes', () => {
  test('tells 秘匿, 未報告, 対象外 and a class apart, in words too', () => {
    const model = heat();
    const cells = Object.fromEntries(
      model.groups.flatMap(({ rows }) => rows.map(({ town, cells: [first] }) => [town.name, first])),
    );
    expect([cells.高市, cells.未報告町, cells.秘匿村, cells.人口不明町, cells.並町0]).toEqual([
      'clearlyHigh',
      'unreported',
      'suppressed',
      'n/a',
      'within',
    ]);
    const words = model.table.rows.map(({ cells: [, cell] }) => (cell?.kind === 'text' ? cell.text : null));
    expect(new Set(words)).toEqual(new Set(['明らかに高い', '未報告', '秘匿', '対象外', '偶然の範囲内']));
  });

  test('says who differs most, and leaves out measures without any value by name', () => {
    const model = heat();
    expect(model.title).toBe('高市は14市町村の中で最も多く、1個の尺度で県の値から明らかに外れます');
    expect(model.measures.map(({ code }) => code)).toEqual(['R06']);
    expect(model.notes.find((note) => note.includes('複合課題割合'))).toMatch(/^どの市町村にも値がない尺度：/);
  });

  test('sorts by inhabitants with the unknown last, and by size class in groups', () => {
    expect(rowsOf('inhabitants').slice(0, 2)).toEqual(['未報告町', '高市']);
    expect(rowsOf('inhabitants').at(-1)).toBe('人口不明町');
    expect(heat('size').groups.map(({ label, rows }) => [label, rows.length])).toEqual([
      ['人口5万人以上20万人未満の市町村', 12],
      ['人口1万人未満の市町村', 1],
      ['人口の登録がない市町村', 1],
    ]);
    expect(rowsOf('clear')[0]).toBe('高市');
  });

  test('says that nobody differs where nobody does', () => {
    const { comparison: alike } = compareTowns(usual);
    expect(shapeHeat(alike, { period: 'FY2018', order: 'code', language: 'en' }).title).toBe(
      'No municipality differs clearly from the prefecture in any measure',
    );
  });
});
