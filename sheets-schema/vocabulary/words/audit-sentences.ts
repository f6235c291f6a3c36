/**
 * 操作の記録 as sentences that can be read aloud: `{who}` did it, on `{what}`. `unnamed` is said where no name was recorded. The other facts
 * of an entry follow in brackets (audit-facts.ts).
 */
import type { AuditFactName } from './audit-facts.ts';
import type { Phrase } from './phrase.ts';

interface AuditSentence {
  readonly named: Phrase;
  readonly unnamed: Phrase;
  /** Facts that the sentence says itself, by `{name}`. */
  readonly says?: readonly AuditFactName[];
}

/** By the keys of actions (functions/audit/audit-entry.ts). */
export const auditSentences: Readonly<Record<string, AuditSentence | undefined>> = {
  'signed-in': {
    named: { ja: '{who} がサインインしました', en: '{who} signed in' },
    unnamed: { ja: 'サインインがありました', en: 'Somebody signed in' },
  },
  refused: {
    named: {
      ja: '{who} のサインインを断りました。登録簿の「利用者」にありません',
      en: '{who} was refused: not in the tab 利用者 of the registry',
    },
    unnamed: { ja: 'サインインを断りました', en: 'Somebody was refused' },
  },
  'signed-out': {
    named: { ja: '{who} がサインアウトしました', en: '{who} signed out' },
    unnamed: { ja: 'サインアウトがありました', en: 'Somebody signed out' },
  },
  exported: {
    named: { ja: '{who} が{what}を書き出しました', en: '{who} exported {what}' },
    unnamed: { ja: '{what}が書き出されました', en: 'Exported: {what}' },
  },
  'role-given': {
    named: { ja: '{who} が {to} に{what}の役割「{role}」を付けました', en: '{who} gave {to} the role {role}, {what}' },
    unnamed: {
      ja: '登録簿で、{to} に{what}の役割「{role}」が付きました',
      en: 'By the registry, {to} now has the role {role}, {what}',
    },
    says: ['to', 'role'],
  },
  'role-taken': {
    named: {
      ja: '{who} が {to} から{what}の役割「{role}」を外しました',
      en: '{who} took the role {role}, {what}, from {to}',
    },
    unnamed: {
      ja: '登録簿で、{to} から{what}の役割「{role}」が外れました',
      en: 'By the registry, {to} no longer has the role {role}, {what}',
    },
    says: ['to', 'role'],
  },
  released: {
    named: { ja: '{who} が{what}を公開しました', en: '{who} published {what}' },
    unnamed: { ja: '取り込みが{what}を公開しました', en: 'A run published {what}' },
  },
  'rolled-back': {
    named: { ja: '{who} が{what}に戻しました', en: '{who} went back to {what}' },
    unnamed: { ja: 'コマンドで{what}に戻しました', en: 'A command went back to {what}' },
  },
  restored: {
    named: { ja: '{who} が控えから{what}を戻しました', en: '{who} restored {what} out of a backup' },
    unnamed: { ja: 'コマンドで控えから{what}を戻しました', en: 'A command restored {what} out of a backup' },
  },
  held: {
    named: { ja: '{who} が{what}を保留にしました', en: '{who} held {what}' },
    unnamed: { ja: '取り込みが{what}を保留にしました', en: 'A run held {what}' },
  },
  mended: {
    named: { ja: '{who} が{what}の保留を解きました', en: '{who} ended the hold of {what}' },
    unnamed: { ja: '{what}の保留が解けました', en: 'No longer held: {what}' },
  },
  'let-through': {
    named: { ja: '{who} が{what}を通しました', en: '{who} let {what} through' },
    unnamed: { ja: '{what}を通す答えがありました', en: 'Somebody let {what} through' },
  },
  'settings-changed': {
    named: { ja: '{who} が{what}の秘匿の決まりを変えました', en: '{who} changed the rule of suppression for {what}' },
    unnamed: {
      ja: '登録簿で、{what}の秘匿の決まりが変わりました',
      en: 'By the registry, the rule of suppression changed for {what}',
    },
  },
};

/** An operation that a newer version records. */
export const auditSentenceElse = {
  named: { ja: '{who}：{action} {what}', en: '{who}: {action} {what}' },
  unnamed: { ja: '{action} {what}', en: '{action} {what}' },
} as const satisfies AuditSentence;

/** What it was done to. */
export const auditSubjectWords = {
  office: { ja: '{name}の職員用の数字', en: 'the figures for staff of {name}' },
  prefecture: { ja: '{name}の担当者用の数字', en: 'the figures for officers of {name}' },
  public: { ja: '公開用の数字', en: 'the figures for everybody' },
  publicOf: { ja: '{name}の公開用の数字', en: 'the figures of {name} for everybody' },
  audit: { ja: '操作の記録', en: 'the audit log' },
  release: { ja: '公開版 {name}', en: 'release {name}' },
  workbook: { ja: 'ブック「{name}」', en: 'the workbook "{name}"' },
  workbookOf: { ja: '{municipality}のブック「{name}」', en: 'the workbook "{name}" of {municipality}' },
  /** Of roles. */
  everything: { ja: '全体', en: 'for everything' },
  roleOf: { ja: '{name}', en: 'for {name}' },
  nothing: { ja: '何か', en: 'something' },
  unnamedMunicipality: { ja: '市区町村コード{code}', en: 'municipality {code}' },
} as const satisfies Readonly<Record<string, Phrase>>;

/** How facts follow a sentence. */
export const auditJoinWords = {
  facts: { ja: '{sentence}（{facts}）', en: '{sentence} ({facts})' },
  between: { ja: '、', en: '; ' },
  /** A fact that has no words here. */
  other: { ja: '{name}：{value}', en: '{name}: {value}' },
  yes: { ja: 'はい', en: 'yes' },
  no: { ja: 'いいえ', en: 'no' },
} as const satisfies Readonly<Record<string, Phrase>>;
