import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { codeLists, indicators, type Table, tables } from '#sheets-schema';
import { writeGuide } from '#sheets-schema/guide.ts';

test('docs/workbook-guide.md is what the definition says now (npm run guide)', () => {
  expect(readFileSync('docs/workbook-guide.md', 'utf8')).toBe(writeGuide());
});

test('the guide names every column, code and indicator', () => {
  const guide = writeGuide();
  const words = [
    ...Object.values(tables).flatMap((table: Table) => [
      table.tab,
      ...Object.values(table.columns).map((column) => `**${column.header}**`),
    ]),
    ...codeLists.flatMap((list) => list.codes.flatMap((code) => [`\`${code.code}\``, code.ja, ...code.synonyms])),
    ...indicators.map((indicator) => `\`${indicator.code}\``),
  ];
  expect(words.filter((word) => !guide.includes(word))).toEqual([]);
});

test('the browser can have the vocabulary without zod', () => {
  for (const file of ['codes', 'indicators', 'eras', 'prefectures', 'messages']) {
    const source = readFileSync(`sheets-schema/vocabulary/${file}.ts`, 'utf8');
    expect(
      [...source.matchAll(/from '([^']+)'/g)].map(([, path]) => path).filter((path) => !path?.startsWith('./')),
    ).toEqual([]);
  }
});
