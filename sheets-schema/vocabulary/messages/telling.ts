/**
 * What the administrator is told by mail or in a chat (知らせ): what is the matter, since when, who should do what. `{name}` is filled by
 * the one who says it. Nothing that was typed into a workbook is ever among the facts.
 */
import type { BothLanguages } from './message.ts';

/** One kind of trouble: what it is called, what happened, and who should do what. */
export interface TroubleWords {
  readonly what: BothLanguages;
  readonly who: BothLanguages;
  /** In a few words, for the line that says that it is mended. */
  readonly name: BothLanguages;
}

/** By kind. `{reason}` is a whole sentence, or nothing. */
export const troubleMessages = {
  held: {
    what: {
      ja: '「{workbook}」の新しい内容を、{since}から使えていません。{reason}',
      en: 'The new contents of "{workbook}" have not been used since {since}. {reason}',
    },
    who: {
      ja: '{office}の担当の方が直すと、次の回に読みます。{contact}',
      en: 'Once {office} has mended it, the next run reads it. {contact}',
    },
    name: { ja: '{place}「{workbook}」の内容', en: '{place}: the contents of "{workbook}"' },
  },
  asked: {
    what: {
      ja: '「{workbook}」の新しい内容を、{since}から使わずに、返事を待っています。{reason}',
      en: 'The new contents of "{workbook}" have waited for an answer since {since}. {reason}',
    },
    who: {
      ja: '{office}の担当の方が、チェック結果で答えるか、直してください。管理者は「運用の状態」で通せます。{contact}',
      en: 'Please ask {office} to answer in チェック結果, or to mend it. The administrator may let it through on the page Operation. {contact}',
    },
    name: { ja: '{place}「{workbook}」への問い', en: '{place}: the question about "{workbook}"' },
  },
  unanswered: {
    what: {
      ja: '「{workbook}」にチェック結果を、{since}から書き込めていません。{reason}',
      en: 'Findings could not be written into "{workbook}" since {since}. {reason}',
    },
    who: {
      ja: '{office}の担当の方が直してください。数字は使っています。{contact}',
      en: 'Please ask {office} to mend it. Its figures are used. {contact}',
    },
    name: { ja: '{place}「{workbook}」への書き込み', en: '{place}: writing into "{workbook}"' },
  },
  failing: {
    what: {
      ja: '取り込みが{count}回続けて失敗しています（{since}から）。{reason}',
      en: 'The last {count} runs failed (since {since}). {reason}',
    },
    who: {
      ja: '管理者が「運用の状態」を見てください。それまで、最後の公開版をお見せしています。',
      en: 'The administrator should look at the page Operation. Until then the last release is shown.',
    },
    name: { ja: '取り込みの失敗', en: 'Failing runs' },
  },
  late: {
    what: {
      ja: '取り込みが{since}から動いていません（長くても{count}分ごとに終わるはずです）。',
      en: 'No run has ended since {since} (one is expected at least every {count} minutes).',
    },
    who: {
      ja: '管理者が、定期実行（Cloud Scheduler など）が止まっていないか確かめてください。',
      en: 'The administrator should check that whatever starts the runs (Cloud Scheduler) still does.',
    },
    name: { ja: '取り込みの停止', en: 'Runs that had stopped' },
  },
  withheld: {
    what: {
      ja: '{audience}の数字を、{since}から新しくしていません。新しくすると、少ない件数が逆算できるためです。',
      en: 'Figures for {audience} have not been renewed since {since}: small counts could be worked out of the new ones.',
    },
    who: {
      ja: '管理者は、まず待ってください。数字が増えると、たいていは直ります。続くときは、登録簿の「秘匿」を確かめてください。',
      en: 'The administrator may wait: with more cases it mostly mends itself. If it goes on, look at the tab 秘匿 of the registry.',
    },
    name: { ja: '{audience}の数字の更新', en: 'Renewing figures for {audience}' },
  },
  'registry-unread': {
    what: {
      ja: '登録簿を{since}から正しく読めていません。{reason}',
      en: 'The registry has not been read as it should since {since}. {reason}',
    },
    who: {
      ja: '管理者が登録簿を直してください。それまで、前に読めた内容で動きます。',
      en: 'The administrator should mend the registry. Until then its last good rows are used.',
    },
    name: { ja: '登録簿の読み取り', en: 'Reading the registry' },
  },
  'registry-rows': {
    what: {
      ja: '登録簿に、使えない行があります（{since}から）。{reason}',
      en: 'Rows of the registry cannot be used (since {since}). {reason}',
    },
    who: { ja: '管理者が登録簿の行を直してください。', en: 'The administrator should mend those rows.' },
    name: { ja: '登録簿の行', en: 'Rows of the registry' },
  },
  lost: {
    what: {
      ja: '保存場所にあるはずのファイルのうち、{count}個が見つかりません（{since}の点検から）。開けないページがあるかもしれません。',
      en: 'The store lacks {count} files that it needs (since it was looked through on {since}). Some pages may not open.',
    },
    who: {
      ja: '管理者が「npm run store -- check」で確かめ、控えから「repair」で補ってください（運用の手引きの8）。',
      en: 'The administrator should run "npm run store -- check", and "repair" from a backup (runbook: a lost bucket).',
    },
    name: { ja: '保存場所に欠けているファイル', en: 'Files that the store lacked' },
  },
  keeping: {
    what: {
      ja: '古い公開版の片づけと保存場所の点検が、{since}から終わっていません。数字の公開は続いています。',
      en: 'Clearing old releases and looking through the store has not come to its end since {since}. Publishing goes on.',
    },
    who: {
      ja: '管理者が、ログの「keep/failed」を見てください。',
      en: 'The administrator should look for "keep/failed" in the log.',
    },
    name: { ja: '保存場所の片づけと点検', en: 'Keeping the store in order' },
  },
  tables: {
    what: {
      ja: 'BigQuery への書き込みが、{since}から失敗しています。画面の数字には関わりません。',
      en: 'Loading into BigQuery has failed since {since}. What the pages show does not depend on it.',
    },
    who: {
      ja: '管理者が、ログの「publish/bigquery-failed」を見てください。直ると、抜けた日の分も書き込みます。',
      en: 'The administrator should look for "publish/bigquery-failed" in the log. Days that were missed are made up for.',
    },
    name: { ja: 'BigQuery への書き込み', en: 'Loading into BigQuery' },
  },
  channel: {
    what: {
      ja: '知らせを送れない送り先があります（{channel}、{since}から）。',
      en: 'Messages could not be sent to {channel} since {since}.',
    },
    who: {
      ja: '管理者が「運用の状態」の「知らせの送り先」を見てください。わけと、することがあります。',
      en: 'The administrator should look at "Who is told" on the page Operation: it says why, and what to do.',
    },
    name: { ja: '{channel}への送信', en: 'Sending to {channel}' },
  },
} as const satisfies Readonly<Record<string, TroubleWords>>;

/** What stands around the troubles. */
export const tellingMessages = {
  titleNew: { ja: 'かさなり：手当ての要ることが{count}件あります', en: 'Kasanari: {count} in need of attention' },
  titleWeekly: {
    ja: 'かさなり：今週のまとめ（手当ての要ること{count}件）',
    en: 'Kasanari, this week: {count} in need of attention',
  },
  titleMended: { ja: 'かさなり：直りました', en: 'Kasanari: mended' },
  titleTest: { ja: 'かさなり：試しの知らせです', en: 'Kasanari: a test' },
  test: {
    ja: '届いていれば、設定は済んでいます。何もなければ、知らせは届きません。',
    en: 'If you read this, it is set up. Nothing is sent while nothing is wrong.',
  },
  stageNew: { ja: '新しく', en: 'New' },
  stageDays: { ja: '{days}日たちました', en: 'For {days} days' },
  stageOpen: { ja: '続いています', en: 'Goes on' },
  mended: { ja: '直りました：{name}', en: 'Mended: {name}' },
  more: { ja: 'ほかに{count}件あります。', en: '{count} more.' },
  workbook: { ja: 'ブック：{address}', en: 'Workbook: {address}' },
  page: { ja: 'ページ：{address}', en: 'Page: {address}' },
  allOfIt: { ja: '全体：{address}', en: 'All of it: {address}' },
  contactRow: {
    ja: '連絡先は登録簿の「登録」{row}行目にあります。',
    en: 'Whom to ask stands in row {row} of the tab 登録 of the registry.',
  },
  someOffice: { ja: '報告機関', en: 'the office' },
  somePlace: { ja: 'どの市区町村か分からないブック', en: 'A workbook of no known municipality' },
  wholeSystem: { ja: '全体', en: 'Kasanari' },
  audiencePublic: { ja: '一般公開', en: 'the public' },
  audiencePrefecture: { ja: '{name}の都道府県向け', en: 'the prefecture ({name})' },
  seeLog: {
    ja: 'わけは「運用の状態」と、番号 {run} のログにあります。',
    en: 'The page Operation and the log of run {run} say why.',
  },
  registryRow: { ja: '{tab}の{row}行目：{title}。', en: '{tab}, row {row}: {title}.' },
  keepsFigures: { ja: '前回までの数字はそのままです。', en: 'Its last good figures stay.' },
  noFigures: { ja: 'このブックの数字は、まだ出ていません。', en: 'It has no figures yet.' },
} as const satisfies Readonly<Record<string, BothLanguages>>;
