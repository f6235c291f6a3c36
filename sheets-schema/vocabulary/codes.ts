/**
 * The code lists (選択肢) of the workbook: every word that a choice column understands.
 * Plain data, the only definition: dropdowns, readers, help, docs and the dashboard take it from here.
 * The office's own words are no part of it; they stand in its tab 読替.
 */

/** One code of a list: its name as shown, its parent where the list has two levels, and the words people type for it. */
export interface Code {
  readonly code: string;
  /** Code one level up, or `null` for a code of the first level. */
  readonly parent: string | null;
  readonly ja: string;
  readonly en: string;
  /** Words accepted without a notice, beside the name and the code itself. */
  readonly synonyms: readonly string[];
}

/** A code list (区分 in the tab 選択肢). `unknown` is its code for 不明, where it has one. */
export interface CodeList {
  readonly name: string;
  readonly unknown: string | null;
  readonly codes: readonly Code[];
}

/** 経路: how a case came in: through whom. */
export const pathways = {
  name: '経路',
  unknown: 'P99',
  // biome-ignore format: one line a code, as in the tab 選択肢
  codes: [
    { code: 'P01', parent: null, ja: '本人', en: 'the person', synonyms: ['当事者', '相談者本人', '自ら'] },
    { code: 'P02', parent: null, ja: '家族・親族', en: 'family', synonyms: ['家族', '親族', '親', '子', '配偶者'] },
    { code: 'P03', parent: null, ja: '知人・近隣', en: 'acquaintance or neighbour', synonyms: ['知人', '友人', '近隣', '隣人', 'ご近所'] },
    { code: 'P04', parent: null, ja: '地域', en: 'the community', synonyms: ['地域住民', '住民'] },
    { code: 'P0401', parent: 'P04', ja: '民生委員・児童委員', en: 'welfare commissioner', synonyms: ['民生委員', '児童委員', '民生児童委員', '主任児童委員', '民児協'] },
    { code: 'P0402', parent: 'P04', ja: '自治会・町内会', en: 'neighbourhood association', synonyms: ['自治会', '町内会', '区長', '行政区'] },
    { code: 'P0403', parent: 'P04', ja: '地区社協・福祉委員', en: 'district council of social welfare', synonyms: ['地区社協', '福祉委員', '支部社協'] },
    { code: 'P0404', parent: 'P04', ja: 'ボランティア・NPO', en: 'volunteer or NPO', synonyms: ['ボランティア', 'NPO', 'サロン', '居場所'] },
    { code: 'P05', parent: null, ja: '専門機関', en: 'specialised agency', synonyms: ['関係機関', '支援機関'] },
    { code: 'P0501', parent: 'P05', ja: '地域包括支援センター', en: 'community general support centre', synonyms: ['地域包括', '包括', '包括支援センター'] },
    { code: 'P0502', parent: 'P05', ja: '障害相談支援機関', en: 'disability support agency', synonyms: ['基幹相談支援センター', '障害者相談支援事業所', '相談支援事業所'] },
    { code: 'P0503', parent: 'P05', ja: '子育て支援機関', en: 'child-rearing support agency', synonyms: ['子育て世代包括支援センター', '児童館', '保育所', '児童相談所'] },
    { code: 'P0504', parent: 'P05', ja: '自立相談支援機関', en: 'self-reliance support agency', synonyms: ['生活困窮者自立相談支援機関', 'くらしサポート'] },
    { code: 'P0505', parent: 'P05', ja: '医療機関', en: 'medical institution', synonyms: ['病院', '診療所', '訪問看護'] },
    { code: 'P0506', parent: 'P05', ja: '介護サービス事業所', en: 'care provider', synonyms: ['居宅介護支援事業所', 'ケアマネジャー', 'ケアマネ'] },
    { code: 'P0507', parent: 'P05', ja: '学校・教育機関', en: 'school', synonyms: ['学校', '教育委員会', 'スクールソーシャルワーカー', 'SSW'] },
    { code: 'P0508', parent: 'P05', ja: '社会福祉協議会', en: 'council of social welfare', synonyms: ['社協', 'CSW', 'コミュニティソーシャルワーカー'] },
    { code: 'P0509', parent: 'P05', ja: '司法・警察・更生保護', en: 'justice and police', synonyms: ['警察', '保護観察所', '弁護士', '法テラス', '司法書士'] },
    { code: 'P06', parent: null, ja: '行政', en: 'the administration', synonyms: ['役所', '役場', '市役所', '庁内', '庁内他課'] },
    { code: 'P0601', parent: 'P06', ja: '福祉担当課', en: 'welfare division', synonyms: ['福祉課', '高齢福祉課', '障害福祉課', '子育て支援課', '生活保護担当'] },
    { code: 'P0602', parent: 'P06', ja: '税・住宅・水道等の担当課', en: 'tax, housing, water division', synonyms: ['税務課', '住宅課', '水道課', '滞納'] },
    { code: 'P0603', parent: 'P06', ja: '都道府県・他市町村', en: 'prefecture or another municipality', synonyms: ['県', '保健所', '振興局', '他市町村'] },
    { code: 'P07', parent: null, ja: 'アウトリーチ', en: 'found by outreach', synonyms: ['訪問で把握', '把握訪問', '戸別訪問'] },
    { code: 'P08', parent: null, ja: 'その他', en: 'other', synonyms: [] },
    { code: 'P99', parent: null, ja: '不明', en: 'unknown', synonyms: ['未記入', '匿名'] },
  ],
} as const satisfies CodeList;

/** 対象: target groups; a case has a set of them. */
export const targets = {
  name: '対象',
  unknown: 'T99',
  // biome-ignore format: one line a code, as in the tab 選択肢
  codes: [
    { code: 'T01', parent: null, ja: '高齢者', en: 'older people', synonyms: ['高齢', '要介護', '介護'] },
    { code: 'T02', parent: null, ja: '障害者', en: 'people with disabilities', synonyms: ['障害', '障がい', '障がい者'] },
    { code: 'T0201', parent: 'T02', ja: '身体障害', en: 'physical disability', synonyms: ['身体'] },
    { code: 'T0202', parent: 'T02', ja: '知的障害', en: 'intellectual disability', synonyms: ['知的'] },
    { code: 'T0203', parent: 'T02', ja: '精神障害', en: 'mental disability', synonyms: ['精神', '精神疾患'] },
    { code: 'T0204', parent: 'T02', ja: '発達障害', en: 'developmental disability', synonyms: ['発達'] },
    { code: 'T03', parent: null, ja: '子ども・子育て', en: 'children and child-rearing', synonyms: ['子ども', '児童', '子育て', 'こども', 'ヤングケアラー'] },
    { code: 'T04', parent: null, ja: 'ひとり親', en: 'single parents', synonyms: ['母子', '父子', 'ひとり親家庭'] },
    { code: 'T05', parent: null, ja: '生活困窮', en: 'people in need', synonyms: ['困窮', '生活困窮者', '貧困'] },
    { code: 'T06', parent: null, ja: 'ひきこもり', en: 'people in social withdrawal', synonyms: ['引きこもり'] },
    { code: 'T07', parent: null, ja: '若者・就労困難', en: 'young people and people unable to find work', synonyms: ['若者', 'ニート', '就労'] },
    { code: 'T08', parent: null, ja: '外国人', en: 'foreign residents', synonyms: ['外国籍'] },
    { code: 'T09', parent: null, ja: '更生保護', en: 'people leaving prison', synonyms: ['刑余者', '出所者', '再犯防止'] },
    { code: 'T10', parent: null, ja: 'DV・虐待被害', en: 'victims of violence and abuse', synonyms: ['DV', '虐待'] },
    { code: 'T11', parent: null, ja: 'その他', en: 'other', synonyms: [] },
    { code: 'T99', parent: null, ja: '不明', en: 'unknown', synonyms: [] },
  ],
} as const satisfies CodeList;

/** 課題: problems named in a case. */
export const issues = {
  name: '課題',
  unknown: 'K99',
  // biome-ignore format: one line a code, as in the tab 選択肢
  codes: [
    { code: 'K01', parent: null, ja: '経済的困窮', en: 'poverty', synonyms: ['生活費', '借金', '債務', '家計'] },
    { code: 'K02', parent: null, ja: '介護', en: 'long-term care', synonyms: ['在宅介護', '老老介護'] },
    { code: 'K03', parent: null, ja: '認知症', en: 'dementia', synonyms: [] },
    { code: 'K04', parent: null, ja: '病気・けが', en: 'illness', synonyms: ['疾病', '健康'] },
    { code: 'K05', parent: null, ja: '心の病気', en: 'mental illness', synonyms: ['メンタル', 'うつ'] },
    { code: 'K06', parent: null, ja: '障害', en: 'disability', synonyms: [] },
    { code: 'K07', parent: null, ja: '子育て', en: 'child-rearing', synonyms: ['育児', 'ダブルケア'] },
    { code: 'K08', parent: null, ja: '不登校・教育', en: 'school absence and education', synonyms: ['不登校'] },
    { code: 'K09', parent: null, ja: 'ひきこもり・8050', en: 'withdrawal', synonyms: ['ひきこもり', '8050', '8050問題'] },
    { code: 'K10', parent: null, ja: '虐待・DV', en: 'abuse and violence', synonyms: ['虐待', 'DV'] },
    { code: 'K11', parent: null, ja: '住まい', en: 'housing', synonyms: ['住居', '立ち退き'] },
    { code: 'K12', parent: null, ja: 'ごみ屋敷・生活環境', en: 'hoarding and living environment', synonyms: ['ごみ屋敷', 'ゴミ屋敷', '近隣トラブル'] },
    { code: 'K13', parent: null, ja: '就労', en: 'employment', synonyms: ['仕事', '失業'] },
    { code: 'K14', parent: null, ja: '孤立・見守り', en: 'isolation', synonyms: ['社会的孤立', '孤独', '独居'] },
    { code: 'K15', parent: null, ja: '権利擁護・金銭管理', en: 'protection of rights', synonyms: ['成年後見', '金銭管理'] },
    { code: 'K16', parent: null, ja: '買い物・移動', en: 'shopping and transport', synonyms: ['買い物', '移動', '外出'] },
    { code: 'K17', parent: null, ja: '支援拒否', en: 'refusal of support', synonyms: [] },
    { code: 'K18', parent: null, ja: 'その他', en: 'other', synonyms: [] },
    { code: 'K19', parent: null, ja: '依存症', en: 'addiction', synonyms: ['アルコール依存', 'ギャンブル依存', '依存'] },
    { code: 'K20', parent: null, ja: '自死・自殺念慮', en: 'suicide risk', synonyms: ['自殺'] },
    { code: 'K21', parent: null, ja: '住居喪失', en: 'homelessness', synonyms: ['ホームレス', '車中泊'] },
    { code: 'K22', parent: null, ja: '難病・医療的ケア', en: 'intractable illness and medical care', synonyms: ['難病', '医療的ケア'] },
    { code: 'K23', parent: null, ja: '言葉・文化の壁', en: 'language and culture', synonyms: ['多文化'] },
    { code: 'K99', parent: null, ja: '不明', en: 'unknown', synonyms: [] },
  ],
} as const satisfies CodeList;

/** 支援方法: how support was given. */
export const methods = {
  name: '支援方法',
  unknown: null,
  // biome-ignore format: one line a code, as in the tab 選択肢
  codes: [
    { code: 'S01', parent: null, ja: '来所相談', en: 'visit to the office', synonyms: ['来所', '窓口'] },
    { code: 'S02', parent: null, ja: '電話・メール', en: 'telephone or mail', synonyms: ['電話', 'メール', '手紙'] },
    { code: 'S03', parent: null, ja: '訪問', en: 'home visit', synonyms: ['訪問相談', 'アウトリーチ'] },
    { code: 'S04', parent: null, ja: '同行支援', en: 'accompanying', synonyms: ['同行'] },
    { code: 'S05', parent: null, ja: '関係機関調整', en: 'coordination with agencies', synonyms: ['連絡調整', '調整'] },
    { code: 'S06', parent: null, ja: '個別ケース会議', en: 'case conference', synonyms: ['ケース会議', '支援調整会議'] },
    { code: 'S07', parent: null, ja: 'プラン作成', en: 'support plan', synonyms: ['支援プラン', 'プラン'] },
    { code: 'S08', parent: null, ja: '見守り', en: 'watching over', synonyms: ['安否確認'] },
    { code: 'S09', parent: null, ja: '就労・参加支援', en: 'work and participation support', synonyms: ['就労支援', '参加支援', '中間的就労'] },
    { code: 'S10', parent: null, ja: '緊急支援', en: 'emergency support', synonyms: ['食糧支援', '緊急食糧等支援'] },
    { code: 'S99', parent: null, ja: 'その他', en: 'other', synonyms: [] },
  ],
} as const satisfies CodeList;

/** 事業: the five programmes of 重層的支援体制整備事業. */
export const programmes = {
  name: '事業',
  unknown: null,
  // biome-ignore format: one line a code, as in the tab 選択肢
  codes: [
    { code: 'J01', parent: null, ja: '包括的相談支援', en: 'comprehensive consultation', synonyms: ['相談支援'] },
    { code: 'J02', parent: null, ja: '参加支援', en: 'participation support', synonyms: [] },
    { code: 'J03', parent: null, ja: '地域づくり', en: 'community building', synonyms: ['地域づくりに向けた支援', '地域力強化'] },
    { code: 'J04', parent: null, ja: 'アウトリーチ等継続的支援', en: 'continuous support through outreach', synonyms: ['アウトリーチ'] },
    { code: 'J05', parent: null, ja: '多機関協働', en: 'multi-agency collaboration', synonyms: ['多機関の協働'] },
  ],
} as const satisfies CodeList;

/** 会議種別: kinds of meeting. */
export const meetingKinds = {
  name: '会議種別',
  unknown: null,
  // biome-ignore format: one line a code, as in the tab 選択肢
  codes: [
    { code: 'M01', parent: null, ja: '支援会議', en: 'support meeting (Social Welfare Act art. 106-6)', synonyms: [] },
    { code: 'M02', parent: null, ja: '重層的支援会議', en: 'multi-layered support meeting', synonyms: ['つながる会議'] },
    { code: 'M03', parent: null, ja: '相談支援包括化推進会議', en: 'meeting to promote comprehensive consultation', synonyms: [] },
    { code: 'M04', parent: null, ja: '個別ケース会議', en: 'case conference', synonyms: ['ケース検討会議', '支援調整会議'] },
    { code: 'M05', parent: null, ja: '地域ケア会議', en: 'community care meeting', synonyms: ['地域ケア個別会議', '地域ケア推進会議'] },
    { code: 'M06', parent: null, ja: '圏域会議', en: 'area meeting', synonyms: ['小地域福祉会議', '圏域別ネットワーク会議', 'セーフティネット地域会議'] },
    { code: 'M07', parent: null, ja: '全域会議', en: 'municipality-wide meeting', synonyms: ['総合福祉会議', 'セーフティネット定例会議', 'コア会議'] },
    { code: 'M08', parent: null, ja: '協議体', en: 'council for community building', synonyms: ['第1層協議体', '第2層協議体'] },
    { code: 'M09', parent: null, ja: '庁内連携会議', en: 'internal coordination meeting', synonyms: ['庁内会議'] },
    { code: 'M99', parent: null, ja: 'その他', en: 'other', synonyms: [] },
  ],
} as const satisfies CodeList;

/** 活動種別: kinds of community activity. */
export const activityKinds = {
  name: '活動種別',
  unknown: null,
  // biome-ignore format: one line a code, as in the tab 選択肢
  codes: [
    { code: 'C01', parent: null, ja: 'サロン・居場所', en: 'salons and places to be', synonyms: ['サロン', '居場所', 'カフェ'] },
    { code: 'C02', parent: null, ja: '見守り活動', en: 'watching-over activity', synonyms: ['見守り', 'ケアネット活動'] },
    { code: 'C03', parent: null, ja: '生活支援サービス', en: 'daily-life support service', synonyms: ['買い物支援', '外出支援'] },
    { code: 'C04', parent: null, ja: '研修・講座', en: 'training', synonyms: ['研修', '講座', '養成講座'] },
    { code: 'C05', parent: null, ja: 'ワークショップ・座談会', en: 'workshop', synonyms: ['ワークショップ', '住民座談会', '懇談会'] },
    { code: 'C06', parent: null, ja: '食堂・食糧支援', en: 'community kitchen', synonyms: ['子ども食堂', '地域食堂', 'フードバンク'] },
    { code: 'C07', parent: null, ja: '学習支援', en: 'learning support', synonyms: ['学習支援'] },
    { code: 'C08', parent: null, ja: '相談会・出張窓口', en: 'consultation day', synonyms: ['なんでも相談窓口', '出張相談'] },
    { code: 'C09', parent: null, ja: '周知・啓発', en: 'publicity', synonyms: ['広報', '啓発'] },
    { code: 'C99', parent: null, ja: 'その他', en: 'other', synonyms: [] },
  ],
} as const satisfies CodeList;

/** 年代: age bands. */
export const ageBands = {
  name: '年代',
  unknown: 'A99',
  // biome-ignore format: one line a code, as in the tab 選択肢
  codes: [
    { code: 'A00', parent: null, ja: '10代未満', en: 'under 10', synonyms: [] },
    { code: 'A10', parent: null, ja: '10代', en: '10s', synonyms: [] },
    { code: 'A20', parent: null, ja: '20代', en: '20s', synonyms: [] },
    { code: 'A30', parent: null, ja: '30代', en: '30s', synonyms: [] },
    { code: 'A40', parent: null, ja: '40代', en: '40s', synonyms: [] },
    { code: 'A50', parent: null, ja: '50代', en: '50s', synonyms: [] },
    { code: 'A60', parent: null, ja: '60代', en: '60s', synonyms: [] },
    { code: 'A70', parent: null, ja: '70代', en: '70s', synonyms: [] },
    { code: 'A80', parent: null, ja: '80代以上', en: '80 and over', synonyms: ['80代', '90代', '80代〜'] },
    { code: 'A99', parent: null, ja: '不明', en: 'unknown', synonyms: [] },
  ],
} as const satisfies CodeList;

/** 性別: sex. */
export const sexes = {
  name: '性別',
  unknown: 'X9',
  // biome-ignore format: one line a code, as in the tab 選択肢
  codes: [
    { code: 'X1', parent: null, ja: '男性', en: 'male', synonyms: ['男'] },
    { code: 'X2', parent: null, ja: '女性', en: 'female', synonyms: ['女'] },
    { code: 'X3', parent: null, ja: 'その他', en: 'other', synonyms: [] },
    { code: 'X9', parent: null, ja: '不明・未回答', en: 'unknown or not answered', synonyms: ['不明', '未回答'] },
  ],
} as const satisfies CodeList;

/** 対応: what was done at reception. */
export const responses = {
  name: '対応',
  unknown: null,
  // biome-ignore format: one line a code, as in the tab 選択肢
  codes: [
    { code: 'D01', parent: null, ja: '情報提供・助言で終了', en: 'closed with information or advice', synonyms: ['情報提供', '助言'] },
    { code: 'D02', parent: null, ja: '他機関へつなぎ', en: 'handed over', synonyms: ['つなぎ'] },
    { code: 'D03', parent: null, ja: '継続支援', en: 'continued support', synonyms: ['継続'] },
    { code: 'D99', parent: null, ja: 'その他', en: 'other', synonyms: [] },
  ],
} as const satisfies CodeList;

/** 終結理由: why a case was closed. */
export const closingReasons = {
  name: '終結理由',
  unknown: null,
  // biome-ignore format: one line a code, as in the tab 選択肢
  codes: [
    { code: 'E01', parent: null, ja: '課題解決', en: 'solved', synonyms: ['解決'] },
    { code: 'E02', parent: null, ja: '他機関へ移管', en: 'transferred', synonyms: ['移管', 'つなぎ終了'] },
    { code: 'E03', parent: null, ja: '転出', en: 'moved away', synonyms: [] },
    { code: 'E04', parent: null, ja: '死亡', en: 'died', synonyms: [] },
    { code: 'E05', parent: null, ja: '中断・本人希望', en: "stopped at the person's wish", synonyms: ['中断', '連絡不通'] },
    { code: 'E99', parent: null, ja: 'その他', en: 'other', synonyms: [] },
  ],
} as const satisfies CodeList;

/** Every code list, in the order of the tab 選択肢. */
export const codeLists: readonly CodeList[] = [
  pathways,
  targets,
  issues,
  methods,
  programmes,
  meetingKinds,
  activityKinds,
  ageBands,
  sexes,
  responses,
  closingReasons,
];
