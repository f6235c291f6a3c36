/** Words of the ways to look at municipalities side by side (市町村比較): heat table, scatter, years, reports. */
import type { Phrase } from './phrase.ts';

/** What several ways to look share. */
export const sharedWords = {
  municipality: { ja: '市町村', en: 'Municipality' },
  measure: { ja: '尺度', en: 'Measure' },
  inhabitants: { ja: '人口', en: 'Inhabitants' },
  elderlyShare: { ja: '65歳以上（%）', en: 'Aged 65 and over (%)' },
  density: { ja: '人口密度（人/km²）', en: 'Inhabitants per km²' },
  households: { ja: '世帯数', en: 'Households' },
  inhabitantsUnknown: { ja: '人口の登録なし', en: 'inhabitants not given' },
  listComma: { ja: '、', en: ', ' },
  moreTowns: { ja: '{list}など{count}市町村', en: '{list} and others ({count} in all)' },
  named: { ja: '{name}（{why}）', en: '{name} ({why})' },
  neutral: { ja: '高い・低いは、良い・悪いを表しません。', en: 'High or low does not mean good or bad.' },
  hiddenNote: {
    ja: '秘匿は、少ない件数を守るため表示していません。0件という意味ではありません。',
    en: 'Suppressed values are hidden to protect small numbers; they are not zero.',
  },
  legendUnclassed: {
    ja: '延べの数などで、偶然の範囲を言えないもの',
    en: 'one case counts many times, or nothing to compare with',
  },
  opensMeasure: { ja: '{name} {measure} {class}：並べて見る', en: '{name}, {measure}, {class}: show ranked' },
  reference: { ja: '県の値 {value}', en: 'Prefecture {value}' },
  referenceShort: { ja: '県 {value}', en: 'Pref. {value}' },
} as const satisfies Record<string, Phrase>;

export const heatWords = {
  title: {
    ja: '{name}は{towns}市町村の中で最も多く、{count}個の尺度で県の値から明らかに外れます',
    en: '{name} differs clearly from the prefecture in {count} measures, the most of {towns} municipalities',
  },
  titleSeveral: {
    ja: '明らかに外れる値が最も多いのは{names}で、それぞれ{count}個の尺度です',
    en: '{names} differ clearly from the prefecture in {count} measures each, the most of all',
  },
  titleNone: {
    ja: '県の値から明らかに外れる市町村は、どの尺度にもありません',
    en: 'No municipality differs clearly from the prefecture in any measure',
  },
  measureLine: {
    ja: '県の値とのちがい（明らかに＝99.8％の範囲の外） {prefecture} {period} {measures}尺度・{towns}市町村',
    en: 'Difference from the prefecture (clearly: outside 99.8 %), {prefecture}, {period}; {measures} measures, {towns} municipalities',
  },
  order: { ja: '並び順', en: 'Order' },
  orderCode: { ja: '団体コード', en: 'Code' },
  orderName: { ja: '名前', en: 'Name' },
  orderInhabitants: { ja: '人口', en: 'Inhabitants' },
  orderSize: { ja: '規模', en: 'Size class' },
  orderClear: { ja: '明らかに外れる数', en: 'Clear differences' },
  sizeUnknown: { ja: '人口の登録がない市町村', en: 'Inhabitants not given' },
  without: { ja: 'どの市町村にも値がない尺度：{list}', en: 'Measures without any value: {list}' },
  notCompared: { ja: '比べていない市町村：{list}', en: 'Not compared: {list}' },
  columnClear: { ja: '明らかに外れる尺度の数', en: 'Measures with a clear difference' },
  none: { ja: 'この期間には、比べられる尺度がありません。', en: 'No measure can be compared in this period.' },
} as const satisfies Record<string, Phrase>;

export const scatterWords = {
  against: { ja: 'もう1つの尺度（縦）', en: 'Second measure (vertical)' },
  titleBoth: {
    ja: '{names}は、2つの尺度のどちらでも県の値から明らかに外れます',
    en: '{names}: clearly different from the prefecture in both measures',
  },
  titleOne: {
    ja: '2つとも明らかに外れる市町村はなく、どちらか1つで外れるのは{names}です',
    en: 'None differs clearly in both measures; in one of them: {names}',
  },
  titleNone: {
    ja: '2つの尺度で県の値から明らかに外れる市町村はありません',
    en: 'No municipality differs clearly from the prefecture in either measure',
  },
  titleNoPoint: {
    ja: '2つの尺度のどちらにも値のある市町村がありません',
    en: 'No municipality has a value in both measures',
  },
  measureLine: {
    ja: '横：{x}　縦：{y}　円の大きさ：人口　{period}',
    en: 'Horizontal: {x}. Vertical: {y}. Circle area: inhabitants. {period}',
  },
  stop: {
    ja: '{name}：横 {x}（{xClass}）、縦 {y}（{yClass}）',
    en: '{name}: horizontal {x} ({xClass}), vertical {y} ({yClass})',
  },
  stopInhabitants: { ja: '、人口{inhabitants}人', en: ', {inhabitants} inhabitants' },
  legendOwn: { ja: '選んだ市町村', en: 'chosen municipality' },
  legendClear: { ja: 'どちらかで明らかに外れる', en: 'clearly different in one or both' },
  legendFew: { ja: '10件未満を含む（値が動きやすい）', en: 'a count below 10 (varies easily)' },
  legendOther: { ja: 'そのほか', en: 'others' },
  legendReference: { ja: '県の値', en: 'prefecture' },
  notDrawn: { ja: '図にない市町村　{reason}：{list}', en: 'Not drawn – {reason}: {list}' },
  noCause: {
    ja: '並んで見えても、一方がもう一方の原因とは言えません。',
    en: 'That two measures go together does not make one the cause of the other.',
  },
  columnClass: { ja: '県の値とのちがい', en: 'Against the prefecture' },
  waitingSecond: { ja: 'もう1つの尺度を選んでください。', en: 'Please choose a second measure.' },
} as const satisfies Record<string, Phrase>;

export const multiplesWords = {
  title: {
    ja: '終わった5年度で、増える傾向は{rising}市町村、減る傾向は{falling}市町村です',
    en: 'Over five finished years {rising} municipalities are rising and {falling} falling',
  },
  titleNone: {
    ja: '終わった5年度で、増減の傾向がはっきりした市町村はありません',
    en: 'No municipality has a clear trend over five finished years',
  },
  titleUnsaid: {
    ja: '傾向を言える市町村は、まだありません',
    en: 'It is too early to speak of a trend in any municipality',
  },
  measureLine: {
    ja: '{measure} {prefecture} {first}から{last}まで。どの図も縦の目盛りは同じです（0から{top}まで）',
    en: '{measure}, {prefecture}, {first} to {last}. All drawings have one scale (0 to {top})',
  },
  rising: { ja: '増える傾向', en: 'rising' },
  falling: { ja: '減る傾向', en: 'falling' },
  none: { ja: 'はっきりしない', en: 'no clear trend' },
  unsaid: { ja: '傾向は言えない', en: 'too early to say' },
  legendTown: { ja: '市町村の値', en: 'the municipality' },
  legendPrefecture: { ja: '県の値', en: 'prefecture' },
  legendPartial: { ja: '報告のない月がある年度', en: 'a year with months missing' },
  legendGap: { ja: '値のない年度（線はつなぎません）', en: 'a year without a value (the line is not joined)' },
  legendBreak: { ja: '定義が変わったところ', en: 'the definition changed' },
  legendGuide: { ja: '目安値', en: 'guide value' },
  breakNote: { ja: '{day}から定義が変わっています{definition}。', en: 'Counted otherwise from {day}{definition}.' },
  definition: { ja: '（{definition}）', en: ' ({definition})' },
  guideNote: {
    ja: '目安値 {value}（{scope}、{from}から{until}{source}）',
    en: 'Guide value {value} ({scope}, from {from}{until}{source})',
  },
  guideSource: { ja: '、{source}', en: ', {source}' },
  guideUntil: { ja: '{until}まで', en: ' until {until}' },
  national: { ja: '全国', en: 'national' },
  ofPrefecture: { ja: '県', en: 'the prefecture’s own' },
  columnTrend: { ja: '傾向', en: 'Trend' },
  prefectureRow: { ja: '県の値', en: 'Prefecture' },
  point: { ja: '{year} {value}', en: '{year} {value}' },
  sentence: { ja: '{name}：{points}。{trend}', en: '{name}: {points}. {trend}' },
} as const satisfies Record<string, Phrase>;

export const reportingWords = {
  title: {
    ja: '報告が止まっているのは{count}市町村で、最も長いのは{name}（{source} {since}から）です',
    en: '{count} municipalities have stopped reporting; {name} the longest ({source}, since {since})',
  },
  titleOne: {
    ja: '報告が止まっているのは{name}だけです（{source} {since}から）',
    en: 'Only {name} has stopped reporting ({source}, since {since})',
  },
  titleNone: {
    ja: '一度報告した市町村は、終わった月まですべて報告しています',
    en: 'Every municipality that ever reported has done so up to the last finished month',
  },
  titleNever: { ja: '。まだ一度も報告のないところが{count}市町村あります', en: '; never reported: {count}' },
  titleAllNever: {
    ja: 'まだ一度も報告のないところが{count}市町村あります',
    en: 'Municipalities that have never reported: {count}',
  },
  measureLine: {
    ja: '{year}の報告率・受理率・報告日数と、報告が止まった月 {prefecture}（{day}現在）',
    en: 'Reporting rate, acceptance and days to report in {year}, and since when reports are missing; {prefecture}, as of {day}',
  },
  columnSilent: { ja: '未報告の始まり', en: 'Not reported since' },
  columnLast: { ja: '最後に報告のあった月', en: 'Last month reported' },
  columnRate: { ja: '報告率（%）', en: 'Reporting rate (%)' },
  columnAccepted: { ja: '受理率（%）', en: 'Accepted rows (%)' },
  columnDays: { ja: '報告日数（日）', en: 'Days to report' },
  since: { ja: '{source} {since}から', en: '{source}: since {since}' },
  lastOf: { ja: '{source} {last}まで', en: '{source}: until {last}' },
  never: { ja: 'まだ一度も報告がありません', en: 'never reported' },
  upToDate: { ja: '止まっていません', en: 'up to date' },
  silentHeading: { ja: '報告が止まっている市町村', en: 'Reports have stopped' },
  neverHeading: { ja: 'まだ一度も報告のない市町村', en: 'Never reported' },
  currentHeading: { ja: '終わった月まで報告のある市町村', en: 'Reported up to the last finished month' },
  noteSilent: {
    ja: '未報告は0件という意味ではありません。市町村比較では、報告のあった月だけで比べています。',
    en: 'Not reported does not mean zero. Municipalities are compared on the months they reported.',
  },
  noteNoChance: {
    ja: '報告の状況には偶然の範囲を当てはめていません。',
    en: 'No test of chance is applied to reporting.',
  },
  noteSources: {
    ja: '一度も使われていない表（支援記録・会議・地域活動など）は、未報告に数えていません。',
    en: 'Tabs that a municipality has never used are not counted as missing.',
  },
  noteDays: {
    ja: '報告日数の「・」は、数えられる月がないことを表します（ブックを読みはじめる前に終わった月は数えていません）。',
    en: 'Days to report “・”: no month can be counted (months that ended before a workbook was first read are not).',
  },
  openStatus: { ja: '{name}のデータの状態を開く', en: 'Open the data status of {name}' },
} as const satisfies Record<string, Phrase>;
