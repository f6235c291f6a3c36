/** What happens to the parts of an .xlsx package and to their XML: broken programs, other programs, ill will. */
import type { Random } from '../sample/random.ts';
import { brokenRelation, definedNames, flipCharacters, manySheets, xmlTrick } from './change-package.ts';
import { type PartsChange, replaceOne, somePart, someSheet } from './some-part.ts';
import type { Part } from './write-parts.ts';

function dropPart(parts: Part[], random: Random): void {
  parts.splice(random.whole(0, parts.length - 1), 1);
}

function emptyPart(parts: Part[], random: Random): void {
  somePart(parts, random).text = random.pick([
    '',
    ' ',
    '<?xml version="1.0"?>',
    '<a/>',
    '</a>',
    '<a>',
    '\u0000',
    'null',
    '<worksheet/>',
  ]);
}

function wrongIndex(parts: Part[], random: Random): void {
  const value = random.pick([
    '-1',
    '99999',
    '1e0',
    '0x1',
    '1.5',
    '',
    ' 1 ',
    'NaN',
    '__proto__',
    'length',
    '１',
    '1e400',
  ]);
  replaceOne(someSheet(parts, random), /<v>\d+<\/v>/g, random, () => `<v>${value}</v>`);
}

function wrongType(parts: Part[], random: Random): void {
  const type = random.pick(['s', 'n', 'b', 'e', 'd', 'str', 'inlineStr', 'x', '', '__proto__']);
  replaceOne(someSheet(parts, random), / t="[^"]*"/g, random, () => ` t="${type}"`);
}

function strangeNumber(parts: Part[], random: Random): void {
  const value = random.pick([
    'Infinity',
    '-Infinity',
    'NaN',
    '0x1F',
    '0b11',
    '0o17',
    '1e309',
    '-1e309',
    '1e-400',
    '١٢',
    '1,5',
    '1_0',
    '--1',
    '+3',
    ' 45000 ',
    '45000.',
    '2024-05-10',
    '2024-05-10T10:00:00',
    '99999-01-01',
    '-0',
    '0045',
  ]);
  const how = random.pick([' s="1"', '', ' t="d"', ' t="n"', ' s="1" t="n"', ' s="-1"', ' s="1e0"', ' s="999999"']);
  replaceOne(
    someSheet(parts, random),
    /(?: s="\d+")?(?: t="\w+")?><v>[^<]*<\/v>/g,
    random,
    () => `${how}><v>${value}</v>`,
  );
}

function strangePlace(parts: Part[], random: Random): void {
  const place = random.pick([
    'A0',
    'A1',
    'a1',
    '$A$1',

    'XFE1',
    'A1048577',
    'AAAA1',
    '1',
    '',
    'A',
    'A1:B2',
    'A1.5',
    'A-1',
    'A1e3',
    'Ａ１',
    'A01',
    'C3',
    'B2',
    '__proto__',
  ]);
  replaceOne(someSheet(parts, random), / r="[A-Z]+\d+"/g, random, () => ` r="${place}"`);
}

function strangeRow(parts: Part[], random: Random): void {
  const row = random.pick([
    '0',
    '-1',
    '1.5',
    '2.5',
    '1e3',
    'abc',
    '',
    '1048577',
    '99999999999',
    '0x2',
    'Infinity',
    '3',
    '1',
  ]);
  const sheet = someSheet(parts, random);
  // Without r on its cells the row's number alone says where they stand.
  if (random.chance(0.5)) sheet.text = sheet.text.replace(/(<(?:x:)?c) r="[A-Z]+\d+"/g, '$1');
  replaceOne(sheet, /<(?:x:)?row(?: r="[^"]*")?/g, random, (found) => `${found.split(' ')[0]} r="${row}"`);
}

function rowsOutOfOrder(parts: Part[], random: Random): void {
  replaceOne(someSheet(parts, random), /<row .*?<\/row><row .*?<\/row>/g, random, (found) => {
    const middle = found.indexOf('</row>') + '</row>'.length;
    return found.slice(middle) + found.slice(0, middle);
  });
}

function sameCellTwice(parts: Part[], random: Random): void {
  replaceOne(
    someSheet(parts, random),
    /<c r="[A-Z]+\d+"[^>]*><v>[^<]*<\/v><\/c>/g,
    random,
    (found) => found + found.replace(/<v>[^<]*/, '<v>7'),
  );
}

function farCell(parts: Part[], random: Random): void {
  const row = random.weighted([
    [5_000, 20],
    [60_000, 5],
    [1_048_576, 0.2],
  ]);
  const sheet = someSheet(parts, random);
  sheet.text = sheet.text.replace(
    '</sheetData>',
    `<row r="${row}"><c r="${random.pick(['A', 'C', 'XFD'])}${row}"><v>1</v></c></row></sheetData>`,
  );
}

function manyMerges(parts: Part[], random: Random): void {
  const count = random.pick([2, 50, 2_000, 20_000]);
  const ref = random.pick([
    'A1:A1048576',
    'D2:D1048576',
    'D2:E2',
    'E5:D2',
    'A1',
    '',
    'A:A',
    '1:1',
    'D2:D1048577',
    'XFD1:XFD9',
  ]);
  const sheet = someSheet(parts, random);
  sheet.text = sheet.text.replace(
    '</sheetData>',
    `</sheetData><mergeCells>${`<mergeCell ref="${ref}"/>`.repeat(count)}</mergeCells>`,
  );
}

export const partsChanges: Readonly<Record<string, readonly [change: PartsChange, weight: number]>> = {
  'drop-part': [dropPart, 4],
  'empty-part': [emptyPart, 4],
  'wrong-index': [wrongIndex, 6],
  'wrong-type': [wrongType, 8],
  'strange-number': [strangeNumber, 10],
  'strange-place': [strangePlace, 8],
  'strange-row': [strangeRow, 8],
  'rows-order': [rowsOutOfOrder, 3],
  'same-cell-twice': [sameCellTwice, 4],
  'far-cell': [farCell, 1],
  'many-merges': [manyMerges, 3],
  relation: [brokenRelation, 6],
  'many-sheets': [manySheets, 2],
  names: [definedNames, 5],
  xml: [xmlTrick, 14],
  flip: [flipCharacters, 10],
};
