/** What happens to a package as a whole: its relations, sheets and names, and tricks of XML in any of its parts. */
import type { Random } from '../sample/random.ts';
import { partNamed, replaceOne, somePart } from './some-part.ts';
import type { Part } from './write-parts.ts';

export function brokenRelation(parts: Part[], random: Random): void {
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

export function manySheets(parts: Part[], random: Random): void {
  const workbook = partNamed(parts, 'xl/workbook.xml');
  if (workbook === undefined) return;
  const sheet = /<(?:x:)?sheet [^>]*\/>/.exec(workbook.text)?.[0] ?? '';
  workbook.text = workbook.text.replace(sheet, sheet.repeat(random.pick([2, 20, 300])));
}

export function definedNames(parts: Part[], random: Random): void {
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

export function xmlTrick(parts: Part[], random: Random): void {
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

export function flipCharacters(parts: Part[], random: Random): void {
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
