/** 海野県: big enough, mixed enough, and not to be taken for a real place. */
import { describe, expect, test } from 'vitest';
import { prefectures } from '#sheets-schema/vocabulary/prefectures.ts';
import { fictionalSample } from '../../scripts/sample/fictional/fictional-workbooks.ts';
import { municipalities, prefectureName } from '../../scripts/sample/fictional/prefecture.ts';
import { readRecords } from '../../scripts/sample/read-source.ts';

const { workbooks, truth } = fictionalSample({ seed: 1, asOf: '2026-11-20' });
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe('海野県', () => {
  test('has 12 municipalities, 26 offices and 20,000 cases with two to four actions each', () => {
    expect([municipalities.length, workbooks.length, sum(truth.map(({ cases }) => cases))]).toEqual([12, 26, 20_000]);
    const actionsPerCase = sum(truth.map(({ actions }) => actions)) / 20_000;
    expect(actionsPerCase).toBeGreaterThan(2);
    expect(actionsPerCase).toBeLessThan(4);
  });

  test('refuses one or two cases in a hundred, and most of its mess is read', () => {
    const share = sum(truth.map(({ casesRefused }) => casesRefused)) / 20_000;
    expect(share).toBeGreaterThan(0.01);
    expect(share).toBeLessThan(0.02);
  });

  test('says in every workbook that its data are fictional', () => {
    const kinds = workbooks.map(({ tabs }) => tabs[0]?.rows.find(([item]) => item === 'データの種類')?.[1]);
    expect(new Set(kinds)).toEqual(new Set(['架空のデータ']));
  });

  test('bears neither the name nor the code of a real prefecture or municipality', async () => {
    const real = [
      ...prefectures.map(({ ja }) => ja),
      ...(await readRecords('tochigi/codes.csv')).map(({ name }) => name),
      '氷見市',
    ];
    const names = [prefectureName, ...municipalities.map(({ name }) => name)];
    expect(names.filter((name) => real.includes(name))).toEqual([]);
    expect(municipalities.filter(({ digits }) => !digits.startsWith('99'))).toEqual([]);
  });

  test('holds nothing that happens after the day it is made for, but for the dates that are wrong on purpose', () => {
    const later = Date.UTC(2026, 10, 20);
    const cells = workbooks.flatMap(({ tabs }) => tabs.flatMap(({ rows }) => rows.flat()));
    expect(cells.filter((cell) => cell instanceof Date && cell.getTime() > later)).toEqual([]);
  });

  test('gives areas the shares of a whole: the lowest areas of a municipality add up to it', () => {
    for (const { name, areas } of municipalities) {
      if (areas.length === 0) continue;
      expect({
        name,
        share: sum(areas.filter(({ takesCases }) => takesCases).map(({ share }) => share)).toFixed(6),
      }).toEqual({
        name,
        share: '1.000000',
      });
    }
  });

  test('has no area that two others of its municipality share the code of, and every parent exists', () => {
    for (const { areas } of municipalities) {
      const codes = new Set(['Z00', ...areas.map(({ code }) => code)]);
      expect(codes.size).toBe(areas.length + 1);
      expect(areas.flatMap(({ parents }) => parents).filter((parent) => !codes.has(parent))).toEqual([]);
    }
  });

  test('has a share of rows that are typed otherwise than the template has them', () => {
    const pathwayCells = workbooks.flatMap(({ tabs }) => {
      const tab = tabs.find(({ name }) => name === '相談受付');
      return tab?.rows.flat() ?? [];
    });
    const words = ['〃', '同上', '民生さん', 'お年寄り', '町の人', '東山町', '年度合計', '男？'];
    expect(words.filter((word) => !pathwayCells.includes(word))).toEqual([]);
    expect(workbooks.some(({ tabs }) => tabs.some(({ merges = [] }) => merges.length > 0))).toBe(true);
    expect(new Set(workbooks.map(({ format }) => format))).toEqual(new Set(['xlsx', 'csv-cp932', 'csv-utf8-bom']));
  });
});
