/** Words of the way from the start page into 市町村比較, Japanese then English. */
import type { Phrase } from './phrase.ts';

/** On the start page, for who may see a prefecture: three questions, each one click from its answer. */
export const comparisonDoorWords = {
  titleOf: { ja: '{prefecture}の市町村を比べる', en: 'Compare the municipalities of {prefecture}' },
  alone: {
    ja: '報告のある市町村がまだ1つだけなので、比べる相手がありません。ほかの市町村が加わると、ここから比べられます。',
    en: 'Only one municipality is there so far, so there is nothing to compare it with. This changes once another one joins.',
  },
  low: {
    ja: '人口あたりの新規相談が、県より明らかに低いのはどこか',
    en: 'Which are clearly below the prefecture in new consultations per head?',
  },
  silent: { ja: 'どこが、いつから未報告か', en: 'Which have not reported, and since when?' },
  alike: { ja: '似た市町村はどこで、何がちがうか', en: 'Which are alike, and what do they do differently?' },
} as const satisfies Record<string, Phrase>;
