/** Words of 経路別 in 市町村比較: through whom people come, municipality by municipality, with what is printed together (合算). */
import type { Phrase } from './phrase.ts';

export const comparePathwayWords = {
  title: {
    ja: '{prefecture}全体で最も多い経路は「{name}」で、{count}件です',
    en: 'Most in {prefecture}: {name}, {count}',
  },
  titleWithShare: {
    ja: '{prefecture}全体で最も多い経路は「{name}」で、{count}件（{share}%）です',
    en: 'Most in {prefecture}: {name}, {count} ({share}%)',
  },
  titleShown: {
    ja: '{prefecture}全体で、見えている経路のうち最も多いのは「{name}」の{count}件です',
    en: 'Most of the pathways shown for {prefecture}: {name}, {count}',
  },
  titleNone: {
    ja: '経路別の新規相談件数を市町村ごとに並べています',
    en: 'New consultations by pathway and municipality',
  },
  measureCount: {
    ja: '新規相談件数（件） 経路・市町村別 {prefecture} {year}',
    en: 'New consultations by pathway and municipality, {prefecture}, {year}',
  },
  measureShare: {
    ja: '新規相談の経路の構成比（合計に占める%） 市町村別 {prefecture} {year}',
    en: 'Shares of pathways in all new consultations (%) by municipality, {prefecture}, {year}',
  },
  values: { ja: '値', en: 'Values' },
  count: { ja: '件数', en: 'Counts' },
  share: { ja: '構成比', en: 'Shares' },
  order: { ja: '並び順', en: 'Order' },
  orderCode: { ja: '団体コード', en: 'Code' },
  orderName: { ja: '名前', en: 'Name' },
  orderInhabitants: { ja: '人口', en: 'Inhabitants' },
  total: { ja: '合計（件）', en: 'All' },
  columnMerged: { ja: '合算', en: 'Together' },
  open: { ja: '{name}の内訳を開く', en: 'Open the parts of {name}' },
  close: { ja: '{name}の内訳を閉じる', en: 'Close the parts of {name}' },
  part: { ja: '{whole}のうち{name}', en: '{name} ({whole})' },
  partLabel: { ja: '{whole}：{name}', en: '{whole}: {name}' },
  listLast: { ja: '{list}と{last}', en: '{list} and {last}' },
  together: { ja: '{names} 合わせて{count}件', en: '{names} together: {count}' },
  togetherHidden: {
    ja: '秘匿。{names} 合わせて{count}件',
    en: 'Suppressed. {names} together: {count}',
  },
  ofTown: { ja: '{town}：', en: '{town}: ' },
  mergedHeading: { ja: '合算（1つずつは秘匿の経路を合わせた数）', en: 'Together (pathways hidden one by one)' },
  legendMerged: {
    ja: '合算（1つずつは秘匿。同じ文字の経路を合わせた数を示しています）',
    en: 'Together (hidden one by one; the sum of those with the same letter is given)',
  },
  seen: {
    ja: 'この表の市町村ごとの数は、0件のものを除いて{all}個です。',
    en: 'This table has {all} counts of municipalities that are not zero:',
  },
  seenWithZeros: {
    ja: 'この表の市町村ごとの数は、見えている0件を除いて{all}個です（秘匿には0件のものもあります）。',
    en: 'This table has {all} counts of municipalities besides the zeros shown (hidden ones may be zero):',
  },
  seenAll: { ja: 'すべて見えています。', en: 'all of them are shown.' },
  seenParts: { ja: 'うち{list}。', en: '{list}.' },
  seenAlone: { ja: '{count}個は1つずつ見え', en: '{count} are shown one by one' },
  seenInFew: { ja: '{count}個は2つか3つの合算で見え', en: '{count} in a sum of two or three' },
  seenInMany: { ja: '{count}個は4つ以上の合算で見え', en: '{count} in a larger sum' },
  seenNot: { ja: '{count}個は秘匿のままです', en: '{count} stay hidden' },
  seenNoneHidden: { ja: '秘匿のままのものはありません', en: 'none stays hidden' },
  noteHidden: {
    ja: 'x 秘匿は、{threshold}件未満の件数と、引き算でそれが分かってしまう件数です。0件という意味ではありません。構成比は、件数を秘匿した所では秘匿しています。',
    en: 'x Suppressed: counts below {threshold}, and others that would give them away by subtraction; not zero. A share is hidden with its count.',
  },
  noteHiddenWithZeros: {
    ja: 'x 秘匿は、0件を含む{threshold}件未満の件数と、引き算でそれが分かってしまう件数です。構成比は、件数を秘匿した所では秘匿しています。',
    en: 'x Suppressed: counts below {threshold}, zero among them, and others that would give them away. A share is hidden with its count.',
  },
  noteMerged: {
    ja: 'Σ 合算は、1つずつは秘匿の経路を、合わせた数です。どの経路が何件かは示していません。',
    en: 'Σ Together: the sum of pathways that are hidden one by one. How many came by each is not told.',
  },
  noteShares: {
    ja: '構成比は、不明を含む合計に占める割合です（市町村の「経路別」の割合は、不明を除いています）。端数は、秘匿の経路も合わせて100.0になるように整えています。',
    en: 'Shares are of all cases, those of an unknown pathway too (the page Pathways of a municipality leaves these out), rounded so that they add up to 100.0 with what is hidden.',
  },
  noteNeutral: {
    ja: '経路の多い・少ないは、良い・悪いを表しません。件数は市町村の大きさでも変わります。',
    en: 'More or fewer by a pathway is neither good nor bad; counts depend on the size of a municipality.',
  },
  none: {
    ja: '経路別の件数は、この公開版にありません。',
    en: 'This release holds no counts by pathway.',
  },
} as const satisfies Record<string, Phrase>;
