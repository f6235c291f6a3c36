/** One more line in a .csv file that people also edit in Excel. */
import { describe, expect, test } from 'vitest';
import { appendToCsv, csvLine } from '#functions/adapters/registry/append-row.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const row = ['162051', '', '氷見市社協', 'himi'];

describe('a line is added', () => {
  test.each([
    ['below the last one', '\uFEFFa,b\r\n1,2\r\n', '\uFEFFa,b\r\n1,2\r\n162051,,氷見市社協,himi\r\n'],
    ['where the last line has no end', 'a,b\r\n1,2', '\uFEFFa,b\r\n1,2\r\n162051,,氷見市社協,himi\r\n'],
    ['with the ends of lines that are there', 'a,b\n1,2\n', '\uFEFFa,b\n1,2\n162051,,氷見市社協,himi\n'],
    [
      'between tabs',
      'a\tb\tc\td\r\n1\t2\t3\t4\r\n',
      '\uFEFFa\tb\tc\td\r\n1\t2\t3\t4\r\n162051\t\t氷見市社協\thimi\r\n',
    ],
    ['to an empty file', '', '\uFEFF162051,,氷見市社協,himi\r\n'],
  ])('%s', (_, before, after) => {
    expect(appendToCsv(utf8(before), row)).toBe(after);
  });

  test('to a file of Excel in Japan, which is UTF-8 then', () => {
    // 市 in CP932
    expect(appendToCsv(Uint8Array.of(0x8e, 0x73, 0x0d, 0x0a), ['a'])).toBe('\uFEFF市\r\na\r\n');
  });

  test('not to a file that is no text', () => {
    expect(() => appendToCsv(Uint8Array.of(0, 1, 2, 0xff), ['a'])).toThrow('file/csv-encoding');
  });
});

test.each([
  [['a,b', 'c'], '"a,b",c'],
  [['say "a"', ''], '"say ""a""",'],
  [['a\nb'], '"a\nb"'],
])('%j is written as %s', (cells, line) => {
  expect(csvLine(cells)).toBe(line);
});
