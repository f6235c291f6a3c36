/** Sentences about workbooks and folders that could not be read or used, by the code of the failure. */
import { guardMessages } from './guards.ts';
import type { BothLanguages } from './message.ts';
import { registryFailures } from './registry.ts';

export const failureMessages = {
  'folder/missing': {
    ja: 'フォルダー「{folder}」が見つかりません。場所と名前を確かめてください。',
    en: 'The folder "{folder}" is not there. Please check its place and name.',
  },
  'folder/empty': {
    ja: 'フォルダー「{folder}」にブックがありません。.xlsx のファイルか、CSV を入れたフォルダーを置いてください。',
    en: 'There are no workbooks in the folder "{folder}". Put .xlsx files into it, or folders of CSV files.',
  },
  'folder/forbidden': {
    ja: 'フォルダー「{folder}」を読めません。読む権限があるか確かめてください。',
    en: 'The folder "{folder}" may not be read. Please check its permissions.',
  },
  'file/not-a-workbook': {
    ja: '「{file}」はブックとして読めません。Excel で開いて .xlsx として保存し直してください。',
    en: '"{file}" is not a workbook. Open it in Excel and save it again as .xlsx.',
  },
  'file/password': {
    ja: '「{file}」にはパスワードがかかっています。パスワードを外して保存し直してください。',
    en: '"{file}" is protected by a password. Save it again without one.',
  },
  'file/truncated': {
    ja: '「{file}」は途中までしかありません。もとのファイルをもう一度コピーしてください。',
    en: '"{file}" is incomplete. Copy the original file again.',
  },
  'file/unreadable': {
    ja: '「{file}」は壊れているか、読めない形です。Excel で開いて .xlsx として保存し直してください。',
    en: '"{file}" is damaged or in a form we cannot read. Open it in Excel and save it again as .xlsx.',
  },
  'file/too-large': {
    ja: '「{file}」は{megabytes}MBあり、大きすぎます（{limit}MBまで）。画像や使わないシートを消して保存し直してください。',
    en: '"{file}" has {megabytes} MB, more than the {limit} MB we read. Remove pictures and unused tabs, and save it again.',
  },
  'file/too-many-cells': {
    ja: '「{file}」はセルが多すぎます（{limit}個まで）。使わないシートや行を消すか、年度ごとに分けてください。',
    en: '"{file}" has too many cells (at most {limit}). Remove unused tabs and rows, or divide it by year.',
  },
  'file/zip-bomb': {
    ja: '「{file}」は開くと大きくなりすぎるので、読んでいません。Excel で新しいブックに貼り直して保存してください。',
    en: '"{file}" grows too large when it is unpacked and was not read. Paste its contents into a new workbook.',
  },
  'file/old-excel': {
    ja: '「{file}」は古い Excel の形（.xls）です。Excel で開いて .xlsx として保存し直してください。',
    en: '"{file}" is in the old Excel format (.xls). Open it in Excel and save it again as .xlsx.',
  },
  'file/unsupported-type': {
    ja: '「{file}」は読めない種類のファイルです。.xlsx として保存し直すか、このフォルダーから出してください。',
    en: '"{file}" is of a kind that we cannot read. Save it as .xlsx, or move it out of this folder.',
  },
  'file/csv-loose': {
    ja: '「{file}」はどの報告機関のものか分かりません。報告機関ごとのフォルダーを作って、その中に入れてください。',
    en: 'It is not clear whose "{file}" is. Make a folder for the office, and put its CSV files into it.',
  },
  'file/csv-encoding': {
    ja: '「{file}」の文字コードが分かりません。Excel で「CSV UTF-8」として保存し直してください。',
    en: 'The encoding of "{file}" is not known. Save it from Excel as "CSV UTF-8".',
  },
  'file/csv-quotes': {
    ja: '「{file}」の引用符（"）が閉じていません。Excel で開いて、もう一度CSVとして保存してください。',
    en: 'A quotation mark in "{file}" is never closed. Open it in Excel and save it as CSV again.',
  },
  'file/gone': {
    ja: '「{file}」がなくなっています。消したか、移したか、名前を変えていないか確かめてください。',
    en: '"{file}" is gone. Please check whether it was deleted, moved or renamed.',
  },
  'file/forbidden': {
    ja: '「{file}」を開く権限がありません。ファイルの権限を確かめてください。',
    en: '"{file}" may not be opened. Please check its permissions.',
  },
  'file/locked': {
    ja: '「{file}」はほかの人が使っていて読めません。閉じると、次の回に読みます。',
    en: '"{file}" is in use. Once it is closed, the next run reads it.',
  },
  'file/changing': {
    ja: '「{file}」は保存の途中です。次の回に読みます。',
    en: '"{file}" is being saved. The next run reads it.',
  },
  'file/answer-locked': {
    ja: '「{file}」のチェック結果を書けません。チェック結果のファイルを開いていれば閉じ、フォルダーに書けるか確かめてください。',
    en: 'The findings of "{file}" could not be written. If their file is open, please close it, and check that the folder may be written to.',
  },
  'file/answer-unwritable': {
    ja: '「{file}」のチェック結果を書けません。ディスクの空きと、書き出すフォルダーを確かめてください。',
    en: 'The findings of "{file}" could not be written. Please check the free space on the disk, and the folder they go to.',
  },
  'workbook/no-required-tabs': {
    ja: '「{file}」にシート「{tabs}」が見つかりません。名前を戻すと、次の回に読みます。',
    en: '"{file}" has no tab {tabs}. Once it is named so again, the next run reads the workbook.',
  },
  'workbook/no-areas': {
    ja: '「{file}」のシート「圏域」に、読める行がありません。市区町村の全域の行を1つ書いてください。',
    en: 'The tab 圏域 of "{file}" has no row that can be read. Please write one row for the whole municipality.',
  },
  'workbook/no-required-columns': {
    ja: '「{file}」のシート「{tab}」に見出し（{headers}）が見つかりません。名前を戻すか、「読替」に書いてください。',
    en: 'The tab {tab} of "{file}" lacks the headers {headers}. Please rename them back, or write them into the tab 読替.',
  },
  'workbook/no-municipality-code': {
    ja: '「{file}」の「基本情報」に正しい市区町村コードがありません。6けたで入れてください。',
    en: 'There is no valid 市区町村コード in the tab 基本情報 of "{file}". Please type its six digits.',
  },
  'workbook/no-office': {
    ja: '「{file}」の「基本情報」に報告機関名か市区町村名がありません。入れてください。',
    en: '報告機関名 or 市区町村名 is missing in the tab 基本情報 of "{file}". Please fill them in.',
  },
  'workbook/same-office': {
    ja: '「{file}」は「{other}」と同じ報告機関のブックです。先に登録された「{other}」を使っています。',
    en: '"{file}" is of the same office as "{other}", which was registered first and is used.',
  },
  'workbook/other-municipality': {
    ja: '「{file}」の市区町村コードは{own}ですが、{registered}のブックとして登録されています。基本情報か登録の、違っている方を直してください。',
    en: '"{file}" says that its 市区町村コード is {own}, but it is registered for {registered}. Please mend whichever is wrong, the workbook or its registration.',
  },
  'workbook/answer-failed': {
    ja: '「{file}」にチェック結果を書き込めませんでした。数字は使っています。続くときは、管理担当にお知らせください。',
    en: 'The findings could not be written into "{file}". Its figures are used. If that goes on, please tell your administrator.',
  },
  'workbook/gone': {
    ja: '「{file}」が見つからなくなりました。最後に読めたときの数字を使っています。',
    en: '"{file}" is no longer there. The figures of the last time it could be read are used.',
  },
  'workbook/forbidden': {
    ja: '「{file}」が共有されていません。共有の設定に、このシステムのアカウントを閲覧者として足してください。',
    en: '"{file}" is not shared with us. Please add the account of this system to its viewers.',
  },
  'workbook/busy': {
    ja: '「{file}」の読み取りが混み合っています。次の回にもう一度読みます。',
    en: 'Reading "{file}" has to wait, since too much was asked at once. The next run tries again.',
  },
  'workbook/broken-answer': {
    ja: '「{file}」の読み取りがうまくいきませんでした。続くときは、管理担当にお知らせください。',
    en: '"{file}" could not be read. If that goes on, please tell your administrator.',
  },
  'workbook/given-up': {
    ja: '「{file}」の取り込みが何度やり直しても終わりませんでした。最後に読めたときの数字を使っています。直したとき、または明日もう一度読みます。続くときは、管理担当にお知らせください。',
    en: '"{file}" could not be taken in, however often it was tried. The figures of the last time it could be read are used. It is read again when it changes, or tomorrow. If that goes on, please tell your administrator.',
  },
  'google/gone': {
    ja: '「{file}」が Google にありません。消していないか、アドレスが正しいか確かめてください。',
    en: 'Google has no "{file}". Please check whether it was deleted, and its address.',
  },
  'google/trashed': {
    ja: '「{file}」はゴミ箱に入っています。Google ドライブのゴミ箱から戻すと、次の回に読みます。',
    en: '"{file}" is in the bin. Once it is restored from the bin of Google Drive, the next run reads it.',
  },
  'google/forbidden': {
    ja: '「{file}」が共有されていません。共有の設定に、このシステムのアカウントを閲覧者として足してください。',
    en: '"{file}" is not shared with us. Please add the account of this system to its viewers.',
  },
  'google/busy': {
    ja: '「{file}」について Google とやりとりできませんでした（混雑か通信の不調）。次の回にもう一度試します。',
    en: 'Google could not be reached about "{file}" just now (too many requests, or no connection). The next run tries again.',
  },
  'google/broken': {
    ja: '「{file}」について Google が読めない答えを返しました（{status}）。続くときは、管理担当にお知らせください。',
    en: 'Google gave an answer about "{file}" that we cannot use ({status}). If that goes on, please tell your administrator.',
  },
  'google/not-a-spreadsheet': {
    ja: '「{file}」は Google スプレッドシートではありません。開いて「Google スプレッドシートとして保存」してください。',
    en: '"{file}" is not a Google spreadsheet. Open it and choose "Save as Google Sheets".',
  },
  'google/too-large': {
    ja: '「{file}」は大きすぎて読めません（セルは{limit}個まで。色だけのセルも数えます）。使わないシートや行を消すか、年度ごとに分けてください。',
    en: '"{file}" is too large to be read (at most {limit} cells, those with only a colour too). Remove unused tabs and rows, or divide it by year.',
  },
  'google/read-only': {
    ja: '「{file}」は共有されていますが閲覧のみなので、チェック結果を書き込めません。数字は使っています。共有の設定で、このシステムのアカウントを「編集者」にしてください。',
    en: '"{file}" is shared with us for viewing only, so its findings cannot be written into it. Its figures are used. Please make the account of this system an editor.',
  },
  'google/protected': {
    ja: '「{file}」に編集を禁じた範囲があり、チェック結果を書き込めません。数字は使っています。範囲の保護に、このシステムのアカウントを足すか、「警告のみ」にしてください。',
    en: '"{file}" has ranges that we may not edit, so its findings cannot be written into it. Its figures are used. Please allow the account of this system to edit them, or let the protection only warn.',
  },
  'google/sign-in': {
    ja: 'Google へのサインインが断られ、「{file}」を読めません。管理担当は、サービスアカウントを確かめてください。',
    en: 'Google refused our sign-in, so "{file}" could not be read. The administrator should check the service account.',
  },
  'google/api-disabled': {
    ja: 'Google のプロジェクトで Sheets API か Drive API が無効なので、「{file}」を読めません。管理担当は、有効にしてください。',
    en: 'The Sheets or Drive API is disabled in the Google project, so "{file}" could not be read. The administrator should enable it.',
  },
  ...guardMessages,
  ...registryFailures,
} as const satisfies Readonly<Record<string, BothLanguages>>;
