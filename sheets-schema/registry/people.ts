/** 利用者: who may see what. One row a person or group and role. */

import { municipality, option, text } from '../define-column.ts';
import { defineTable, type RowOf } from '../table.ts';
import { prefectureOptions } from './prefecture-options.ts';

export const people = defineTable({
  tab: '利用者',
  tabAliases: ['利用者一覧', 'ユーザー', '権限', 'people', 'users'],
  help: {
    ja: 'ダッシュボードを見る人の一覧です。役割が2つあれば、2行に分けます。',
    en: 'Who may look at the dashboard. Somebody with two roles has two rows.',
  },
  columns: {
    address: text({
      header: 'メールアドレス',
      aliases: ['メール', 'アドレス', 'e-mail', 'email', 'アカウント'],
      required: true,
      help: { ja: '人かグループのメールアドレス。', en: 'The e-mail address of a person or a group.' },
      example: 'fukushi@city.example.jp',
    }),
    kind: option({
      header: '種別',
      aliases: ['種類', '区分'],
      options: [
        { value: 'person', words: ['人', '個人', 'ユーザー', 'person', 'user'] },
        { value: 'group', words: ['グループ', 'メーリングリスト', 'ML', '団体', 'group'] },
      ],
      help: {
        ja: '「人」か「グループ」。空いていれば、アドレスから決めます。',
        en: '人 (person) or グループ (group); told from the address where blank.',
      },
      example: '人',
    }),
    role: option({
      header: '役割',
      aliases: ['権限', 'ロール'],
      required: true,
      options: [
        { value: 'office', words: ['報告機関', '機関', '入力', '入力担当', 'office'] },
        { value: 'municipality', words: ['市区町村', '市町村', '自治体', '市', '町', '村', 'municipality'] },
        { value: 'prefecture', words: ['都道府県', '県', '都', '道', '府', 'prefecture'] },
        { value: 'administrator', words: ['管理者', '管理', '管理担当', 'administrator', 'admin'] },
      ],
      help: {
        ja: '報告機関、市区町村、都道府県、管理者のどれか。',
        en: '報告機関 (office), 市区町村 (municipality), 都道府県 (prefecture) or 管理者 (administrator).',
      },
      example: '市区町村',
    }),
    municipality: municipality({
      header: '市区町村コード',
      aliases: ['市町村コード', '団体コード', '全国地方公共団体コード', '自治体コード'],
      help: {
        ja: '役割が報告機関か市区町村のときに書きます。',
        en: 'For the roles 報告機関 and 市区町村.',
      },
      example: '162051',
    }),
    prefecture: option({
      header: '都道府県コード',
      aliases: ['都道府県', '都道府県名', '県コード'],
      options: prefectureOptions(),
      help: {
        ja: '役割が都道府県のときに書きます。2けたのコードでも、名前でも構いません。',
        en: 'For the role 都道府県: its two digits, or its name.',
      },
      example: '16',
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

/** A row of 利用者 once read. */
export type PersonRow = RowOf<typeof people>;
