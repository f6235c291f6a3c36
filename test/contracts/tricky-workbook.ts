/**
 * One workbook with everything that sources get wrong, as grids and as the .xlsx that Excel would have written.
 * Each source's test puts it before its adapter and expects these grids back.
 */
import type { SheetGrid } from '#functions/world.ts';
import { excelFile } from '../functions/adapters/folder/package-builder.ts';

/** What every source gives for it; Google's tabs bear their own ids. */
export const trickyGrids: readonly SheetGrid[] = [
  {
    tab: '相談受付',
    id: '0',
    rows: [
      ['受付番号', '受付日', '圏域', '経路', '複合課題', '件数'],
      ['R6-0001', { serial: 45383 }, '𠮷野 東', '民生委員', true, 12],
      ['R6-0002', { serial: 45384 }, null, '本人\n家族', false, 0],
      ['R6-0003', 45385, '不明', { error: '#N/A' }, null, 1.5],
      [],
      ['R6-0004', '令和6年4月4日', 'ﾆｼ', '社協', null, { error: '#REF!' }],
      ['R6-0005', { serial: 45386.75 }, null, '〃', null, -3],
    ],
    merges: [{ top: 1, left: 2, bottom: 3, right: 3 }],
  },
  { tab: '会議（4月）', id: '1', rows: [['開催日'], [{ serial: 45400 }]], merges: [] },
  { tab: '空のシート', id: '2', rows: [], merges: [] },
];

const shared = [
  '受付番号',
  '受付日',
  '圏域',
  '経路',
  '複合課題',
  '件数',
  'R6-0001',
  'R6-0002',
  'R6-0003',
  '不明',
  'R6-0004',
  '令和6年4月4日',
  'ﾆｼ',
  'R6-0005',
  '〃',
  '開催日',
];
const text = (place: string, value: string, style = 0) =>
  `<c r="${place}" s="${style}" t="s"><v>${shared.indexOf(value)}</v></c>`;
const header = ['受付番号', '受付日', '圏域', '経路', '複合課題', '件数'];
const furigana = '<rPh sb="0" eb="2"><t>ヨシノ</t></rPh><phoneticPr fontId="1"/>';

/** Era formats, a built-in Japanese format, furigana, shared formulas, comments, hidden rows and tabs, the 1904 system. */
export function trickyExcelFile({ is1904 }: { readonly is1904: boolean }): Buffer {
  const day = (serial: number) => serial - (is1904 ? 1462 : 0);
  const rows = [
    `<row r="1">${header.map((word, index) => text(`${'ABCDEF'[index]}1`, word)).join('')}</row>`,
    `<row r="2">${text('A2', 'R6-0001')}<c r="B2" s="1"><v>${day(45383)}</v></c><c r="C2" t="inlineStr"><is><r><t>𠮷野</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 東</t></r>${furigana}</is></c><c r="D2" t="inlineStr"><is><t>民生委員</t>${furigana}</is></c><c r="E2" t="b"><v>1</v></c><c r="F2"><f t="shared" ref="F2:F3" si="0">LEN(A2)</f><v>12</v></c><c r="G2" s="2"/></row>`,
    `<row r="3" hidden="1">${text('A3', 'R6-0002')}<c r="B3" s="2"><v>${day(45384)}</v></c><c r="C3"/><c r="D3" t="str"><f>"本人"&amp;CHAR(10)&amp;"家族"</f><v>本人_x000D_\n家族</v></c><c r="E3" t="b"><v>0</v></c><c r="F3"><f t="shared" si="0"/><v>0</v></c></row>`,
    `<row r="4">${text('A4', 'R6-0003')}<c r="B4" s="3"><v>45385</v></c>${text('C4', '不明')}<c r="D4" t="e"><f>VLOOKUP(A1,B:C,2,0)</f><v>#N/A</v></c><c r="E4"><f>A4</f></c><c r="F4"><v>1.5</v></c></row>`,
    '<row r="5"><c r="A5" s="1"/><c r="F5" s="1"/></row>',
    `<row r="6">${text('A6', 'R6-0004')}${text('B6', '令和6年4月4日', 1)}${text('C6', 'ﾆｼ')}<c r="D6" t="inlineStr"><is><t>社協</t></is></c><c r="F6" t="e"><v>#REF!</v></c></row>`,
    `<row r="7">${text('A7', 'R6-0005')}<c r="B7" s="4"><v>${day(45386.75)}</v></c>${text('D7', '〃')}<c r="F7" s="3"><v>-3</v></c></row>`,
    '<row r="800"><c r="A800" s="1"/></row>',
  ];
  return excelFile({
    is1904,
    hasChartSheet: true,
    // 57 is the built-in 'yyyy年m月d日' of Japanese Excel; files do not spell it out.
    formats: ['[$-411]ggge"年"m"月"d"日";@', 57, '#,##0_);[Red]\\(#,##0\\)', 'yyyy/m/d h:mm'],
    sharedStrings: shared.map((word) => `<t>${word}</t>${furigana}`),
    tabs: [
      {
        name: '相談受付',
        rows: rows.join(''),
        after: '<mergeCells count="1"><mergeCell ref="C2:C3"/></mergeCells><legacyDrawing r:id="rId9"/>',
      },
      {
        name: '会議（4月）',
        state: 'hidden',
        rows: `<row>${text('A1', '開催日')}</row><row><c s="2"><v>${day(45400)}</v></c></row>`,
      },
      { name: '空のシート', rows: '' },
    ],
  });
}

/** The .csv files that the same workbook becomes: everything is text there, as its formats show it. */
export const trickyCsvFiles: Readonly<Record<string, string>> = {
  相談受付:
    '受付番号,受付日,圏域,経路,複合課題,件数\r\nR6-0001,令和6年4月1日,𠮷野 東,民生委員,TRUE,12\r\nR6-0002,2024年4月2日,,"本人\r\n家族",FALSE,0\r\nR6-0003,45385,不明,#N/A,,1.5\r\n,,,,,\r\nR6-0004,令和6年4月4日,ﾆｼ,社協,,#REF!\r\nR6-0005,2024/4/4 18:00,,〃,,-3\r\n,,,,,\r\n',
  '会議（4月）': '開催日\r\n2024年4月18日\r\n',
  空のシート: '',
};

/** The grids that those give, tabs in the order of their names. */
export const trickyCsvGrids: readonly SheetGrid[] = [
  { tab: '会議（4月）', id: '0', rows: [['開催日'], ['2024年4月18日']], merges: [] },
  {
    tab: '相談受付',
    id: '1',
    rows: [
      ['受付番号', '受付日', '圏域', '経路', '複合課題', '件数'],
      ['R6-0001', '令和6年4月1日', '𠮷野 東', '民生委員', 'TRUE', '12'],
      ['R6-0002', '2024年4月2日', null, '本人\n家族', 'FALSE', '0'],
      ['R6-0003', '45385', '不明', { error: '#N/A' }, null, '1.5'],
      [],
      ['R6-0004', '令和6年4月4日', 'ﾆｼ', '社協', null, { error: '#REF!' }],
      ['R6-0005', '2024/4/4 18:00', null, '〃', null, '-3'],
    ],
    merges: [],
  },
  { tab: '空のシート', id: '2', rows: [], merges: [] },
];
