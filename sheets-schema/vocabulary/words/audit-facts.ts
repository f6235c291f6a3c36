/**
 * What an entry of 操作の記録 tells beside who, when and on what: the name of each fact and the words of each coded value. A fact without
 * words here cannot be recorded (functions/audit/append-audit.ts takes no other).
 */
import type { Phrase } from './phrase.ts';

/** Facts by their keys, in the order in which they are said; `{value}` is the value as people read it. */
export const auditFactWords = {
  municipality: { ja: '{value}', en: '{value}' },
  kind: { ja: '{value}', en: '{value}' },
  role: { ja: '役割 {value}', en: 'role {value}' },
  to: { ja: '相手 {value}', en: 'to {value}' },
  code: { ja: 'わけ：{value}', en: 'why: {value}' },
  since: { ja: '{value}から', en: 'since {value}' },
  changes: { ja: '前との違い {value}か所', en: 'differences: {value}' },
  by: { ja: '{value}', en: '{value}' },
  question: { ja: '確認番号 {value}', en: 'question {value}' },
  form: { ja: '{value}', en: '{value}' },
  threshold: { ja: '{value}件に満たない数を隠す', en: 'counts below {value} are hidden' },
  zeros: { ja: '{value}', en: '{value}' },
  roundedTo: { ja: '{value}ごとに丸める', en: 'rounded to multiples of {value}' },
  month: { ja: '{value}分', en: '{value}' },
  release: { ja: '公開版 {value}', en: 'release {value}' },
  publishedAt: { ja: '{value}に公開したもの', en: 'published {value}' },
  at: { ja: '{value}の控え', en: 'backup of {value}' },
  pointers: { ja: '戻した記録 {value}件', en: 'records put back: {value}' },
  objectsWritten: { ja: '書いたファイル {value}個', en: 'files written: {value}' },
  run: { ja: '{value}に始めた取り込み', en: 'run begun {value}' },
} as const satisfies Readonly<Record<string, Phrase>>;

/** Facts whose values are codes, and the words of those. */
export const auditCodeWords = {
  kind: {
    person: { ja: '個人のアドレス', en: "a person's address" },
    group: { ja: 'グループのアドレス', en: "a group's address" },
  },
  role: {
    office: { ja: '報告機関', en: 'office (報告機関)' },
    municipality: { ja: '市区町村', en: 'municipality (市区町村)' },
    prefecture: { ja: '都道府県', en: 'prefecture (都道府県)' },
    administrator: { ja: '管理者', en: 'administrator (管理者)' },
  },
  by: {
    administrator: { ja: 'ダッシュボードで', en: 'on the dashboard' },
    command: { ja: 'コマンド held で', en: 'with the command held' },
    tick: { ja: 'チェック結果の欄で', en: 'in the tab チェック結果' },
    token: { ja: 'IDトークンで', en: 'by ID token' },
    proxy: { ja: 'Identity-Aware Proxy で', en: 'by Identity-Aware Proxy' },
  },
  form: { 'tidy-csv': { ja: 'CSV', en: 'CSV' } },
  zeros: {
    shown: { ja: '0は見せる', en: 'zeros are shown' },
    hidden: { ja: '0も隠す', en: 'zeros are hidden too' },
  },
} as const satisfies Readonly<Partial<Record<AuditFactName, Readonly<Record<string, Phrase>>>>>;

export type AuditFactName = keyof typeof auditFactWords;

/** What may be recorded of an operation: codes, dates, counts and names of releases. */
export type AuditFacts = {
  readonly [Name in AuditFactName]?: Name extends keyof typeof auditCodeWords
    ? keyof (typeof auditCodeWords)[Name]
    : string | number | boolean;
};
