/** 登録: which workbooks there are. One row a workbook; adding a town is adding a row. */
import { flag, municipality, text } from '../define-column.ts';
import { defineTable, type RowOf } from '../table.ts';

export const registrations = defineTable({
  tab: '登録',
  tabAliases: ['登録簿', 'ブック一覧', 'ブック', 'registry', 'workbooks'],
  isRequired: true,
  help: {
    ja: '読み取るブックの一覧です。1行に1つ書きます。行を足すと、次の回から読みます。',
    en: 'The workbooks to read, one a row. A row that is added is read from the next run on.',
  },
  key: ['workbook'],
  columns: {
    municipality: municipality({
      header: '市区町村コード',
      aliases: ['市町村コード', '団体コード', '全国地方公共団体コード', '自治体コード'],
      required: true,
      help: {
        ja: '全国地方公共団体コードの6けた。5けた（検査数字なし）でも読みます。',
        en: 'The 6-digit code of local governments; the 5-digit form without check digit is completed.',
      },
      example: '162051',
    }),
    prefectureName: text({
      header: '都道府県名',
      aliases: ['都道府県', '県名'],
      help: {
        ja: 'コードが5けたで、2通りに読めるときだけ使います。',
        en: 'Only used where a code of five digits could be two.',
      },
      example: '富山県',
    }),
    officeName: text({
      header: '報告機関名',
      aliases: ['報告機関', '機関名', '事業所名'],
      required: true,
      help: { ja: '報告する機関の名前。', en: 'The name of the reporting office.' },
      example: '氷見市社会福祉協議会',
    }),
    workbook: text({
      header: 'ブック',
      aliases: ['スプレッドシート', 'ファイル', 'URL', 'アドレス', 'スプレッドシートID', 'ブックのアドレス'],
      required: true,
      help: {
        ja: 'スプレッドシートのアドレス（かID）。登録簿がファイルなら、そこから見たファイルの場所でも構いません。',
        en: 'The address (or id) of the spreadsheet; in a registry that is a file, also the path of a file as seen from it.',
      },
      example: 'https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789abcdefg/edit',
    }),
    isActive: flag({
      header: '有効',
      aliases: ['使用', '利用中', '読み取り'],
      help: {
        ja: '読むなら「有」、もう読まないなら「無」。空いていれば「有」です。「無」でも、それまでの数字は残ります。',
        en: '有 to read it, 無 to read it no longer; blank is 有. The figures so far stay with 無, too.',
      },
      example: '有',
    }),
    contact: text({
      header: '連絡先',
      aliases: ['問い合わせ先', '担当', '担当者', '連絡先メールアドレス'],
      help: {
        ja: 'こまったときに聞く先。個人の電話番号は書かないでください。',
        en: "Whom to ask about the workbook. Please do not write anybody's private number.",
      },
      example: 'fukushi@city.example.jp',
    }),
    note: text({
      header: '備考',
      aliases: ['メモ', '摘要'],
      isRead: false,
      help: { ja: '自由に書けます。読み取りません。', en: 'Anything; never read.' },
      example: '',
    }),
  },
});

/** A row of 登録 once read. */
export type RegistrationRow = RowOf<typeof registrations>;
