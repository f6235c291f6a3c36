/** Words of the page 運用の状態 (how it runs), Japanese then English. */
import type { Phrase } from './phrase.ts';

export const operationWords = {
  shown: { ja: '最後の取り込み {moment}', en: 'Last run {moment}' },
  none: {
    ja: 'まだ取り込みが終わっていません。最初の取り込みのあとに、ここに表示されます。',
    en: 'No run has ended yet. What came of the first appears here.',
  },
  ok: { ja: '取り込みは動いています。', en: 'Runs come and end well.' },
  expected: { ja: '次は{moment}までに終わるはずです。', en: 'The next is expected to end by {moment}.' },
  late: {
    ja: '取り込みが{moment}から動いていません。定期実行が止まっていないか、確かめてください。',
    en: 'No run has ended since {moment}. Please check that whatever starts them still does.',
  },
  failing: {
    ja: '取り込みが{count}回続けて失敗しています（{moment}から）。最後の公開版をお見せしています。',
    en: 'The last {count} runs failed (since {moment}). The last release is shown.',
  },
  rules: {
    ja: 'いまの公開版の規則は第{count}版です。',
    en: 'The current release follows version {count} of the rules.',
  },
  again: { ja: 'もう一度確かめる', en: 'Look again' },

  troubles: { ja: '手当ての要ることが{count}件あります', en: 'In need of attention: {count}' },
  troublesNone: { ja: '手当ての要ることはありません', en: 'Nothing needs attention' },
  since: { ja: '{day}から', en: 'since {day}' },
  told: { ja: '{day}に知らせました', en: 'told on {day}' },
  notTold: { ja: 'まだ知らせていません', en: 'nobody told yet' },
  openWorkbook: { ja: 'ブックを開く（新しいタブ）', en: 'Open the workbook (new tab)' },
  openStatus: { ja: 'この市町村のデータの状態', en: 'Data status of this municipality' },

  runs: { ja: '最近の取り込み', en: 'Latest runs' },
  runsNone: { ja: '取り込みの記録は、次の回から残ります。', en: 'Runs are recorded from the next one on.' },
  columnEnded: { ja: '終わった日時', en: 'Ended' },
  columnOutcome: { ja: '結果', en: 'Outcome' },
  columnSeconds: { ja: '秒', en: 'Seconds' },
  columnListed: { ja: 'ブック', en: 'Workbooks' },
  columnRead: { ja: '読んだ', en: 'Read' },
  columnHeld: { ja: '保留', en: 'Held' },
  columnUnanswered: { ja: '書けない', en: 'Not answered' },
  columnPostponed: { ja: '次の回へ', en: 'Left' },
  published: { ja: '公開した', en: 'Published' },
  unchanged: { ja: '変わりなし', en: 'Unchanged' },
  nothing: { ja: '公開できるものがない', en: 'Nothing to publish' },
  failed: { ja: '失敗', en: 'Failed' },
  outcomeBecause: { ja: '{outcome}：{reason}', en: '{outcome}: {reason}' },

  receivers: { ja: '知らせの送り先', en: 'Who is told' },
  receiversNone: {
    ja: 'まだ、だれにも送っていません。送り先は環境変数 KASANARI_TELL_WEBHOOK か KASANARI_SMTP_URL で決め、次のコマンドで確かめます。',
    en: 'Nobody has been told anything yet. Receivers are set by KASANARI_TELL_WEBHOOK or KASANARI_SMTP_URL, and tried with this command:',
  },
  columnReceiver: { ja: '送り先', en: 'Receiver' },
  columnSent: { ja: '最後に送れた日時', en: 'Last reached' },
  columnState: { ja: '状態', en: 'State' },
  receiverFine: { ja: '送れています', en: 'Reached' },
  receiverFails: { ja: '{moment}から送れません。{problem}', en: 'Not reached since {moment}. {problem}' },
  never: { ja: 'まだありません', en: 'Never' },
  waiting: {
    ja: 'まだ届いていない知らせが{count}通あります。次の回にもう一度送ります。',
    en: 'Messages on their way: {count}. The next run tries again.',
  },
} as const satisfies Record<string, Phrase>;
