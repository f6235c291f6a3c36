/** Sentences about 圏域: the tree itself, and areas named in other tabs. */
import type { FindingMessages } from './message.ts';

export const areaMessages = {
  'area/not-found-but-near': {
    severity: 'error',
    ja: '{header}「{typed}」が登録にありません。「{suggestion}」なら直すか、「読替」に書いてください。',
    en: '{header} "{typed}" is not registered. If {suggestion} is meant, please correct it, or add the word to the tab 読替.',
    title: { ja: '登録にない圏域（似た名前あり）', en: 'Areas not registered, but near another' },
    mend: { ja: '名前を直すか、「読替」に書いてください。', en: 'Correct the name, or add it to the tab 読替.' },
  },
  'area/not-found': {
    severity: 'error',
    ja: '{header}「{typed}」が登録にありません。「圏域」に足すか、「読替」に書いてください。',
    en: '{header} "{typed}" is not registered. Please add it to the tab 圏域, or to 読替.',
    title: { ja: '登録にない圏域', en: 'Areas not registered' },
    mend: { ja: '「圏域」に足すか、「読替」に書いてください。', en: 'Add it to the tab 圏域, or to 読替.' },
  },
  'area/is-a-date': {
    severity: 'error',
    ja: '{header}が日付になっています（{typed}）。書式を「文字列」にして、入れ直してください。',
    en: '{header} has become a date ({typed}). Set the format to text and type it again.',
    title: { ja: '圏域が日付になっています', en: 'Areas that became dates' },
    mend: { ja: 'セルの書式を「文字列」にして、入れ直してください。', en: 'Set the format to text and type it again.' },
  },
  'area/ambiguous': {
    severity: 'error',
    ja: '{header}「{typed}」は2つ以上の圏域の名前です。コード（{codes}）で入れてください。',
    en: '{header} "{typed}" is the name of several areas. Please type the code ({codes}).',
    title: { ja: '同じ名前の圏域があります', en: 'Names that several areas share' },
    mend: { ja: '名前のかわりに圏域コードを入れてください。', en: 'Type the code of the area instead of its name.' },
  },
  'area/not-valid': {
    severity: 'error',
    ja: '{header}「{typed}」は、その日には使われていない圏域です。日付か圏域を確かめてください。',
    en: '{header} "{typed}" was not in use on that day. Please check the date or the area.',
    title: { ja: 'その日に使われていない圏域', en: 'Areas not in use on that day' },
    mend: {
      ja: '日付か、「圏域」の有効開始日・有効終了日を確かめてください。',
      en: 'Check the date, or the first and last day in the tab 圏域.',
    },
  },
  'area/succeeded': {
    severity: 'error',
    ja: '{header}「{typed}」は、その日には「{successor}」になっています。直してください。',
    en: 'On that day {header} "{typed}" had become {successor}. Please correct it.',
    title: { ja: '引き継がれた圏域', en: 'Areas that have been taken over' },
    mend: { ja: '引き継いだ圏域の名前にしてください。', en: 'Type the area that took over.' },
  },
  'area/refused': {
    severity: 'error',
    ja: '{header}「{typed}」は、「圏域」の行に誤りがあるので使えません。「圏域」を先に直してください。',
    en: '{header} "{typed}" cannot be used because its row in the tab 圏域 is wrong. Please mend that first.',
    title: { ja: '誤りのある圏域の行', en: 'Rows of areas that were refused' },
    mend: { ja: '「圏域」の誤りを先に直してください。', en: 'Mend the tab 圏域 first.' },
  },
  'area/duplicate': {
    severity: 'error',
    ja: '圏域コード {code} が{rows}行目にあり、内容が違います。1つにしてください。',
    en: '圏域コード {code} stands in rows {rows} with different contents. Please keep one.',
    title: { ja: '同じ圏域コードの行が違っています', en: 'Area codes used twice' },
    mend: { ja: '1つのコードを1つの圏域だけに使ってください。', en: 'Use a code for one area only.' },
  },
  'area/shared-name': {
    severity: 'error',
    ja: '圏域名「{name}」が2つ以上あります（{codes}）。ほかのシートでは、名前ではなくコードを使ってください。',
    en: 'Several areas are named {name} ({codes}). In other tabs, please use the code instead.',
    title: { ja: '同じ名前の圏域があります', en: 'Areas with the same name' },
    mend: {
      ja: '名前を分けるか、ほかのシートでコードを使ってください。',
      en: 'Give them different names, or use codes in other tabs.',
    },
  },
  'area/second-root': {
    severity: 'error',
    ja: '「{name}」（{code}）の上位圏域コードが空いています。空けてよいのは全域の1行だけです。',
    en: '{name} ({code}) has no 上位圏域コード. Only the one row for the whole municipality may leave it blank.',
    title: { ja: '全域の行が2つ以上あります', en: 'More than one root area' },
    mend: { ja: '上位圏域コードを入れてください。', en: 'Fill in 上位圏域コード.' },
  },
  'area/orphan': {
    severity: 'error',
    ja: '「{name}」（{code}）の上位圏域「{parent}」が登録にありません。コードを直すか、その圏域を足してください。',
    en: 'The parent {parent} of {name} ({code}) is not registered. Please correct the code, or add that area.',
    title: { ja: '上位圏域が登録にありません', en: 'Parents that are not registered' },
    mend: {
      ja: '上位圏域コードを直すか、その圏域を足してください。',
      en: 'Correct the code of the parent, or add that area.',
    },
  },
  'area/cycle': {
    severity: 'error',
    ja: '「{name}」（{code}）は、上位圏域をたどると自分に戻ります。上位圏域コードを直してください。',
    en: 'The parents of {name} ({code}) lead back to itself. Please correct 上位圏域コード.',
    title: { ja: '上位圏域が輪になっています', en: 'Areas that are their own ancestors' },
    mend: { ja: '上位圏域コードを直してください。', en: 'Correct 上位圏域コード.' },
  },
  'area/ends-before-start': {
    severity: 'error',
    ja: '有効終了日が有効開始日より前です。どちらかの日付を直してください。',
    en: '有効終了日 is before 有効開始日. Please correct one of them.',
    title: { ja: '終わりの日が始まりの日より前です', en: 'Areas that end before they begin' },
    mend: { ja: 'どちらかの日付を直してください。', en: 'Correct one of the days.' },
  },
  'area/population-twice': {
    severity: 'error',
    ja: '同じ圏域・同じ基準日の人口が{rows}行目にあり、数が違います。1つにしてください。',
    en: 'Rows {rows} give different populations for the same area and day. Please keep one.',
    title: { ja: '同じ日の人口が2つあります', en: 'Two populations for one day' },
    mend: { ja: '1つにしてください。', en: 'Keep one.' },
  },
  'area/unknown-successor': {
    severity: 'error',
    ja: '後継圏域コード「{successor}」が登録にありません。直してください。',
    en: 'The successor {successor} is not registered. Please correct it.',
    title: { ja: '後継圏域が登録にありません', en: 'Successors that are not registered' },
    mend: { ja: '後継圏域コードを直してください。', en: 'Correct 後継圏域コード.' },
  },
  'area/stated-differently': {
    severity: 'notice',
    ja: '「{name}」（{code}）は、先に登録されたブックと内容が違います。先のブックの内容を使っています。',
    en: '{name} ({code}) differs from the workbook registered first; the first one is used.',
    title: { ja: 'ほかのブックと圏域の内容が違います', en: 'Areas stated differently by two workbooks' },
    mend: {
      ja: 'どちらが正しいか、報告機関どうしで確かめてください。',
      en: 'Agree between the offices which is right.',
    },
  },
} as const satisfies FindingMessages;
