/** What offices call our codes, beside the words that the lists accept. */
import { fold } from '#sheets-schema';
import type { CodeList } from '#sheets-schema/vocabulary/codes.ts';

/**
 * Words that offices use for codes of our lists and that no list accepts by itself, by the list's name and the code. Evidence for a
 * proposal only; who says yes writes them into 読替.
 */
const dialectWords: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  経路: {
    P01: ['自分', '本人から', '直接来所', 'ご本人', '自己申告', 'self'],
    P02: ['身内', '家の人', '息子', '娘', '夫', '妻', '兄弟', 'きょうだい', '同居人', 'relatives'],
    P03: ['友達', '近所の人', '隣の人', '大家', '職場', '同僚', 'friend', 'neighbour', 'neighbor', 'friends'],
    P04: ['町の人', 'まちの人', '地元', '地域の人', '地区の人', '住民組織', '商店', 'community'],
    P0401: ['民生', '民生さん', '民協', '民児委員'],
    P0402: ['自治会長', '町会', '町会長', '区長会', '班長', '部落'],
    P0403: ['校区社協', '学区社協', '見守り隊'],
    P0404: ['市民団体', '通いの場', '子ども食堂'],
    P05: ['相談機関', '専門職', '他機関', '事業所', 'agency', 'agencies'],
    P0501: ['高齢者支援センター', 'あんしんセンター', '在宅介護支援センター'],
    P0502: ['基幹センター', '障害者支援センター', '就労支援事業所'],
    P0503: ['子ども家庭支援センター', '保育園', '幼稚園', '認定こども園'],
    P0504: ['自立支援機関', '困窮窓口'],
    P0505: ['クリニック', '医院', '主治医', 'MSW', 'hospital', 'clinic'],
    P0506: ['ヘルパー', 'デイサービス', '介護事業所', '介護施設'],
    P0507: ['小学校', '中学校', '高校', '教員', 'school'],
    P0508: ['社会福祉協議会職員', '市社協', '町社協', '村社協'],
    P0509: ['警察署', '交番', '保護司', 'police'],
    P06: ['市', '町', '村', '役所内', '他課', '市の窓口', '町の窓口', '行政機関', 'cityhall', 'townhall', 'government'],
    P0601: ['健康福祉課', '介護保険課', '保健センター', '生活福祉課', '福祉事務所'],
    P0602: ['税務', '水道', '市営住宅', '収納課'],
    P0603: ['県庁', '他市', '他県', '保健福祉事務所'],
    P07: ['訪問', '見回り', '巡回', 'outreach'],
  },
  対象: {
    T01: ['お年寄り', '老人', '65歳以上', '要支援', 'elderly', 'older'],
    T02: ['障害のある人', '障害児者', '障がいのある人', '障害児', 'disability', 'disabled'],
    T03: ['児童・生徒', '児', '子育て世帯', '子育て家庭', '子どもと子育て', '育児', 'children', 'family'],
    T04: ['シングル', '母子家庭', '父子家庭', '母子世帯', '父子世帯', 'singleparent'],
    T05: ['生活に困っている人', '低所得', '生活保護', '生保', 'お金に困っている人', 'poverty', 'needy'],
    T06: ['閉じこもり', 'こもり', 'hikikomori'],
    T07: ['無職', '若年', '就職困難', 'youth'],
    T08: ['外国の人', '在留外国人', '外国ルーツ', 'foreigner', 'foreign'],
    T09: ['出所', '刑務所', '触法'],
    T10: ['被害者', '暴力', 'abuse'],
  },
  課題: {
    K01: ['お金', 'お金のこと', '経済', '経済的な問題', '生活困窮', '収入', 'money', 'finance'],
    K02: ['介護のこと', '親の介護', 'care'],
    K03: ['物忘れ', 'もの忘れ'],
    K04: ['病気', '医療', '体調', '怪我', '身体の不調', 'health', 'illness'],
    K05: ['精神疾患', '心の問題', 'こころ', '精神面'],
    K07: ['子育ての悩み', '養育', '子どものこと'],
    K08: ['学校', '学校のこと', '学習', '進学'],
    K10: ['暴力', 'ネグレクト'],
    K11: ['家', '家のこと', '住宅', '住居のこと', 'housing'],
    K12: ['ごみ', 'ゴミ', '片付け', '隣近所とのもめごと'],
    K13: ['働くこと', '求職', '仕事のこと', 'work', 'job'],
    K14: ['一人暮らし', '独り暮らし', '孤立', '見守り', '話し相手', 'loneliness', 'isolation'],
    K15: ['後見', '相続', '財産管理', '通帳管理'],
    K16: ['買物', '足がない', '交通', '通院の足', 'transport'],
    K17: ['拒否', '支援を拒む'],
    K20: ['死にたい', '希死念慮'],
  },
  支援方法: {
    S01: ['来訪', '面談', '面接', '来館', 'visit'],
    S02: ['TEL', 'でんわ', 'メ-ル', 'LINE', 'FAX', 'phone', 'telephone', 'email'],
    S03: ['自宅訪問', '家庭訪問', '戸別訪問', '訪問面談', 'homevisit'],
    S04: ['付き添い', '付添い', '付添', '病院同行'],
    S05: ['関係機関連絡', '連携', '機関連絡', '調整会議'],
    S06: ['カンファレンス', 'ケースカンファレンス', '担当者会議'],
    S08: ['声かけ', '様子見'],
    S10: ['食料支援', 'フードバンク', '緊急対応'],
  },
  性別: { X1: ['M', '男の人', '♂'], X2: ['F', '女の人', '♀'] },
  対応: {
    D01: ['傾聴', '助言のみ', '情報提供のみ', '終了', '相談のみ'],
    D02: ['他機関紹介', '紹介', '引継ぎ', 'リファー', 'referred'],
    D03: ['継続中', '支援開始', '経過観察', '見守り', 'ongoing'],
  },
  終結理由: {
    E01: ['改善', '目標達成', '終了', 'solved'],
    E02: ['引継ぎ', '他機関引継ぎ', '移行', 'transferred'],
    E03: ['引っ越し', '転居', 'moved'],
    E04: ['逝去', '亡くなった', 'died'],
    E05: ['拒否', '本人辞退', '音信不通', '取り下げ', 'stopped'],
  },
  会議種別: {
    M01: ['支援会議（法定）'],
    M02: ['重層会議', '重層的会議'],
    M04: ['ケース会議', 'ケースカンファレンス', '事例検討会', 'サービス担当者会議'],
    M05: ['ケア会議', '自立支援型ケア会議'],
    M06: ['地区会議', '地区ネットワーク会議', '校区会議'],
    M07: ['全体会', '全体会議', '運営会議'],
    M09: ['庁内検討会', '課内会議'],
  },
  活動種別: {
    C01: ['通いの場', '茶話会', 'いきいきサロン', 'ふれあいサロン', '集いの場', 'オレンジカフェ'],
    C02: ['見守り訪問', '友愛訪問', '声かけ訪問'],
    C03: ['移動支援', '配食', 'ちょいサポ'],
    C04: ['勉強会', '学習会', '講演会'],
    C06: ['こども食堂', 'みんなの食堂', 'パントリー'],
    C07: ['寺子屋', '宿題教室'],
    C08: ['出張相談会', 'よろず相談会'],
  },
};

const known = new WeakMap<CodeList, ReadonlyMap<string, string>>();

/** Folded words and English names of a list, each with the name of its code; those of a list are folded once. */
export function dialectOf(list: CodeList): ReadonlyMap<string, string> {
  const before = known.get(list);
  if (before !== undefined) return before;
  const byCode = dialectWords[list.name] ?? {};
  const words = new Map(
    list.codes.flatMap(({ code, ja, en }) =>
      [...(byCode[code] ?? []), en].map((word): [string, string] => [fold(word), ja]),
    ),
  );
  known.set(list, words);
  return words;
}

/** The name of the code that a folded word of an office means; `null` where nobody calls any so. */
export function findDialectWord(folded: string, list: CodeList): string | null {
  return dialectOf(list).get(folded) ?? null;
}
