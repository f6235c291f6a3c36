/** Sentences about rows and about rows of several tabs together. */
import type { FindingMessages } from './message.ts';

export const rowMessages = {
  'row/total': {
    severity: 'notice',
    ja: '合計の行が{count}行あります。足し合わせないように、読み取っていません。',
    en: '{count} total rows were left out, so that nothing is added twice.',
    title: { ja: '合計の行を読み取っていません', en: 'Total rows left out' },
    mend: { ja: 'このままで構いません。', en: 'Nothing needs to be done.' },
  },
  'row/other-table': {
    severity: 'notice',
    ja: '{row}行目から下は別の表とみて、読み取っていません。この表の続きなら、間の空いた行と見出しを消してください。',
    en: 'From row {row} on there seems to be another table, which is not read. If it belongs to this one, delete the empty row and the headers between them.',
    title: { ja: '下に別の表があります', en: 'Other tables below' },
    mend: {
      ja: '別の表なら、このままで構いません。続きなら、間の空いた行と見出しを消してください。',
      en: 'If it is another table, nothing needs to be done; if not, delete the empty row and the headers between.',
    },
  },
  'row/personal-number': {
    severity: 'error',
    ja: '個人番号のような12けたの数字があります。この行は取り込んでいません。消してください。',
    en: 'There are twelve digits like an individual number. The row was not taken in. Please delete them.',
    title: { ja: '個人番号のような数字があります', en: 'Digits like an individual number' },
    mend: { ja: 'その数字を消してください。', en: 'Delete the digits.' },
  },
  'personal/phone-number': {
    severity: 'error',
    ja: '電話番号のような数字があります。この行は取り込んでいません。消してください。',
    en: 'There are digits like a telephone number. The row was not taken in. Please delete them.',
    title: { ja: '電話番号のような数字があります', en: 'Digits like a telephone number' },
    mend: { ja: 'その数字を消してください。', en: 'Delete the digits.' },
  },
  'case/duplicate-number': {
    severity: 'error',
    ja: '{header} {typed} が{rows}行目にあります。{neither}数えていません。番号を分けてください。',
    en: '{header} {typed} stands in rows {rows}. {neither} is counted. Please give them different numbers.',
    title: { ja: '同じ受付番号があります', en: 'Reception numbers used twice' },
    mend: { ja: '番号を分けてください。', en: 'Give each row its own number.' },
  },
  'case/number-restarts': {
    severity: 'error',
    ja: '{header} {typed} が{rows}行目にあり、年度が違います。{neither}数えていません。{suggestion} のように年度を入れて、番号を分けてください。',
    en: '{header} {typed} stands in rows {rows}, in different fiscal years. {neither} is counted. Please add the year, like {suggestion}.',
    title: { ja: '受付番号が年度ごとに1から始まっています', en: 'Reception numbers that restart every April' },
    mend: { ja: 'R6-0001 のように、番号に年度を入れてください。', en: 'Put the year into the number, like R6-0001.' },
  },
  'case/closed-before-received': {
    severity: 'error',
    ja: '{header}が受付日より前です。相談は数えています。どちらかの日付を直してください。',
    en: '{header} is before 受付日. The case is counted. Please correct one of the dates.',
    title: { ja: '終結日が受付日より前です', en: 'Closed before received' },
    mend: { ja: 'どちらかの日付を直してください。', en: 'Correct one of the dates.' },
  },
  'action/unknown-case': {
    severity: 'error',
    ja: '{header} {typed} が「相談受付」にありません（{count}行）。番号を直すか、相談を足してください。',
    en: '{header} {typed} is not in the tab 相談受付 ({count} rows). Please correct the number, or add the case.',
    title: { ja: '相談受付にない番号の支援', en: 'Actions of unknown cases' },
    mend: {
      ja: '番号を直すか、「相談受付」に相談を足してください。',
      en: 'Correct the number, or add the case to the tab 相談受付.',
    },
  },
  'action/refused-case': {
    severity: 'error',
    ja: '{header} {typed} の相談が数えられていないので、支援も数えていません（{count}行）。「相談受付」の行を直してください。',
    en: 'The case of {header} {typed} was refused, so its actions are not counted ({count} rows). Please mend its row in 相談受付.',
    title: { ja: '数えられていない相談の支援', en: 'Actions of refused cases' },
    mend: {
      ja: '「相談受付」の行を直すと、支援も数えられます。',
      en: 'Mend the row in 相談受付, and its actions count.',
    },
  },
  'action/before-reception': {
    severity: 'notice',
    ja: '{header}が受付日より前です（{count}行）。数えています。日付を確かめてください。',
    en: '{header} is before 受付日 ({count} rows). It is counted. Please check the dates.',
    title: { ja: '受付日より前の支援', en: 'Actions before reception' },
    mend: {
      ja: '日付を確かめてください。合っていれば、このままで構いません。',
      en: 'Check the dates; if they are right, nothing needs to be done.',
    },
  },
  'action/after-closing': {
    severity: 'notice',
    ja: '{header}が終結日より後です（{count}行）。数えています。日付を確かめてください。',
    en: '{header} is after 終結日 ({count} rows). It is counted. Please check the dates.',
    title: { ja: '終結日より後の支援', en: 'Actions after closing' },
    mend: {
      ja: '日付を確かめてください。合っていれば、このままで構いません。',
      en: 'Check the dates; if they are right, nothing needs to be done.',
    },
  },
  'total/same-key-twice': {
    severity: 'error',
    ja: '年度・月・指標などが同じ値が{rows}行目にあります。どれを使うか分からないので、{neither}数えていません。1つにしてください。',
    en: 'Rows {rows} give a value for the same thing. {neither} is counted. Please keep one.',
    title: { ja: '同じことの値が2つ以上あります', en: 'Two values for the same thing' },
    mend: { ja: '1つにしてください。', en: 'Keep one.' },
  },
  'total/cannot-be-reported': {
    severity: 'error',
    ja: '{header}「{typed}」は割合や率なので、合計としては数えられません。もとの件数を入れてください。',
    en: '{header} "{typed}" is computed from counts and cannot be reported. Please report the counts behind it.',
    title: { ja: '割合や率が値になっています', en: 'Ratios reported as totals' },
    mend: { ja: '割合ではなく、もとの件数を入れてください。', en: 'Report the counts, not the ratio.' },
  },
  'total/no-such-breakdown': {
    severity: 'error',
    ja: '「{indicator}」は{header}では分けられません。{header}を空けてください。',
    en: '{indicator} cannot be broken down by {header}. Please leave {header} blank.',
    title: { ja: '分けられない内訳があります', en: 'Breakdowns that do not exist' },
    mend: { ja: 'その欄を空けてください。', en: 'Leave the cell blank.' },
  },
  'total/outside-year': {
    severity: 'error',
    ja: '{header}「{typed}」は、このブックの対象年度（{fiscalYear}）ではありません。',
    en: '{header} "{typed}" is not the fiscal year of this workbook ({fiscalYear}).',
    title: { ja: '対象年度の外の値があります', en: 'Values outside the fiscal year of the workbook' },
    mend: {
      ja: '年度か、「基本情報」の対象年度を確かめてください。',
      en: 'Check the year, or 対象年度 in the tab 基本情報.',
    },
  },
  'total/future': {
    severity: 'error',
    ja: '{header}がこれから来る期間です。年度と月を確かめてください。',
    en: '{header} names a period still to come. Please check year and month.',
    title: { ja: 'これから来る期間の値があります', en: 'Values for a period still to come' },
    mend: { ja: '年度と月を確かめてください。', en: 'Check year and month.' },
  },
  'goal/parts-differ': {
    severity: 'notice',
    ja: '{header}は{total}ですが、下の「うち」の行を足すと{sum}です（差は{difference}）。一部だけの内訳なら、このままで構いません。',
    en: '{header} is {total}, but the rows "うち" below add up to {sum} ({difference} apart). If they are only some of its parts, leave it.',
    title: { ja: '実績と「うち」の行が合いません', en: 'Results that differ from their parts' },
    mend: {
      ja: '実績値か内訳を確かめてください。入力のとおりに示しています。',
      en: 'Check the result or its parts; they are shown as typed.',
    },
  },
  'total/pathways-differ': {
    severity: 'notice',
    ja: '{header}は{total}ですが、経路ごとの値を足すと{sum}です（差は{difference}）。どちらかを確かめてください。',
    en: '{header} is {total}, but the pathways add up to {sum} ({difference} apart). Please check them.',
    title: { ja: '合計と経路ごとの値が合いません', en: 'Totals that differ from their pathways' },
    mend: {
      ja: '合計か内訳を確かめてください。入力のとおりに数えています。',
      en: 'Check the total or the parts; they are counted as typed.',
    },
  },
  'total/areas-differ': {
    severity: 'notice',
    ja: '{header}は{total}ですが、圏域ごとの値を足すと{sum}です（差は{difference}）。どちらかを確かめてください。',
    en: '{header} is {total}, but the areas add up to {sum} ({difference} apart). Please check them.',
    title: { ja: '合計と圏域ごとの値が合いません', en: 'Totals that differ from their areas' },
    mend: {
      ja: '合計か内訳を確かめてください。入力のとおりに数えています。',
      en: 'Check the total or the parts; they are counted as typed.',
    },
  },
  'total/month-counted-from-rows': {
    severity: 'notice',
    ja: 'この月は1件ずつの行から数えているので、この値は使っていません。このままで構いません。',
    en: 'This month is counted from its rows, so this value is not used. Nothing needs to be done.',
    title: { ja: '行があるので使わない月の値', en: 'Monthly values not used beside rows' },
    mend: { ja: 'このままで構いません。', en: 'Nothing needs to be done.' },
  },
  'total/year-counted-from-rows': {
    severity: 'notice',
    ja: 'この年度には1件ずつの行がある月があるので、1年分の値は使っていません。行のない月は、月ごとに入れてください。',
    en: 'Some months of this year have rows, so the value for the whole year is not used. Please report months without rows one by one.',
    title: { ja: '行があるので使わない1年分の値', en: 'Yearly values not used beside rows' },
    mend: {
      ja: '行のない月の値を、月ごとに入れてください。',
      en: 'Report the months without rows one by one.',
    },
  },
  'reporting/zero-months': {
    severity: 'notice',
    ja: '{months}は続けて0件です。よければ「集計報告」の値に0と入れてください。',
    en: '{months}: nothing in a row of months. If that is right, please put 0 into 値 of the tab 集計報告.',
    title: { ja: '0件の月が続いています', en: 'Months without any rows' },
    mend: {
      ja: '0件で合っていれば、「集計報告」の値に0と入れてください。',
      en: 'If there were none, put 0 into 値 of the tab 集計報告.',
    },
  },
} as const satisfies FindingMessages;
