/** What happens to the parts of an .xlsx package and to their XML: broken programs, other programs, ill will. */
import type { Random } from '../sample/random.ts';
import type { Part } from './write-parts.ts';

export type PartsChange = (parts: Part[], random: Random) => void;

const sheetsOf = (parts: readonly Part[]) => parts.filter(({ name }) => name.includes('worksheets/'));
const partNamed = (parts: readonly Part[], name: string) => parts.find((part) => part.name === name);

function somePart(parts: readonly Part[], random: Random): Part {
  return parts[random.whole(0, parts.length - 1)] ?? { name: '', text: '' };
}

function someSheet(parts: readonly Part[], random: Random): Part {
  const sheets = sheetsOf(parts);
  return sheets[random.whole(0, sheets.length - 1)] ?? { name: '', text: '' };
}

/** Replaces one of the places where the pattern stands. */
function replaceOne(part: Part, pattern: RegExp, random: Random, by: (found: string) => string): void {
  const places = [...part.text.matchAll(pattern)];
  const place = places[random.whole(0, Math.max(0, places.length - 1))];
  if (place === undefined) return;
  part.text = part.text.slice(0, place.index) + by(place[0]) + part.text.slice(place.index + place[0].length);
}

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

function brokenRelation(parts: Part[], random: Random): void {
  const part = random.chance(0.7) ? partNamed(parts, 'xl/_rels/workbook.xml.rels') : partNamed(parts, '_rels/.rels');
  if (part === undefined) return;
  const target = random.pick([
    '../../../../etc/passwd',
    'worksheets/sheet1.xml',
    '',
    '/',
    'http://example.invalid/x.xml',
    'workbook.xml',
    'sharedStrings.xml',
    'worksheets/nothing.xml',
    '..',
    '__proto__',
  ]);
  const by = random.pick([
    ` Target="${target}"`,
    ' Id="rId1"',
    ' Type="worksheet"',
    ' Type=""',
    ' TargetMode="External"',
  ]);
  const pattern = new RegExp(` ${by.trim().split('=')[0]}="[^"]*"`, 'g');
  replaceOne(part, by.includes('TargetMode') ? / Id="[^"]*"/g : pattern, random, (found) =>
    by.includes('TargetMode') ? found + by : by,
  );
}

function manySheets(parts: Part[], random: Random): void {
  const workbook = partNamed(parts, 'xl/workbook.xml');
  if (workbook === undefined) return;
  const sheet = /<(?:x:)?sheet [^>]*\/>/.exec(workbook.text)?.[0] ?? '';
  workbook.text = workbook.text.replace(sheet, sheet.repeat(random.pick([2, 20, 300])));
}

function definedNames(parts: Part[], random: Random): void {
  const workbook = partNamed(parts, 'xl/workbook.xml');
  if (workbook === undefined) return;
  const names = [
    'cases',
    'cases.receivedOn',
    'cases.receiptNumber',
    'profile',
    'profile.officeName',
    '__proto__',
    'constructor.prototype',
    'totals.value',
    'cases.area',
  ] as const;
  const places = [
    '相談受付!$A$1',
    "'相談受付'!$B$1",
    '相談受付!$C$1',
    '#REF!',
    '集計報告!$A$1',
    '基本情報!$A$4',
    '相談受付!$ZZZ$9999999',
    "''''!$A$1",
    '[1]相談受付!$A$1',
  ] as const;
  const listed = Array.from(
    { length: random.whole(1, 8) },
    () => `<definedName name="_kasanari.${random.pick(names)}" hidden="1">${random.pick(places)}</definedName>`,
  );
  workbook.text = workbook.text.replace('</workbook>', `<definedNames>${listed.join('')}</definedNames></workbook>`);
}

function xmlTrick(parts: Part[], random: Random): void {
  const part = somePart(parts, random);
  const deep = random.pick([10, 255, 257, 5_000]);
  const bomb = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(50)}"><!ENTITY b "&a;&a;&a;&a;">]>`;
  part.text = random.pick([
    (text: string) => bomb + text,
    (text: string) => text.replace(/>/, `>${'<d>'.repeat(deep)}${'</d>'.repeat(deep)}`),
    (text: string) => text.slice(0, random.whole(0, text.length)),
    (text: string) => `\ufeff${text}`,
    (text: string) => text.replace('UTF-8', 'Shift_JIS'),
    (text: string) => text.replace(/<\/\w+>/, ''),
    (text: string) => text.replace(/>/, '><!-- <row> -->'),
    (text: string) => text.replace(/>/, '><?php echo 1 ?>'),
    (text: string) => text.replace(/>/, '><![CDATA[<row r="9"><c><v>9</v></c></row>]]>'),
    (text: string) => text.replaceAll('<v>', '<v>&#49;&unknown;&#x0;&#xD800;&#99999999;'),
    (text: string) => text.replace(/ (\w+)="/, ' $1="9" $1="'),
    (text: string) => text.replace(/<(\w+)/, `<$1 ${'a'.repeat(random.pick([10, 100_000]))}="1"`),
    (text: string) =>
      text
        .replaceAll('<c ', '<mc:AlternateContent><mc:Choice Requires="x14"><c ')
        .replaceAll('</c>', '</c></mc:Choice><mc:Fallback/></mc:AlternateContent>'),
    (text: string) => text.replaceAll('<v>', '<v xml:space="preserve"> '),
    (text: string) => text.replaceAll('<v>', '<extLst><v>8</v></extLst><v>'),
    (text: string) => text.replaceAll('"', "'"),
    (text: string) => text + text,
    (text: string) => text.replaceAll('row', 'ROW'),
  ])(part.text);
}

function flipCharacters(parts: Part[], random: Random): void {
  const part = somePart(parts, random);
  for (let times = random.whole(1, 4); times > 0; times -= 1) {
    const at = random.whole(0, part.text.length);
    const sign = random.pick([
      '<',
      '>',
      '"',
      '&',
      '/',
      '\u0000',
      '0',
      '9',
      ' ',
      '=',
      'é',
      '\ud83d',
      ';',
      '-',
      '!',
      ']',
      'r',
    ]);
    part.text = part.text.slice(0, at) + sign + part.text.slice(at + random.whole(0, 1));
  }
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
