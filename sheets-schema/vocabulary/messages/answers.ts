/**
 * What we say in an office's own workbook besides the findings: the top of チェック結果, its lines, and the end of a note on a cell.
 * Only the Japanese is ever written there: the clerks who read it share one sheet, and a second language would double every line.
 */
import type { BothLanguages } from './message.ts';

/** `{name}` is filled by the one who says it. */
export const answerMessages = {
  allCounted: {
    ja: '{read}行すべてを集計しました。直すところはありません。',
    en: 'All {read} rows are counted. Nothing needs to be mended.',
  },
  someRefused: {
    ja: '{read}行中 {accepted}行を集計しました。{refused}行を直してください。',
    en: '{accepted} of {read} rows are counted. Please mend {refused} rows.',
  },
  someCellsUnread: {
    ja: '{read}行すべてを集計しました。読めないところが{count}か所あります。直してください。',
    en: 'All {read} rows are counted. {count} places could not be read; please mend them.',
  },
  onlyNotices: {
    ja: '{read}行すべてを集計しました。お知らせが{count}件あります。',
    en: 'All {read} rows are counted. Remarks: {count}.',
  },
  nothingYet: {
    ja: 'まだ集計する行がありません。入力すると、次の確認で集計します。',
    en: 'There are no rows to count yet. What is typed is counted by the next check.',
  },
  nothingYetToMend: {
    ja: 'まだ集計する行がありません。先に直してほしいところが{count}か所あります。',
    en: 'There are no rows to count yet. Please mend {count} places first.',
  },
  keepsFigures: {
    ja: '前回までの数字はそのまま使っています（{day}から）。',
    en: 'The last good figures stay in use (since {day}).',
  },
  noFiguresYet: {
    ja: 'このブックの数字は、まだ使われていません（{day}から）。',
    en: 'No figures of this workbook are in use yet (since {day}).',
  },
  checkedAt: { ja: '{day} {time} に確認しました', en: 'Checked on {day} at {time}' },
  day: { ja: '{year}年{month}月{date}日', en: '{year}-{month}-{date}' },
  rewritten: {
    ja: '直したところは、次の確認でここから消えます。このシートは自動で書きかわるので、書き込みは残りません。',
    en: 'What is mended disappears from here with the next check. This tab is rewritten; what is typed into it does not stay.',
  },
  toConfirm: { ja: '確かめてください', en: 'Please confirm' },
  isItRight: {
    ja: 'これで正しいですか。前回までと大きく違うところが{count}か所あるので、新しい数字はまだ使っていません。下の行が、その違いです。',
    en: 'Is this right? It differs much from before ({count} places, listed below), so the new figures are not used yet.',
  },
  howToAnswer: {
    ja: '正しければ、左の「入力された値」の欄で「はい」を選ぶか、チェックを入れてください。まちがいなら、もとに戻してください（表計算ソフトの「元に戻す」や「変更履歴」が使えます）。戻すと、ここは自然に消えます。',
    en: 'If it is right, tick the box at the left, or choose はい there. If not, put back what was there (undo, or the version history); this then goes away by itself.',
  },
  tickHere: { ja: '右の欄にチェック', en: 'Tick the next cell' },
  yes: { ja: 'はい', en: 'Yes' },
  questionId: { ja: '確認 {id}', en: 'Question {id}' },
  moreChanges: { ja: 'ほかに{count}か所あります。', en: '{count} more places.' },
  notShown: { ja: '（表示しません）', en: '(not shown)' },
  toMend: { ja: '直してください', en: 'Please mend' },
  notice: { ja: 'お知らせ', en: 'Remark' },
  placeCell: { ja: '{tab} {cell}', en: '{tab} {cell}' },
  placeRow: { ja: '{tab} {row}行目', en: '{tab}, row {row}' },
  wholeWorkbook: { ja: 'ブック全体', en: 'Whole workbook' },
  otherRows: { ja: '{rows}行目も同じです。', en: 'The same in rows {rows}.' },
  manyOtherRows: {
    ja: '{rows}行目など、ほかの{count}行も同じです。',
    en: 'The same in {count} other rows ({rows} and more).',
  },
  moreFindings: {
    ja: 'ほかに{count}件あります。上から直していくと、続きがここに出ます。',
    en: '{count} more. As those above are mended, the others appear here.',
  },
  noteMore: {
    ja: 'ほかに{count}件あります。「{tab}」を見てください。',
    en: '{count} more; see the tab {tab}.',
  },
  noteEnd: { ja: '自動のメモです。直すと消えます。', en: 'Written automatically; gone once it is mended.' },
  /** The name of our tab where the office has a tab of its own under the standard name. */
  tabApart: { ja: '{tab}（自動）', en: '{tab} (automatic)' },
} as const satisfies Readonly<Record<string, BothLanguages>>;
