/** Words of the page 操作の記録 (the audit log), Japanese then English. Actions by their keys. */
import type { Phrase } from './phrase.ts';

export const auditWords = {
  'signed-in': { ja: 'サインインした', en: 'Signed in' },
  refused: { ja: 'サインインを断った', en: 'Sign-in refused' },
  'signed-out': { ja: 'サインアウトした', en: 'Signed out' },
  exported: { ja: '書き出した', en: 'Exported' },
  'role-given': { ja: '役割を付けた', en: 'Role given' },
  'role-taken': { ja: '役割を外した', en: 'Role taken' },
  released: { ja: '公開した', en: 'Released' },
  'rolled-back': { ja: '前の公開版に戻した', en: 'Rolled back' },
  restored: { ja: '控えから戻した', en: 'Restored' },
  held: { ja: 'ブックを保留した', en: 'Workbook held' },
  mended: { ja: 'ブックの保留が解けた', en: 'Workbook no longer held' },
  'let-through': { ja: '保留のブックを通した', en: 'Held workbook let through' },
  'settings-changed': { ja: '秘匿の決まりが変わった', en: 'Rule of suppression changed' },

  unnamed: { ja: '名前の残らない操作', en: 'No name recorded' },
  title: { ja: '{month}の操作は{count}件です', en: 'Entries of {month}: {count}' },
  titleNone: { ja: '{month}の操作の記録はありません', en: 'No entries in {month}' },
  measure: {
    ja: 'だれが、いつ、何をしたか。新しいものから。日時は日本時間。消すことも、書きかえることもできません。',
    en: "Who did what when, newest first, in Japan's time. Entries can be neither changed nor removed.",
  },
  month: { ja: '月', en: 'Month' },
  action: { ja: '操作', en: 'Action' },
  everyAction: { ja: 'すべての操作', en: 'All actions' },
  person: { ja: '人', en: 'Person' },
  everyPerson: { ja: 'すべての人', en: 'Everybody' },
  columnAt: { ja: '日時', en: 'When' },
  columnEntry: { ja: 'だれが、何をしたか', en: 'Who did what' },
  left: {
    ja: 'この月は{count}件多くあります。すべては CSV で見られます。',
    en: '{count} older entries of this month are left out; the CSV has them all.',
  },
  unreadable: {
    ja: '読めない記録、または書いたときと違う記録が{count}件あります：{names}',
    en: 'Entries that cannot be read or are not as they were written: {count} ({names})',
  },
  unreadableLine: {
    ja: '読めないか、書いたときと違う記録です',
    en: 'This entry cannot be read, or is not as it was written',
  },
  download: { ja: 'この月の CSV', en: 'CSV of this month' },
  filtered: { ja: '{shown}件を表示（全{all}件）', en: '{shown} of {all} shown' },
  name: { ja: '操作の記録', en: 'audit log' },
  administratorsOnly: {
    ja: 'このページは、登録簿で役割が「管理者」の人だけが見られます。',
    en: 'Only people with the role 管理者 (administrator) in the registry may see this page.',
  },
} as const satisfies Record<string, Phrase>;

/** The columns of the CSV, in their order. A file has one name for each column: those for people in Japanese, those for machines in keys. */
export const auditColumnWords = {
  at: { ja: '日時（日本時間）', en: "When, by Japan's clocks" },
  actor: { ja: '人', en: 'The address of whoever did it; empty where no name was recorded' },
  kind: { ja: '操作', en: 'The action in words' },
  municipality: { ja: '市区町村コード', en: 'The municipality that it is about' },
  municipalityName: { ja: '市区町村', en: 'Its name' },
  sentence: { ja: 'だれが、何をしたか', en: 'The sentence of the page in Japanese' },
  english: { ja: 'Who did what', en: 'The same in English' },
  action: { ja: 'action', en: 'The action by its key' },
  subject: { ja: 'subject', en: 'What it was done to, by its id' },
  facts: { ja: 'facts', en: 'Everything else that was recorded, as JSON' },
} as const satisfies Record<string, Phrase>;
