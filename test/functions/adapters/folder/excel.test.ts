import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { excelFile } from './package-builder.ts';
import { folderWith, readFirst, rowsOf } from './read-file.ts';

const oneTab = (rows: string, more: Partial<Parameters<typeof excelFile>[0]> = {}) =>
  excelFile({ tabs: [{ name: '相談受付', rows }], ...more });

describe('what a date cell is in Excel', () => {
  const dates: readonly (number | string)[] = [
    14,
    47,
    'h:mm:ss.000',
    22,
    27,
    30,
    31,
    36,
    50,
    57,
    58,
    'yyyy/mm/dd',
    '[$-411]ggge"年"m"月"d"日";@',
    '[$-ja-JP-x-gannen]ggge"年"m"月"d"日";@',
    '[<=43585][$-411]ggge"年"m"月"d"日";[>=43831]ggge"年"m"月"d"日";ggg"元年"m"月"d"日"',
    '[$-411]ge\\.m\\.d',
    'm"月"d"日"',
    'yyyy"年"m"月"',
    'aaaa',
    '[h]:mm',
    '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
  ];
  it.each(dates)('format %s shows a day', async (format) => {
    expect(await rowsOf(oneTab('<row r="1"><c r="A1" s="1"><v>45383</v></c></row>', { formats: [format] }))).toEqual([
      [{ serial: 45383 }],
    ]);
  });

  const numbers: readonly (number | string)[] = [
    0,
    1,
    9,
    11,
    38,
    49,
    '#,##0',
    '0"件"',
    '#,##0"世帯"',
    '[Red]#,##0;[Blue]-#,##0',
    '"第"0"日"',
    '0.00E+00',
    'General"人"',
    '0\\d\\a\\y',
    '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)',
    '[DBNum3][$-411]0',
  ];
  it.each(numbers)('format %s shows a number', async (format) => {
    expect(await rowsOf(oneTab('<row r="1"><c r="A1" s="1"><v>45383</v></c></row>', { formats: [format] }))).toEqual([
      [45383],
    ]);
  });

  it('counts days from 1899-12-30 in a workbook of the 1904 system too', async () => {
    const rows = '<row r="1"><c r="A1" s="1"><v>43921</v></c><c r="B1"><v>43921</v></c></row>';
    expect(await rowsOf(oneTab(rows, { formats: [14], is1904: true }))).toEqual([[{ serial: 45383 }, 43921]]);
  });

  it('keeps the time of day, and reads dates written as ISO text', async () => {
    const rows =
      '<row r="1"><c r="A1" s="1"><v>45383.75</v></c><c r="B1" t="d"><v>2024-04-01T18:00:00</v></c><c r="C1" t="d"><v>2024-04-01</v></c></row>';
    expect(await rowsOf(oneTab(rows, { formats: [22] }))).toEqual([
      [{ serial: 45383.75 }, { serial: 45383.75 }, { serial: 45383 }],
    ]);
  });
});

describe('what a text is in Excel', () => {
  it('leaves furigana out, in shared and in inline texts', async () => {
    const inside = '<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/>';
    const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is>${inside}</is></c></row>`;
    expect(await rowsOf(oneTab(rows, { sharedStrings: [inside] }))).toEqual([['東京', '東京']]);
  });

  it('joins the pieces of a text in several fonts', async () => {
    const inside =
      '<r><t xml:space="preserve">地域の </t></r><r><rPr><b/><color rgb="FFFF0000"/></rPr><t>サロン</t></r><rPh sb="0" eb="1"><t>チイキ</t></rPh>';
    const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is>${inside}</is></c></row>`;
    expect(await rowsOf(oneTab(rows, { sharedStrings: [inside] }))).toEqual([['地域の サロン', '地域の サロン']]);
  });

  it('keeps 𠮷 and 髙, written out or as an entity, and what Excel writes as _x000D_', async () => {
    const rows =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>';
    const sharedStrings = [
      '<t>𠮷野 髙﨑</t>',
      '<t>&#x20BB7;&amp;&lt;&#128512;</t>',
      '<t>上_x000D_\n下_x005F_x0041_</t>',
    ];
    expect(await rowsOf(oneTab(rows, { sharedStrings }))).toEqual([['𠮷野 髙﨑', '𠮷&<😀', '上\n下_x0041_']]);
  });

  it('keeps a long text whole, wherever the file happens to be cut while it is read', async () => {
    const texts = Array.from({ length: 3000 }, (_, index) =>
      `${index}番の𠮷野さんの家の前の道`.repeat(1 + (index % 40)),
    );
    const sharedStrings = texts.map((text) => `<t>${text}</t>`);
    const rows = texts.map((_, index) => `<row><c t="s"><v>${index}</v></c></row>`).join('');
    expect(await rowsOf(oneTab(rows, { sharedStrings }))).toEqual(texts.map((text) => [text]));
  });
});

describe('what other cells are in Excel', () => {
  it('a formula stands as its stored value, and as nothing where none is stored', async () => {
    const rows =
      '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="C1"><f t="shared" ref="C1:C2" si="0">A1</f><v>2</v></c><c r="D1"><f>A1</f></c><c r="E1" t="str"><f>""</f><v></v></c><c r="F1" t="b"><f>TRUE</f><v>1</v></c></row><row r="2"><c r="C2"><f t="shared" si="0"/><v>3</v></c></row>';
    expect(await rowsOf(oneTab(rows))).toEqual([
      [2, 'ab', 2, null, null, true],
      [null, null, 3],
    ]);
  });

  it('a failed formula is an error, the same word typed as text is not', async () => {
    const rows =
      '<row r="1"><c r="A1" t="e"><f>B1</f><v>#N/A</v></c><c r="B1" t="e"><v>#REF!</v></c><c r="C1" t="s"><v>0</v></c></row>';
    expect(await rowsOf(oneTab(rows, { sharedStrings: ['<t>#N/A</t>'] }))).toEqual([
      [{ error: '#N/A' }, { error: '#REF!' }, '#N/A'],
    ]);
  });

  it('numbers and booleans are themselves', async () => {
    const rows =
      '<row r="1"><c r="A1"><v>-1.5E-3</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="n"><v>0</v></c><c r="D1"><v>123456789012</v></c></row>';
    expect(await rowsOf(oneTab(rows))).toEqual([[-0.0015, false, 0, 123456789012]]);
  });

  it('hidden rows, columns and tabs are there like any other, chart sheets are not', async () => {
    const bytes = excelFile({
      tabs: [
        {
          name: '相談受付',
          rows: '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row>',
        },
        { name: '選択肢', state: 'hidden', rows: '<row r="1"><c r="A1"><v>3</v></c></row>' },
        { name: '圏域 & 町', state: 'veryHidden', rows: '' },
      ],
      hasChartSheet: true,
    });
    expect(await readFirst(await folderWith({ 'a.xlsm': bytes }))).toEqual([
      { tab: '相談受付', id: '0', rows: [[1], [2]], merges: [] },
      { tab: '選択肢', id: '1', rows: [[3]], merges: [] },
      { tab: '圏域 & 町', id: '2', rows: [], merges: [] },
    ]);
  });

  it('a merged range names its cells, ends excluded', async () => {
    const bytes = excelFile({
      tabs: [
        {
          name: '相談受付',
          rows: '<row r="2"><c r="A2"><v>1</v></c></row>',
          after: '<mergeCells count="2"><mergeCell ref="A2:A4"/><mergeCell ref="$B$1:AB1"/></mergeCells>',
        },
      ],
    });
    expect((await readFirst(await folderWith({ 'a.xlsx': bytes })))[0]?.merges).toEqual([
      { top: 1, left: 0, bottom: 4, right: 1 },
      { top: 0, left: 1, bottom: 1, right: 28 },
    ]);
  });

  it('rows and cells without numbers follow each other; with numbers they stand where they say', async () => {
    const rows = '<row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="C4"><v>3</v></c><c><v>4</v></c></row>';
    expect(await rowsOf(oneTab(rows))).toEqual([[1, 2], [], [], [null, null, 3, 4]]);
  });

  it('empty coloured cells at the end of rows and tabs are left out', async () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="0"/><c r="XFD1" s="0"/></row><row r="900000"><c r="A900000" s="0"/></row>';
    expect(await rowsOf(oneTab(rows))).toEqual([[1]]);
  });

  it('comments, prefixes, CDATA and > in an attribute do not disturb it', async () => {
    const rows =
      '<!-- a > b <c r="Z9"><v>9</v></c> --><x:row r="1" note="a > b" other=\'"\'><x:c r="A1" t="inlineStr"><x:is><x:t><![CDATA[1 < 2]]></x:t></x:is></x:c></x:row>';
    expect(await rowsOf(oneTab(rows))).toEqual([['1 < 2']]);
  });

  it('a workbook that another program wrote reads the same', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: '相談受付',
          rows: [
            ['受付番号', '受付日', '件数'],
            ['𠮷-1', new Date(Date.UTC(2024, 3, 1)), 12],
            [null, null, true],
          ],
          merges: [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }],
        },
        { name: '空', rows: [], hidden: true },
      ],
    });
    expect(await readFirst(await folderWith({ 'a.xlsx': bytes }))).toEqual([
      {
        tab: '相談受付',
        id: '0',
        rows: [
          ['受付番号', '受付日', '件数'],
          ['𠮷-1', { serial: 45383 }, 12],
          [null, null, true],
        ],
        merges: [{ top: 1, left: 0, bottom: 3, right: 1 }],
      },
      { tab: '空', id: '1', rows: [], merges: [] },
    ]);
  });
});
