/** What making or renewing a workbook (様式) says, by key: what would change, what stays, and why something cannot be done. */
import type { BothLanguages } from './message.ts';

/** Lines of the list of changes. `kind`: a change, or something that was left as it is. */
export const templateLines = {
  'tab-added': { ja: 'シート「{tab}」を加えます。', en: 'The tab {tab} is added.' },
  'columns-added': {
    ja: '「{tab}」の右はしに列を加えます：{headers}',
    en: 'Columns are added at the right end of {tab}: {headers}',
  },
  'items-added': { ja: '「{tab}」の下に項目を加えます：{headers}', en: 'Items are added below {tab}: {headers}' },
  'notes-renewed': {
    ja: '「{tab}」の見出しのメモを新しくします：{headers}',
    en: 'Notes on headers of {tab} are renewed: {headers}',
  },
  'dropdowns-renewed': {
    ja: '「{tab}」の選ぶ言葉を新しくします：{headers}',
    en: 'Dropdowns of {tab} are renewed: {headers}',
  },
  'words-added': { ja: '「{tab}」に言葉を加えます：{words}', en: 'Words are added to {tab}: {words}' },
  'words-arranged': {
    ja: '「{tab}」の並びと表示名を様式に合わせます。',
    en: 'The words in {tab} are put in the order of the template.',
  },
  'ids-stored': {
    ja: '「{tab}」の{count}列に、見えない目印をつけます（名前を変えても見つかります）。',
    en: 'Invisible ids are stored for {count} columns of {tab}, so that they are found when renamed.',
  },
  'guide-renewed': { ja: '「{tab}」を新しくします。', en: '{tab} is renewed.' },
  'version-raised': { ja: '様式版を{from}から{to}に上げます。', en: 'The template version rises from {from} to {to}.' },
  'guide-kept': {
    ja: '「{tab}」は書きかえられているので、そのままにします。',
    en: '{tab} has been edited, and stays as it is.',
  },
  'words-kept': {
    ja: '「{tab}」に書き足しがあり、行を動かせないので、そのままにします。書き足しを消してから、もう一度動かしてください。',
    en: '{tab} has additions beside its words, so its rows cannot be moved; it stays as it is. Remove them and run this again.',
  },
  'tab-kept': {
    ja: 'シート「{tab}」には知っている見出しがないので、そのままにします。',
    en: 'The tab {tab} has no header that we know, and stays as it is.',
  },
  'required-missing': {
    ja: '「{tab}」に必ず書く列「{headers}」がありません。行があるので加えません。見出しを変えたのなら「読替」に書いてください。',
    en: '{tab} lacks the required columns {headers}. Since it has rows, they are not added; if headers were changed, write them into 読替.',
  },
} as const satisfies Readonly<Record<string, BothLanguages>>;

/** Why nothing was done, and how a command ends. */
export const templateMessages = {
  'not-ours': {
    ja: '「{file}」に「{tab}」がありません。この様式のブックではないようです。もとの表をそのまま使うときは npm run adopt を使ってください。',
    en: '"{file}" has no tab {tab}; it does not seem to be a workbook of this template. To use an existing spreadsheet as it is, see npm run adopt.',
  },
  newer: {
    ja: '「{file}」の様式版は{from}で、このプログラムの{to}より新しいので、何も変えません。新しいプログラムを使ってください。',
    en: 'The template version of "{file}" is {from}, newer than {to}, which this program knows. Nothing is changed; please use a newer program.',
  },
  signed: {
    ja: '「{file}」には電子署名があり、変えると署名がこわれます。署名を外してから動かしてください。',
    en: '"{file}" carries a digital signature, which any change would break. Remove the signature first.',
  },
  unsupported: {
    ja: '「{file}」の中身（{part}）を、ほかを変えずに書きかえることができません。Excel で開いて .xlsx として保存し直してください。',
    en: 'The part {part} of "{file}" cannot be changed without changing the rest. Open it in Excel and save it again as .xlsx.',
  },
  'in-use': {
    ja: '「{file}」をだれかが開いています。閉じてから、もう一度動かしてください。',
    en: '"{file}" is open in another program. Close it there and run this again.',
  },
  'would-change': { ja: '「{file}」で変わるところ：', en: 'What would change in "{file}":' },
  changed: { ja: '「{file}」を新しい様式にしました。', en: 'Renewed "{file}".' },
  'check-cells': {
    ja: '書きかえと同時にだれかが書いていました。つぎのところを見てください（「ファイル → 変更履歴」でもとに戻せます）：{cells}',
    en: 'Somebody was typing at the same moment. Please look at these cells ("File → Version history" brings back what was there): {cells}',
  },
  'no-name': {
    ja: '市区町村名と「圏域」の全域の行は空けてあります（--name で入れられます）。',
    en: 'The name of the municipality, and the row of 圏域 for the whole of it, are left blank (--name fills them in).',
  },
  'typed-differs': {
    ja: '書きかえたあとの「{file}」で、書かれていたセル（{cells}）が変わってしまうので、やめました。ファイルはもとのままです。',
    en: 'Cells that were typed ({cells}) would have changed in "{file}", so nothing was done. The file is as it was.',
  },
  'up-to-date': {
    ja: '「{file}」は最新の様式です。変えるところはありません。',
    en: '"{file}" is up to date. Nothing to change.',
  },
  'dry-run': {
    ja: 'まだ何も変えていません。書きかえるには --send をつけてください。',
    en: 'Nothing has been changed yet. Add --send to do it.',
  },
  written: { ja: '「{file}」を書きました。', en: 'Wrote {file}.' },
  backup: { ja: 'もとのファイルは「{file}」に残してあります。', en: 'The original is kept as {file}.' },
  exists: {
    ja: '「{file}」はもうあります。ほかの名前にするか、書きこんだブックを新しい様式にするなら upgrade を使ってください。',
    en: '"{file}" exists already. Choose another name, or use upgrade to renew a filled workbook.',
  },
  'would-create': {
    ja: '「{file}」を作ります（シート{count}枚）：{tabs}',
    en: 'Would make "{file}" with {count} tabs: {tabs}',
  },
  'would-share': { ja: '{address} を編集者に加えます。', en: 'Would share it with {address} as editor.' },
  created: { ja: 'スプレッドシートを作りました：{url}', en: 'Made the spreadsheet {url}' },
  shared: { ja: '{address} を編集者に加えました。', en: 'Shared it with {address} as editor.' },
  'not-shared': {
    ja: '{address} と共有できませんでした。スプレッドシートの「共有」から加えてください。',
    en: 'Could not share it with {address}; please add them with the button Share of the spreadsheet.',
  },
  'no-room': {
    ja: 'このアカウントには Google ドライブの置き場所がないので、スプレッドシートを作れません。共有ドライブのフォルダーを --folder で指定し、そのフォルダーの「コンテンツ管理者」にこのアカウントを加えてください。',
    en: 'This account has no room of its own in Google Drive. Name a folder of a shared drive with --folder, and add the account to it as content manager.',
  },
  'no-folder': {
    ja: 'フォルダー「{folder}」が見つからないか、このアカウントは書きこめません。フォルダーをこのアカウントと共有（編集者）してください。',
    en: 'The folder {folder} is not there, or this account may not write in it. Share it with the account as editor.',
  },
  edited: {
    ja: '「{file}」は、読んだあとにだれかが書きかえました。何も変えていません。もう一度動かしてください。',
    en: '"{file}" was edited after it was read. Nothing was changed; please run this again.',
  },
} as const satisfies Readonly<Record<string, BothLanguages>>;
