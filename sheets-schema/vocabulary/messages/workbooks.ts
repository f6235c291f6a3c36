/** Sentences about tabs, headers, 読替 and 基本情報. */
import type { FindingMessages } from './message.ts';

export const workbookMessages = {
  'header/missing': {
    severity: 'error',
    ja: '見出し「{header}」が見つかりません。名前を戻すか、「読替」に新しい見出しを書いてください。',
    en: 'The header {header} is not there. Please rename it back, or write the new header into the tab 読替.',
    title: { ja: '見出しが見つかりません', en: 'Headers that are not there' },
    mend: {
      ja: '見出しの名前を戻すか、「読替」に新しい見出しを書いてください。',
      en: 'Rename the header back, or write the new one into the tab 読替.',
    },
  },
  'header/none': {
    severity: 'error',
    ja: '「{tab}」に見出しの行が見つかりません。はじめの10行の中に見出しを入れてください。',
    en: 'The tab {tab} has no header row. Please put the headers into one of its first ten rows.',
    title: { ja: '見出しの行がありません', en: 'Tabs without a header row' },
    mend: {
      ja: 'はじめの10行の中に、見出しの行を入れてください。',
      en: 'Put the headers into one of the first ten rows.',
    },
  },
  'header/duplicate': {
    severity: 'error',
    ja: '見出し「{header}」が2つあります。{used}の列だけを読んでいます。1つにしてください。',
    en: 'There are two headers {header}; only that at {used} is read. Please keep one.',
    title: { ja: '同じ見出しが2つあります', en: 'Headers that stand twice' },
    mend: { ja: '使わない列の見出しを変えてください。', en: 'Rename the header of the column that is not used.' },
  },
  'header/exchanged': {
    severity: 'notice',
    ja: '{cell}の見出しは「{header}」ですが、様式では「{madeAs}」の列でした。見出しのとおりに読んでいます。正しければ、そのままで構いません。',
    en: '{cell} is headed {header}, but the template made that column as {madeAs}. It is read as its header says; if that is right, leave it.',
    title: { ja: '見出しが入れかわっています', en: 'Headers that changed places' },
    mend: {
      ja: '見出しと中身が合っているかを確かめてください。正しければ、そのままで構いません。',
      en: 'Check that headers and contents agree. If they do, leave them.',
    },
  },
  'header/other-table': {
    severity: 'notice',
    ja: '{cell}から始まる表は別の表とみて、読み取っていません。この表の続きなら、間の空いた列を消すか、行をこの表の下に移してください。',
    en: 'The table that begins at {cell} seems to be another one and is not read. If it belongs to this one, delete the empty column between them, or move its rows below this table.',
    title: { ja: '横に別の表があります', en: 'Other tables beside' },
    mend: {
      ja: '別の表なら、このままで構いません。続きなら、間の空いた列を消すか、行をもとの表の下に移してください。',
      en: 'If it is another table, nothing needs to be done; if not, delete the empty column between, or move its rows below.',
    },
  },
  'header/personal': {
    severity: 'error',
    ja: '{cell}に個人の情報の見出しがあります。この列は読んでいません。列ごと消してください。',
    en: '{cell} is a header for personal information. The column is not read. Please delete it.',
    title: { ja: '個人の情報の列があります', en: 'Columns of personal information' },
    mend: {
      ja: '氏名、住所、電話番号、生年月日などの列を消してください。',
      en: 'Delete columns of names, addresses, telephone numbers and dates of birth.',
    },
  },
  'tab/duplicate': {
    severity: 'error',
    ja: 'シート「{tab}」は「{used}」と同じ内容のシートなので、読んでいません。1つにしてください。',
    en: 'The tab {tab} is not read, because {used} is the same kind of tab. Please keep one.',
    title: { ja: '同じ種類のシートが2つあります', en: 'Tabs of the same kind' },
    mend: { ja: '使わないシートの名前を変えてください。', en: 'Rename the tab that is not used.' },
  },
  'alias/unknown-tab': {
    severity: 'error',
    ja: '「読替」のこの行のシートがありません。シートの名前を直すか、空けてください。',
    en: 'The tab named in this row of 読替 does not exist. Please correct its name, or leave it blank.',
    title: { ja: '「読替」のシートがありません', en: 'Tabs named in 読替 that do not exist' },
    mend: { ja: 'シートの名前を直すか、空けてください。', en: 'Correct the name of the tab, or leave it blank.' },
  },
  'alias/unknown-standard': {
    severity: 'error',
    ja: 'この行の標準の表記が一覧にありません。手引きの一覧にある言葉にしてください。',
    en: 'The standard word of this row is not in any list. Please use a word of the guide.',
    title: { ja: '「読替」の標準の表記が一覧にありません', en: 'Standard words of 読替 that do not exist' },
    mend: { ja: '手引きの一覧にある言葉にしてください。', en: 'Use a word of the guide.' },
  },
  'alias/disagree': {
    severity: 'error',
    ja: '同じ元の表記に、ちがう標準の表記があります。先の行を使っています。1つにしてください。',
    en: 'The same own word has another standard word in a row above, which is used. Please keep one.',
    title: { ja: '「読替」の行が食い違っています', en: 'Rows of 読替 that disagree' },
    mend: {
      ja: '元の表記1つに、標準の表記を1つだけ書いてください。',
      en: 'Write one standard word for each own word.',
    },
  },
  'municipality/not-a-code': {
    severity: 'error',
    ja: '{header}「{typed}」は市区町村コードではありません。162051 のように6けたで入れてください。',
    en: '{header} "{typed}" is not a municipality code. Please type six digits, like 162051.',
    title: { ja: '市区町村コードとして読めません', en: 'Not a municipality code' },
    mend: { ja: '6けたのコードを入れてください。', en: 'Type the six digits of the code.' },
  },
  'municipality/check-digit': {
    severity: 'error',
    ja: '{header}「{typed}」の最後の数字が合いません。{suggestion} ではありませんか。',
    en: 'The last digit of {header} "{typed}" does not fit. Is {suggestion} meant?',
    title: { ja: '市区町村コードの検査数字が合いません', en: 'Municipality codes with a wrong check digit' },
    mend: { ja: 'コードを確かめて、入れ直してください。', en: 'Check the code and type it again.' },
  },
  'municipality/other-prefecture': {
    severity: 'error',
    ja: '{header}「{typed}」は{prefecture}のコードです。コードか都道府県名を直してください。',
    en: '{header} "{typed}" is a code of {prefecture}. Please correct the code or the prefecture.',
    title: { ja: '市区町村コードと都道府県名が合いません', en: 'Codes that do not agree with the prefecture' },
    mend: { ja: 'コードか都道府県名を直してください。', en: 'Correct the code or the prefecture.' },
  },
  'municipality/ambiguous': {
    severity: 'error',
    ja: '{header}「{typed}」は {one} と {other} のどちらか分かりません。6けたで入れるか、都道府県名を入れてください。',
    en: '{header} "{typed}" could be {one} or {other}. Please type six digits, or fill in 都道府県名.',
    title: { ja: '市区町村コードが1つに決まりません', en: 'Municipality codes that could be two' },
    mend: { ja: '6けたで入れるか、都道府県名を入れてください。', en: 'Type six digits, or fill in the prefecture.' },
  },
} as const satisfies FindingMessages;
