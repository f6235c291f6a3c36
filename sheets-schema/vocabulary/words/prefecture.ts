/** Words of a prefecture's start page and of which view of it is shown, Japanese then English. */
import type { Phrase } from './phrase.ts';

/** Which view is shown, and what of it is hidden. */
export const viewNoteWords = {
  prefecture: { ja: '都道府県の担当者用の表示です。', en: 'View for prefectural officers.' },
  public: { ja: 'どなたでも見られる、公開用の表示です。', en: 'Public view, open to everybody.' },
  small: {
    ja: '{least}〜{most}件の数と、引き算などでその数が分かってしまう数は、秘匿しています（x）。',
    en: 'Counts of {least} to {most}, and others that would give them away, are hidden (x).',
  },
  rounded: { ja: '件数は{unit}件単位に丸めています。', en: 'Counts are rounded to {unit}.' },
  states: {
    ja: '秘匿は、0件・未報告・対象外のどれでもありません。',
    en: 'Hidden is neither zero, nor not reported, nor not applicable.',
  },
  marks: { ja: '印の意味', en: 'What the marks mean' },
  toPublic: { ja: '公開用の表示を見る', en: 'See the public view' },
  toPrefecture: { ja: '担当者用の表示に戻る', en: 'Back to the view for officers' },
} as const satisfies Record<string, Phrase>;

export const prefectureWords = {
  shown: { ja: '{prefecture}（{count}市町村）', en: '{prefecture} ({count} municipalities)' },
  ofMunicipality: {
    ja: 'このページは市町村ごとのものです。{prefecture}の市町村は「市町村比較」で見られます。',
    en: 'This page is of one municipality. Those of {prefecture} stand side by side under "Comparison".',
  },
  totalsTitle: {
    ja: '{prefecture}の市町村が{year}に受けた新規相談は、合わせて{count}件です',
    en: 'Municipalities of {prefecture} took in {count} new consultations in {year}',
  },
  totalsTitleNone: { ja: '{prefecture}全体の数', en: '{prefecture} as a whole' },
  totalsMeasure: {
    ja: '{prefecture}の市町村の合計、年度ごと',
    en: 'All municipalities of {prefecture} together, by fiscal year',
  },
  columnYear: { ja: '年度', en: 'Fiscal year' },
  waysTitle: { ja: '見方を選んで比べる', en: 'Compare in a way of your choice' },
  prefecturesTitle: { ja: 'ほかの都道府県', en: 'Other prefectures' },
  takeTitle: { ja: '数字を持ち出す', en: 'Take the figures along' },
  takeText: {
    ja: 'この表示にある数字だけが入ったCSVです。秘匿は suppressed、未報告は unreported、対象外は n/a と書かれ、値は空です。',
    en: 'A CSV of what this view shows and nothing more. Hidden is suppressed, not reported unreported, not applicable n/a; their value is empty.',
  },
  takeLink: { ja: '{name}（CSV）', en: '{name} (CSV)' },
  publicFacts: { ja: '公開用の数字', en: 'Public figures' },
  prefectureFacts: { ja: '{prefecture}の数字', en: 'Figures of {prefecture}' },
} as const satisfies Record<string, Phrase>;

/** What each way to look at a comparison answers, in one sentence. */
export const wayQuestions = {
  ranked: { ja: '1つの指標で、どこが県とちがうか', en: 'Who differs from the prefecture in one measure' },
  funnel: { ja: '小さな町の大きなゆれを見分ける', en: 'Tell large swings of small towns from real differences' },
  heat: { ja: 'すべての指標を一度に見わたす', en: 'All measures at a glance' },
  pathways: { ja: 'どの経路で相談が来ているか', en: 'Through whom people come' },
  scatter: { ja: '2つの指標の関係を見る', en: 'How two measures go together' },
  multiples: { ja: '年度ごとの動きを並べる', en: 'How each has gone over the years' },
  peers: { ja: '似た市町村の中での位置を見る', en: 'One town among those like it' },
  reporting: { ja: 'どこが、いつから未報告か', en: 'Who has not reported, and since when' },
} as const satisfies Record<string, Phrase>;
