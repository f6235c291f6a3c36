/** Words of 似た市町村 (municipalities that are alike, and what they do differently), Japanese then English. */
import type { Phrase } from './phrase.ts';

export const peersWords = {
  town: { ja: '市町村', en: 'Municipality' },
  choose: { ja: '選んでください', en: 'Please choose' },
  title: { ja: '{name}に最も似ているのは{first}です', en: '{name} is most like {first}' },
  titleReason: {
    ja: '{name}に最も似ているのは{first}で、{reason}が最も近い値です',
    en: '{name} is most like {first}, closest in {reason}',
  },
  titleChosen: { ja: '{name}を、選んだ{count}市町村と比べています', en: '{name} beside {count} chosen municipalities' },
  titleNone: {
    ja: '{name}は人口が登録されていないので、似た市町村を選べません。下から選んでください',
    en: 'Peers of {name} cannot be found without its inhabitants; please choose some below',
  },
  titleAlone: {
    ja: '{name}と比べられる市町村が、県内にほかにありません',
    en: 'There is no other municipality to lay beside {name}',
  },
  measureLine: {
    ja: '人口・65歳以上の割合・人口密度・世帯数が近い順（人口・密度・世帯数は比で比べます）',
    en: 'Nearest in inhabitants, share aged 65 and over, density and households (sizes by ratio)',
  },
  measureLineChosen: { ja: '手で選んだ市町村です', en: 'Chosen by hand' },
  columnReason: { ja: '最も近いもの', en: 'Closest in' },
  chosenByHand: { ja: '選んだ市町村', en: 'chosen by hand' },
  own: { ja: '{name}（選んだ市町村）', en: '{name} (the chosen one)' },
  notGiven: { ja: '登録なし', en: 'not given' },
  remove: { ja: '外す', en: 'Remove' },
  removeTown: { ja: '{name}を外す', en: 'Remove {name}' },
  add: { ja: '加える', en: 'Add' },
  addChoose: { ja: '市町村を加える（似ている順）', en: 'Add a municipality (most alike first)' },
  automatic: { ja: '自動の{count}市町村に戻す', en: 'Back to the {count} found automatically' },
  differTitle: {
    ja: '{name}は、似た市町村の多くとちがい、{measure}が県の値より{side}です',
    en: 'Unlike most of its peers, {name} is {side} in {measure}',
  },
  differTitleMore: {
    ja: '{name}は、似た市町村の多くとちがい、{measure}が県の値より{side}です。ほかに{count}個の尺度でちがいます',
    en: 'Unlike most of its peers, {name} is {side} in {measure}, and {count} more measures differ',
  },
  differWithin: {
    ja: '{name}は{measure}が偶然の範囲内ですが、似た市町村の多くは県の値から外れます',
    en: '{name} is within chance in {measure}; most of its peers are not',
  },
  differNone: {
    ja: '{name}と似た市町村の多くとで、県の値からの外れ方が分かれる尺度はありません',
    en: 'In no measure does {name} stand otherwise than most of its peers',
  },
  differMeasure: {
    ja: '県の値とのちがいが分かれる尺度だけを並べています（{shown}／{all}尺度） {period}',
    en: 'Only measures in which their classes differ ({shown} of {all}), {period}',
  },
  differAlone: { ja: '{name}と比べる市町村が選ばれていません', en: 'No municipality stands beside {name}' },
  differEmpty: { ja: '分かれる尺度はありません。', en: 'No measure differs.' },
  columnDiffer: { ja: 'ちがう市町村の数', en: 'How many differ' },
  place: {
    ja: '{measure}：{name}は{value}で、比べられる{of}市町村のうち{below}より高く、{above}より低い値です',
    en: '{measure}: {name} has {value}, above {below} and below {above} of {of} peers',
  },
  placeAlone: {
    ja: '{measure}：{name}は{value}です。比べられる市町村は選ばれていません',
    en: '{measure}: {name} has {value}. No municipality with a value stands beside it',
  },
  placeLowest: {
    ja: '{measure}：{name}は{value}で、比べられる{of}市町村のどれよりも低い値です',
    en: '{measure}: {name} has {value}, below all of {of} peers',
  },
  placeHighest: {
    ja: '{measure}：{name}は{value}で、比べられる{of}市町村のどれよりも高い値です',
    en: '{measure}: {name} has {value}, above all of {of} peers',
  },
  placeNone: { ja: '{measure}：{name}の値はありません（{why}）', en: '{measure}: {name} has no value ({why})' },
  placeMeasure: {
    ja: '{measure} {period}。値と95％の範囲',
    en: '{measure}, {period}. Values with their 95 % intervals',
  },
  median: { ja: '似た市町村の中央値 {value}', en: 'median of the peers {value}' },
  columnValue: { ja: '値', en: 'Value' },
  columnRange: { ja: '95％の範囲', en: '95 % interval' },
  columnClass: { ja: '県の値とのちがい', en: 'Against the prefecture' },
  range: { ja: '{lower}〜{upper}', en: '{lower} to {upper}' },
} as const satisfies Record<string, Phrase>;
