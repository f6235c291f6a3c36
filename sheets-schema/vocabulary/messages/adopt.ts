/** Sentences about adopting an office's own spreadsheet: why a column is proposed to be one of ours. `{name}` is filled from facts. */
import type { BothLanguages } from './message.ts';

/** Why something is proposed, in a few words. */
export const adoptReasons = {
  'same-name': { ja: '同じ名前', en: 'the same name' },
  'known-name': { ja: '「{standard}」の別名', en: 'another name of {standard}' },
  'known-synonym': { ja: '「{standard}」のことをこう呼ぶところがある', en: 'some call {standard} so' },
  contains: { ja: '「{word}」を含む', en: 'contains {word}' },
  'part-of': { ja: '「{word}」の一部', en: 'part of {word}' },
  near: { ja: '「{word}」とつづりが近い', en: 'spelt nearly like {word}' },
  decorated: { ja: '飾りを除くと「{standard}」と同じ', en: 'the same as {standard} without its decoration' },
  'cells-are-dates': { ja: 'セルの{percent}%が日付', en: '{percent} % of its cells are dates' },
  'cells-are-words': {
    ja: 'セルの{percent}%が「{standard}」の言葉',
    en: '{percent} % of its cells are words of {standard}',
  },
  'cells-are-areas': { ja: 'セルの{percent}%が圏域の名前', en: '{percent} % of its cells are names of areas' },
  'cells-are-such': {
    ja: 'セルの{percent}%が「{standard}」として読める',
    en: '{percent} % of its cells can be read as {standard}',
  },
  'cells-differ': { ja: 'セルが行ごとに違う番号', en: 'numbers that differ from row to row' },
  'cells-differ-from': {
    ja: 'ただし「{standard}」として読めるセルは{percent}%だけ',
    en: 'but only {percent} % of its cells can be read as {standard}',
  },
  'columns-fit': { ja: '列が{percent}%合う', en: 'its columns fit to {percent} %' },
  prose: {
    ja: '文章が書かれているので、読まない列にする',
    en: 'free text, so it becomes a column that is never read',
  },
} as const satisfies Readonly<Record<string, BothLanguages>>;

/** How sure a proposal is. */
export const adoptLevels = {
  certain: { ja: '確か', en: 'certain' },
  likely: { ja: 'おそらく', en: 'likely' },
  guess: { ja: 'もしかすると', en: 'guess' },
} as const satisfies Readonly<Record<string, BothLanguages>>;

/** What becomes of a column. */
export const adoptStates = {
  found: { ja: 'このままで読めます', en: 'read as it is' },
  alias: { ja: '読替に書きます', en: 'a row of 読替' },
  header: { ja: '見出しを「{standard}」と書いてください', en: 'please head it {standard}' },
  unread: { ja: '読まない列です', en: 'never read' },
  nothing: { ja: '様式にない列です', en: 'none of ours' },
  personal: {
    ja: '個人の情報なので、見ていません。列ごと消してください',
    en: 'personal: not looked at, please delete it',
  },
} as const satisfies Readonly<Record<string, BothLanguages>>;

/** Sentences of the command adopt. */
export const adoptMessages = {
  tab: { ja: '■ シート「{tab}」は「{standard}」', en: 'The tab {tab} is {standard}' },
  'tab-found': { ja: 'この名前のままで見つかります', en: 'found by this name' },
  'header-row': { ja: '見出しは{row}行目', en: 'headers in row {row}' },
  'no-header': {
    ja: '見出しの行がありません。1行目に下の「標準」の見出しを入れると、読めるようになります',
    en: 'no header row: write the standard headers below into a new first row, and it can be read',
  },
  'missing-columns': {
    ja: '必須の列が見つかりません：{headers}。列を作るか、どの列がそれかを「読替」に書いてください',
    en: 'required columns not found: {headers}. Make them, or say in 読替 which column it is',
  },
  'missing-items': {
    ja: '書いていただく項目：{headers}',
    en: 'items to fill in: {headers}',
  },
  alike: {
    ja: 'シート「{tab}」も「{standard}」のようです。1種類のシートは1つだけ読むので、1つにまとめてください。',
    en: 'The tab {tab} looks like {standard}, too. One tab of a kind is read; please put them together.',
  },
  others: { ja: '様式にないシート（読みません）：{tabs}', en: 'Other tabs, not read: {tabs}' },
  'missing-profile': {
    ja: 'シート「基本情報」がありません。市区町村コード（6けた）、市区町村名、報告機関名、様式版が要ります。--add-tabs で、項目の入ったシートを加えられます。',
    en: 'There is no tab 基本情報: it needs the municipality code of six digits, the municipality, the office and the template version. --add-tabs adds it with its items.',
  },
  'missing-areas': {
    ja: 'シート「圏域」がありません。同じ市区町村のほかのブックにもないときは、圏域コード・圏域名・圏域種別を書いてください。--add-tabs で加えられます。',
    en: 'There is no tab 圏域. Unless another workbook of the municipality has it, fill in code, name and kind of each area. --add-tabs adds it.',
  },
  words: { ja: '■ 言葉（多い順）', en: 'Words, by frequency' },
  word: { ja: '「{word}」 {count}件 → 「{standard}」', en: '{count} cells' },
  'unknown-words': {
    ja: '近い言葉が見つからないもの。どの言葉かを「読替」に書いてください。',
    en: 'Nothing resembles these; please say in 読替 what they mean.',
  },
  'unknown-word': { ja: '「{word}」 {count}件（{header}）', en: '{count} cells' },
  unnamed: {
    ja: '{header}：読めない{count}件があります。個人に関わるかもしれないので、ここには出しません。',
    en: '{header}: {count} more cells that cannot be read, not shown since they could be about persons.',
  },
  'nothing-found': {
    ja: '様式と同じ種類のシートが見つかりませんでした。',
    en: 'No tab of a kind that we know was found.',
  },
  'nothing-to-write': { ja: '「読替」に書き足すものはありません。', en: 'There is nothing to add to 読替.' },
  'to-write': { ja: '■ 「読替」に書く{count}行', en: 'Rows for 読替: {count}' },
  'to-add': { ja: '加えるシート：{tabs}', en: 'Tabs to be added: {tabs}' },
  'guesses-left': {
    ja: '「もしかすると」の{count}件は書きません。よければ --accept guess をつけるか、「読替」に書いてください。',
    en: '{count} guesses are not written; add --accept guess, or write them into 読替 yourself.',
  },
  'dry-run': {
    ja: 'まだ何も書いていません。--send をつけると書きます。',
    en: 'Nothing was written. --send writes it.',
  },
  'ask-all': { ja: '書きますか', en: 'Write it' },
  'ask-one': { ja: '「{own}」は「{standard}」ですか（{share}%）', en: 'Is {own} {standard} ({share} %)' },
  declined: { ja: '何も書きませんでした。', en: 'Nothing was written.' },
  written: { ja: '書きました：「読替」に{count}行', en: 'Written: {count} rows of 読替' },
  'tabs-added': { ja: 'シートを加えました：{tabs}', en: 'Tabs added: {tabs}' },
  backup: { ja: '元のファイルの写し：{file}', en: 'A copy of the original: {file}' },
  paste: {
    ja: 'このファイルには書き込めないので、次の行を「読替」に貼りつけてください（{why}）。',
    en: 'This file cannot be written into ({why}); please paste these rows into its tab 読替.',
  },
  'no-headers': {
    ja: 'シート「読替」に見出し（種別・シート・元の表記・標準の表記）がないので、書けません。見出しを入れてから、もう一度動かしてください。',
    en: 'The tab 読替 lacks its headers (種別, シート, 元の表記, 標準の表記), so nothing can be written; put them in and run this again.',
  },
  changed: {
    ja: '書くあいだにファイルが変わったので、書きませんでした。もう一度動かしてください。',
    en: 'The file changed meanwhile and was left as it is; please run this again.',
  },
} as const satisfies Readonly<Record<string, BothLanguages>>;
