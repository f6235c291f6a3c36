/** Words of データの状態 and 運用の状態 for administrators: a workbook that looks like an accident is let through. */
import type { Phrase } from './phrase.ts';

export const letThroughWords = {
  title: {
    ja: '確かめてほしいブックが{count}つあります',
    en: 'Workbooks that wait for your confirmation: {count}',
  },
  titleAnswered: {
    ja: '次の取り込みから使うブックが{count}つあります',
    en: 'Workbooks that the next run uses: {count}',
  },
  button: { ja: '正しいので、使う', en: 'It is right: use it' },
  confirm: {
    ja: '報告機関に確かめましたか。次の取り込みから、いまの内容の数字に変わります。',
    en: 'Have you checked with the office? From the next run on, its present contents are used.',
  },
  yes: { ja: 'はい、使います', en: 'Yes, use it' },
  no: { ja: 'やめる', en: 'Not now' },
  sending: { ja: '伝えています', en: 'Sending' },
  'let-through': {
    ja: '受け付けました。次の取り込みで、新しい数字になります。',
    en: 'Thank you. The next run uses the new figures.',
  },
  answered: {
    ja: '「正しい」と答えてあります。次の取り込みで、新しい数字になります。',
    en: 'It has been answered with yes. The next run uses the new figures.',
  },
  'not-asked': {
    ja: '内容がまた変わったので、いまは確かめていません。新しい内容をご覧ください。',
    en: 'Its contents have changed again, so this is asked no longer. Please look at what is new.',
  },
  again: { ja: '新しい内容を見る', en: 'Show what is new' },
  'not-allowed': {
    ja: '通せるのは管理者だけです。サインインし直してもこう出るときは、登録簿の「利用者」をご確認ください。前の数字はそのまま使っています。',
    en: 'Only administrators can do this. If signing in again does not help, see the tab 利用者 of the registry. The figures from before stay in use.',
  },
  failed: {
    ja: '伝えられませんでした。前の数字はそのまま使っています。しばらくして、もう一度お試しください。',
    en: 'This could not be sent. The figures from before stay in use. Please try again in a while.',
  },
} as const satisfies Readonly<Record<string, Phrase>>;
