/** Words for figures that are no plain number, and for a page that has nothing to draw yet. */
import type { Phrase } from './phrase.ts';

/** The states of a figure, as screen readers and tables say them. */
export const figureStateWords = {
  value: { ja: '値', en: 'value' },
  zero: { ja: '0', en: '0' },
  unreported: { ja: '未報告', en: 'not reported' },
  suppressed: { ja: '秘匿', en: 'suppressed' },
  'n/a': { ja: '対象外', en: 'not applicable' },
} as const satisfies Record<string, Phrase>;

/** What a page says instead of a chart. */
export const stateWords = {
  loading: { ja: '読み込んでいます', en: 'Loading' },
  slow: {
    ja: '読み込みに時間がかかっています。このままお待ちください。',
    en: 'This takes longer than usual. Please wait.',
  },
  empty: {
    ja: 'まだ報告がありません。最初の行が入力されると、ここに表示されます。',
    en: 'Nothing has been reported yet. The first row that is typed appears here.',
  },
  nothingPublished: {
    ja: 'まだ公表された数字がありません。ブックが読み込まれると、ここに表示されます。',
    en: 'Nothing has been published yet. Figures appear here once a workbook has been read.',
  },
  forbiddenToAdministrator: {
    ja: 'この市町村の数字を見る役割がありません。見るには、登録簿の「利用者」に、ご自分の市区町村か都道府県の行も足してください。管理者の方は、運用の状態と操作の記録を見られます。',
    en: 'You have no role that shows these figures. To see them, add a row of your own for a municipality or a prefecture to the tab 利用者 of the registry, too. As an administrator you see how it runs, and who did what.',
  },
  forbidden: {
    ja: 'この市町村を見る権限がありません。管理担当にご連絡ください。',
    en: 'You have no right to see this municipality. Please ask your administrator.',
  },
  signedOut: {
    ja: 'サインインしていません。サインインしてから、ページを読み込み直してください。',
    en: 'You are not signed in. Sign in, then reload this page.',
  },
  failed: {
    ja: '表示できませんでした。入力したデータは無事です。',
    en: 'This could not be shown. What was typed is safe.',
  },
  noAnswer: {
    ja: '時間内に答えがありませんでした。入力したデータは無事です。',
    en: 'There was no answer in time. What was typed is safe.',
  },
  notKept: {
    ja: 'オフラインのため、ここは表示できません。つながると表示します。',
    en: 'This was not kept for use offline. It appears once you are online again.',
  },
  unansweredHere: {
    ja: 'いまサーバーから答えがないため、ここは表示できません。つながると表示します。',
    en: 'The server does not answer right now. This appears once it does.',
  },
  partsMissing: {
    ja: '一部を表示できませんでした。ほかの数字はこのまま読めます。',
    en: 'A part could not be shown. The other figures stand.',
  },
  newerFormat: {
    ja: '画面の版が古くなっています。ページを読み込み直してください。',
    en: 'This page is older than its figures. Please reload it.',
  },
  reload: { ja: '読み込み直す', en: 'Reload' },
  retry: { ja: 'もう一度試す', en: 'Try again' },
  offline: { ja: 'オフラインです。{moment}の値を表示しています。', en: 'Offline. Figures of {moment} are shown.' },
  unanswered: {
    ja: 'いまサーバーから答えがありません。{moment}の値を表示しています。',
    en: 'The server does not answer right now. Figures of {moment} are shown.',
  },
  hidden: {
    ja: '少ない件数を守るため表示していません。0件という意味ではありません。',
    en: 'Hidden to protect small numbers; not zero.',
  },
  partly: {
    ja: '{due}か月分のうち{reported}か月分の報告で表示しています。',
    en: 'Shown from {reported} of {due} months reported.',
  },
  quiet: {
    ja: 'データは{until}までです。{days}日間、新しい入力がありません。',
    en: 'Data until {until}. Nothing new for {days} days.',
  },
  quietDays: { ja: '{days}日間、新しい入力がありません', en: 'nothing new for {days} days' },
  heldShown: {
    ja: '確認がすむまで、{since}より前に公表した値を表示しています。',
    en: 'Until this is settled, figures published before {since} are shown.',
  },
} as const satisfies Record<string, Phrase>;
