/**
 * The definition as a reference page for the offices, Japanese first: every tab, column, accepted form, code, indicator, message.
 * `npm run guide` writes it to docs/workbook-guide.md; nothing in it is written by hand anywhere else.
 */
import { acceptedForms } from './accepted-forms.ts';
import type { Column } from './column.ts';
import type { Table } from './table.ts';
import { templateHistory } from './template-history.ts';
import { codeLists } from './vocabulary/codes.ts';
import { indicators } from './vocabulary/indicators.ts';
import { type FindingMessage, failureMessages, findingMessages } from './vocabulary/messages.ts';
import { tables, templateVersion } from './workbook.ts';

/** The whole page as Markdown. */
export function writeGuide(): string {
  const parts = [
    introduction(),
    ...Object.values(tables).map(describeTable),
    describeForms(),
    describeBlanks(),
    describeCodes(),
    describeIndicators(),
    describeFindings(),
    describeFailures(),
    describeHistory(),
  ];
  return `${parts.join('\n\n').trim()}\n`;
}

function introduction(): string {
  return `<!-- npm run guide -->

# ブックの手引き / Workbook guide

様式版 / Template version: ${templateVersion}

ブックの書き方のすべてです。列の順番は自由で、ほかの列があっても構いません。見出しや言葉を変えて使うときは、「読替」に書いてください。
見出しの「＊」は、必ず書く欄のしるしです。入力を止めることはありません。数えられないところは、あとで「チェック結果」に、わけと直し方が出ます。

*All there is to know about filling in the workbook. The order of columns is free, other columns are left alone, and the tab 読替 maps
an office's own headers and words to the standard ones. Nothing blocks typing; what could not be counted is said afterwards in チェック結果,
with the reason and the way to mend it.*

**書いてはいけないもの**：氏名、住所、電話番号、生年月日、個人番号。「備考」と「受付窓口」は読み取りません。
*Never: names, addresses, telephone numbers, dates of birth, individual numbers. 備考 and 受付窓口 are never read.*

${listOf(Object.values(tables).map((table) => `[${table.tab}](#${table.tab})`))}
- [書き方 / How to type](#書き方--how-to-type)
- [空欄と不明 / Blank and unknown](#空欄と不明--blank-and-unknown)
- [選択肢の一覧 / Code lists](#選択肢の一覧--code-lists)
- [指標 / Indicators](#指標--indicators)
- [チェック結果の見方 / Findings](#チェック結果の見方--findings)
- [読めないブック / Workbooks that cannot be read](#読めないブック--workbooks-that-cannot-be-read)
- [様式のうつりかわり / Versions of the template](#様式のうつりかわり--versions-of-the-template)`;
}

function describeTable(table: Table): string {
  const columns = Object.values(table.columns);
  const key = table.key.map((name) => table.columns[name]?.header ?? name);
  const remarks = [
    table.isRequired ? 'このシートは必要です。/ This tab is required.' : '',
    table.filledInBy === 'system' ? '自動で書き入れます。読み取りません。/ Written by the system, never read.' : '',
    table.layout === 'items' ? '1行に1項目です。/ One item a row.' : '',
    key.length === 0 ? '' : `行を区別する欄 / Rows differ in: ${key.join('・')}`,
    table.tabAliases.length === 0 ? '' : `ほかの名前 / Other names: ${table.tabAliases.join('、')}`,
  ].filter((remark) => remark !== '');
  const first = table.layout === 'items' ? '項目 / Item' : '見出し / Header';
  return `## ${table.tab}

${table.help.ja}

*${table.help.en}*

${listOf(remarks)}

${tableOf([first, '必須 / Required', '書き方 / Form', '説明 / What belongs here', '例 / Example', 'ほかの見出し / Other headers'], columns.map(describeColumn))}`;
}

function describeColumn(column: Column): readonly string[] {
  return [
    `**${column.header}**`,
    column.required ? '必須' : '',
    kindName(column),
    `${column.help.ja}<br>*${column.help.en}*${wordsOf(column)}`,
    column.example,
    column.aliases.join('、'),
  ];
}

/** The short name of a kind, as the section 書き方 heads it. */
const kindNames: Readonly<Record<Column['kind'], { readonly ja: string; readonly en: string }>> = {
  text: { ja: '文字', en: 'Text' },
  reference: { ja: '番号', en: 'Reference' },
  count: { ja: '整数', en: 'Count' },
  number: { ja: '数', en: 'Number' },
  rate: { ja: '率', en: 'Rate' },
  date: { ja: '日付', en: 'Date' },
  fiscalYear: { ja: '年度', en: 'Fiscal year' },
  month: { ja: '月', en: 'Month' },
  choice: { ja: '一覧から1つ', en: 'One of a list' },
  choices: { ja: '一覧からいくつでも', en: 'Several of a list' },
  option: { ja: '決まった言葉', en: 'Fixed words' },
  flag: { ja: '有・無', en: 'Yes or no' },
  area: { ja: '圏域', en: 'Area' },
  areas: { ja: '圏域コード', en: 'Area codes' },
  municipality: { ja: '市区町村コード', en: 'Municipality code' },
  indicator: { ja: '指標', en: 'Indicator' },
};

function kindName(column: Column): string {
  if (column.kind === 'text' && !column.isRead) return '読みません';
  const name = kindNames[column.kind].ja;
  return column.kind === 'choice' || column.kind === 'choices' ? `${name}（${column.list.name}）` : name;
}

function wordsOf(column: Column): string {
  if (column.kind !== 'option') return '';
  return `<br>${column.options.map((option) => option.words.join(' = ')).join('、')}`;
}

function describeForms(): string {
  const rows = Object.entries(acceptedForms).map(([kind, form]) => {
    const name = kindNames[kind as Column['kind']];
    return [
      `**${name.ja}** / ${name.en}`,
      `${form.ja}<br>*${form.en}*`,
      form.same.map(code).join(' = '),
      form.not.map(code).join(' '),
    ];
  });
  return `## 書き方 / How to type

全角と半角、大文字と小文字、空白、〜と～、〇と○、いろいろな横線は同じとみなします。障がい・障害・障碍、子ども・こども・子供も同じです。

*Width, case, spaces and the several dashes and circles make no difference; neither do 障がい, 障害, 障碍, nor 子ども, こども, 子供.*

${tableOf(['書き方 / Form', '説明 / Meaning', '同じとみなす例 / All the same', '読めない例 / Not read'], rows)}`;
}

function describeBlanks(): string {
  return `## 空欄と不明 / Blank and unknown

${tableOf(
  ['書いたもの / Typed', '意味 / Meaning'],
  [
    [
      '（何もない）、空白、- － ―、なし',
      '空欄。0ではありません。「複合課題」の「なし」は無です。<br>*Blank, which is not 0; in 複合課題 なし means no.*',
    ],
    ['不明、未集計、未調査', '分からない。0でも空欄でもありません。<br>*Unknown: neither 0 nor blank.*'],
    ['〃、同上、々', '上の行と同じ（お知らせが出ます）。<br>*As in the row above, with a notice.*'],
    ['合計、計、小計、4月計 …', 'その行は読み取りません。<br>*A total row, left out.*'],
    ['0', '0件。<br>*None.*'],
  ],
)}`;
}

function describeCodes(): string {
  const lists = codeLists.map((list) => {
    const rows = list.codes.map((each) => [
      code(each.code),
      each.parent === null ? `**${each.ja}**` : `　${each.ja}`,
      each.en,
      each.synonyms.join('、'),
    ]);
    return `### ${list.name}\n\n${tableOf(['コード / Code', '名前 / Name', 'English', '同じ意味の言葉 / Synonyms'], rows)}`;
  });
  return `## 選択肢の一覧 / Code lists\n\n${lists.join('\n\n')}`;
}

function describeIndicators(): string {
  const rows = indicators.map((indicator) => [
    code(indicator.code),
    `**${indicator.ja}**<br>*${indicator.en}*`,
    indicator.unit,
    `${indicator.definition.ja}<br>*${indicator.definition.en}*`,
  ]);
  return `## 指標 / Indicators\n\n${tableOf(['コード / Code', '名前 / Name', '単位 / Unit', '数え方 / Definition'], rows)}`;
}

function describeFindings(): string {
  const messages: readonly [string, FindingMessage][] = Object.entries(findingMessages);
  const section = (severity: FindingMessage['severity'], title: string): string => {
    const rows = messages
      .filter(([, message]) => message.severity === severity)
      .map(([, { title: name, mend }]) => [`${name.ja}<br>*${name.en}*`, `${mend.ja}<br>*${mend.en}*`]);
    return `### ${title}\n\n${tableOf(['内容 / What', '直し方 / How to mend it'], rows)}`;
  };
  return `## チェック結果の見方 / Findings

**誤り**は、書かれたもの（行、またはセル1つ）を使わなかったことを、**お知らせ**は、使ったうえで伝えたいことがあることを表します。
必須の欄に誤りがあると、その行は数えません。必須でない欄の誤りは、そのセルだけを「不明」として、行は数えます。

*An error says that something typed, a row or one cell, was not used; a notice says that it was used, with a remark. An error in a required
column leaves the row out; in any other column only that cell is unknown, and the row counts.*

${section('error', '誤り / Errors')}

${section('notice', 'お知らせ / Notices')}`;
}

function describeFailures(): string {
  const rows = Object.values(failureMessages).map(({ ja, en }) => [`${ja}<br>*${en}*`]);
  return `## 読めないブック / Workbooks that cannot be read

読めないブックがあっても、ほかのブックはそのまま公表されます。前に読めていれば、そのときの数字を使います。

*One workbook that cannot be read stops no other; its last good figures stay.*

${tableOf(['知らせる言葉 / What is said'], rows)}`;
}

function describeHistory(): string {
  const rows = templateHistory.map(({ version, ja, en }) => [version, `${ja}<br>*${en}*`]);
  return `## 様式のうつりかわり / Versions of the template

前の様式のブックも、そのまま読みます。新しくするには、管理者が \`npm run template -- upgrade\` を動かします。書いたセルは変わりません。

*Workbooks of earlier versions are read as they are. An administrator renews them with \`npm run template -- upgrade\`; no cell that
people typed in changes.*

${tableOf(['様式版 / Version', '変わったこと / What changed'], rows)}`;
}

function code(text: string): string {
  return `\`${text}\``;
}

function listOf(entries: readonly string[]): string {
  return entries.map((entry) => `- ${entry}`).join('\n');
}

function tableOf(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(headers), line(headers.map(() => '---')), ...rows.map(line)].join('\n');
}
