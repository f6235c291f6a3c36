/** Words of データの状態 for administrators: a workbook that looks like an accident is let through. */
import type { Phrase } from './phrase.ts';

export const letThroughWords = {
  title: {
    ja: '確かめてほしいブックが{count}つあります',
    en: 'Workbooks that wait for your confirmation: {count}',
  },
  button: { ja: '正しいので、使う', en: 'It is right: use it' },
  confirm: {
    ja: '報告機関に確かめましたか。次の取り込みから、いまの内容の数字に変わります。',
    en: 'Have you checked with the office? From the next run on, its present contents are used.',
  },
  yes: { ja: 'はい、使います', en: 'Yes, use it' },
  no: { ja: 'やめる', en: 'Not now' },
  'let-through': {
    ja: '受け付けました。次の取り込みで、新しい数字になります。',
    en: 'Thank you. The next run uses the new figures.',
  },
  'not-asked': {
    ja: '内容がまた変わったので、いまは確かめていません。画面を開き直してご覧ください。',
    en: 'Its contents have changed again, so this is asked no longer. Please open the page anew.',
  },
  failed: {
    ja: '伝えられませんでした。しばらくして、もう一度お試しください。',
    en: 'This could not be sent. Please try again in a while.',
  },
} as const satisfies Readonly<Record<string, Phrase>>;
