/**
 * What is asked before new contents are used that look like an accident (これで正しいですか): each change by itself, for チェック結果, and
 * as the reason for which a workbook is held.
 */
import type { BothLanguages } from './message.ts';

/** One change. Tabs, headers, periods and numbers; nothing that was typed. */
const changes = {
  'change/rows-fell': {
    ja: '「{tab}」の行が、{from}行から{to}行に減っています。',
    en: 'The rows of {tab} fell from {from} to {to}.',
  },
  'change/column-emptied': {
    ja: '「{tab}」の「{header}」が、ほとんど空になっています（入っていた行: {from}から{to}に）。',
    en: 'The column {header} of {tab} is nearly blank now (filled rows: {from} before, {to} now).',
  },
  'change/past-moved': {
    ja: '「{tab}」の{period}の行が、{from}行から{to}行に変わっています。',
    en: 'The rows of {tab} for {period} went from {from} to {to}.',
  },
  'change/past-total-moved': {
    ja: '「{tab}」の{period}の{indicator}が、{from}から{to}に変わっています。',
    en: 'The total in {tab} of {indicator} for {period} went from {from} to {to}.',
  },
  'change/past-regrouped': {
    ja: '「{tab}」の過ぎた月の行で、「{header}」がたくさん変わっています（{from}行のうち、前と同じなのは{to}行）。',
    en: 'In past months of {tab}, many cells of {header} changed (of {from} rows, {to} are as before).',
  },
  'change/cumulative-fell': {
    ja: '「{tab}」の{row}行目の累計が、{from}から{to}に減っています。',
    en: 'The cumulative result in row {row} of {tab} fell from {from} to {to}.',
  },
} as const satisfies Readonly<Record<string, BothLanguages>>;

function asReason({ ja, en }: BothLanguages): BothLanguages {
  return {
    ja: `「{file}」に、まちがいかもしれない変化があります（{count}か所）。${ja}正しければ、そう答えてください。`,
    en: `Something in "{file}" may be an accident (places: {count}). ${en} If it is right, please say so.`,
  };
}

export const guardMessages = {
  ...changes,
  'guard/rows-fell': asReason(changes['change/rows-fell']),
  'guard/column-emptied': asReason(changes['change/column-emptied']),
  'guard/past-moved': asReason(changes['change/past-moved']),
  'guard/past-total-moved': asReason(changes['change/past-total-moved']),
  'guard/past-regrouped': asReason(changes['change/past-regrouped']),
  'guard/cumulative-fell': asReason(changes['change/cumulative-fell']),
} as const satisfies Readonly<Record<string, BothLanguages>>;
