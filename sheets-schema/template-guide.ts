/** はじめに: the first tab of a workbook, half a page on what to fill in where. Made from the definition; nothing in it is read. */
import type { Table } from './table.ts';
import { isSignedText, signText } from './template-note.ts';
import { tables, templateVersion } from './workbook.ts';

/** The tab's name. */
export const guideTab = 'はじめに';

/** Before the header of a column that is always filled in. Readers of headers leave it out. */
export const requiredMark = '＊';

const contactLabel = 'たずねる先';
const versionLine = `様式版 ${templateVersion}`;

export interface GuideRow {
  readonly look: 'title' | 'heading' | 'paragraph' | 'remark';
  readonly cells: readonly [string, string];
}

/** The rows of はじめに. `contact`: whom to ask, where the maker of the workbook says so. */
export function guideRows(contact: string | null): readonly GuideRow[] {
  const rows: readonly GuideRow[] = [
    title('はじめに'),
    wide('相談や活動を書いておくと、自動で集計され、みなさんの市区町村のページで見られます。'),
    heading('どこに何を書くか'),
    ...Object.values(tables)
      .filter((table: Table) => table.filledInBy === 'office')
      .map((table) => line(table.tab, table.help.ja)),
    heading('書き方'),
    line(
      '必ず書く欄',
      `見出しに「${requiredMark}」があります。ほかは空いていて構いません。見出しのメモに、説明と例があります。`,
    ),
    line('選ぶ言葉', '▼ から選ぶと楽です。一覧にない言葉を書いても、貼り付けても、止まることはありません。'),
    line(
      '変えてよいこと',
      '列を足すこと、並べかえること、見出しを変えること。変えた見出しや独自の言葉は「読替」に書きます。',
    ),
    line('書かないこと', '氏名、住所、電話番号、生年月日、個人番号。その列も作らないでください。'),
    heading('書いたあと'),
    line(
      tables.findings.tab,
      '数えられなかったところが、わけと直し方といっしょに、しばらくして並びます。そのセルには色とメモがつきます。直すと、どちらも消えます。',
    ),
    line('色のついたセル', '「あとで見てください」のしるしです。そのまま書きつづけて構いません。'),
    line(contactLabel, contact ?? 'このブックを渡した担当者にたずねてください。'),
    remark(
      'Fill in the tabs above; headers with ＊ are required. Nothing blocks typing: what could not be counted is listed in チェック結果 with the way to mend it. Never any names, addresses or telephone numbers.',
    ),
  ];
  const signed = signText([...rows, remark(versionLine)].flatMap(textsOf).join('\n'));
  return [...rows, remark(versionLine), remark(signed.slice(signed.lastIndexOf('\n') + 1))];
}

/** Whether the texts of the tab, row by row, are as some version of the template wrote them: then they may be renewed. */
export function isUnchangedGuide(texts: readonly string[]): boolean {
  return isSignedText(texts.join('\n'));
}

/** Whom to ask, as a guide of ours says it. */
export function contactIn(texts: readonly string[]): string | null {
  const at = texts.indexOf(contactLabel);
  return at === -1 ? null : (texts[at + 1] ?? null);
}

function textsOf({ cells }: GuideRow): readonly string[] {
  return cells.filter((cell) => cell !== '');
}

function title(text: string): GuideRow {
  return { look: 'title', cells: [text, ''] };
}
function heading(text: string): GuideRow {
  return { look: 'heading', cells: [text, ''] };
}
function wide(text: string): GuideRow {
  return { look: 'paragraph', cells: ['', text] };
}
function line(label: string, text: string): GuideRow {
  return { look: 'paragraph', cells: [label, text] };
}
function remark(text: string): GuideRow {
  return { look: 'remark', cells: ['', text] };
}
