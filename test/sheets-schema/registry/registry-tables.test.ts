/** The tabs of a registry: their headers, and that each explains itself. */
import { describe, expect, test } from 'vitest';
import { planNewRegistry } from '#functions/plan/new-registry.ts';
import { readRegistry } from '#functions/plan/registry.ts';
import { type Column, fold, readCell, type Table } from '#sheets-schema';
import { registryTables } from '#sheets-schema/registry/registry.ts';

const all: readonly (readonly [string, Table])[] = Object.values(registryTables).map((table) => [table.tab, table]);

test('the headers, a star where a column is required', () => {
  const headers = all.map(([tab, table]) => [
    tab,
    Object.values(table.columns)
      .map((column: Column) => column.header + (column.required ? '*' : ''))
      .join(' '),
  ]);
  expect(headers).toEqual([
    ['登録', '市区町村コード* 都道府県名 報告機関名* ブック* 有効 連絡先 備考'],
    ['利用者', 'メールアドレス* 種別 役割* 市区町村コード 都道府県コード 備考'],
    ['目安値', '指標* 値 単位 適用開始* 適用終了 都道府県コード 出典 定義 定義の変わり目 備考'],
    ['秘匿', '見る人* 基準 秘匿する件数 0件の扱い 丸め 適用開始* 適用終了 都道府県コード 備考'],
  ]);
});

describe.each(all)('%s', (_, table) => {
  const columns = Object.values(table.columns);

  test('no header or alias names two columns', () => {
    const words = columns.flatMap((column) => [...new Set([column.header, ...column.aliases].map(fold))]);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  test('no word of a choice means two things', () => {
    for (const column of columns) {
      if (column.kind !== 'option') continue;
      const words = column.options.flatMap((option) => [...new Set(option.words.map(fold))]);
      expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
    }
  });

  test('every column explains itself in both languages, and its example reads without a remark', () => {
    for (const column of columns) {
      expect([column.help.ja !== '', column.help.en !== '']).toEqual([true, true]);
      if (column.example === '') continue;
      expect(readCell(column, column.example, { ownWords: new Map() })).toMatchObject({
        outcome: 'value',
        notices: [],
      });
    }
  });
});

test('a new registry is read without a remark, and its examples make a good row', () => {
  const grids = planNewRegistry().map(({ title, cells }) => ({
    tab: title,
    id: title,
    rows: [cells.map(({ text }) => text ?? null)],
    merges: [],
  }));
  const empty = {
    workbooks: [],
    people: [],
    guides: [],
    protections: [],
    refused: [],
    findings: [],
    troubles: { registrations: null, people: null, guides: null, protections: null },
  };
  expect(readRegistry(grids)).toEqual(empty);
  const filled = grids.map((grid, position) => ({
    ...grid,
    rows: [...grid.rows, Object.values(all[position]?.[1].columns ?? {}).map(({ example }) => example || null)],
  }));
  const { workbooks, people, guides, protections, findings } = readRegistry(filled);
  const read = [workbooks, people, guides, protections].map(({ length }) => length);
  expect([read, findings]).toEqual([[1, 1, 1, 1], []]);
});
