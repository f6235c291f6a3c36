/**
 * 海野県: a prefecture that does not exist (架空のデータ). Its code 99 is no prefecture's, so that no figure of it can be
 * taken for a real one. Here is what it consists of; how its rows come about stands in the other files of this folder.
 */

import type { FictionalArea, FictionalMunicipality } from './municipality.ts';

export const prefectureName = '海野県';
export const prefectureDigits = '99';

/** Areas of one kind directly below the root, with equal or given shares. */
function flat(kind: string, prefix: string, names: readonly string[], shares?: readonly number[]): FictionalArea[] {
  return names.map((name, index) => ({
    code: `${prefix}${String(index + 1).padStart(2, '0')}`,
    name,
    kind,
    parents: ['Z00'],
    share: shares?.[index] ?? 1 / names.length,
    takesCases: true,
  }));
}

/** 海野市: 18 小学校区 in six 日常生活圏域, and beside them eight 地区社協 that cut across. */
function uminoAreas(): FictionalArea[] {
  const living = ['なぎさ', 'みなと', '中央', 'わかば', 'やまて', 'ひだまり'];
  const schools = [
    '潮見',
    'さざなみ',
    '白帆',
    '本港',
    '魚市',
    '灯台',
    '大手',
    '城下',
    '駅前',
    '若草',
    '花畑',
    '緑台',
    '峠',
    '杉並木',
    '清水',
    '日和',
    '梅林',
    '月の丘',
  ];
  const councils = ['第一', '第二', '第三', '第四', '第五', '第六', '第七', '第八'];
  const weights = [7, 5, 4, 6, 4, 3, 9, 8, 9, 7, 6, 6, 3, 4, 4, 6, 5, 4];
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const share = (numbers: readonly number[]) => numbers.reduce((sum, index) => sum + (weights[index] ?? 0), 0) / total;
  const livingOf = (school: number) => Math.floor(school / 3);
  // Every fifth school district lies in another council's district than its neighbours: the two divisions do not nest.
  const councilOf = (school: number) =>
    school % 5 === 4 ? (Math.floor(school / 2.3) + 1) % 8 : Math.floor(school / 2.3);
  const code = (prefix: string, index: number) => `${prefix}${String(index + 1).padStart(2, '0')}`;
  const indexes = schools.map((_, index) => index);
  return [
    ...living.map((name, index) => ({
      code: code('E', index),
      name: `${name}圏域`,
      kind: '日常生活圏域',
      parents: ['Z00'],
      share: share(indexes.filter((school) => livingOf(school) === index)),
      takesCases: false,
    })),
    ...councils.map((name, index) => ({
      code: code('D', index),
      name: `${name}地区社協`,
      kind: '地区社協',
      parents: ['Z00'],
      share: share(indexes.filter((school) => councilOf(school) === index)),
      takesCases: false,
    })),
    ...schools.map((name, index) => ({
      code: code('S', index),
      name: `${name}小学校区`,
      kind: '小学校区',
      parents: [code('E', livingOf(index)), code('D', councilOf(index))],
      share: share([index]),
      takesCases: true,
    })),
  ];
}

/** 桐野市: four 中学校区 with two 小学校区 each. */
function kirinoAreas(): FictionalArea[] {
  const upper = ['東部', '西部', '南部', '北部'].map((name, index) => ({
    code: `C0${index + 1}`,
    name: `${name}中学校区`,
    kind: '中学校区',
    parents: ['Z00'],
    share: [0.31, 0.28, 0.24, 0.17][index] ?? 0,
    takesCases: false,
  }));
  return upper.flatMap((area, index) => [
    area,
    ...['上', '下'].map((side, part) => ({
      code: `S0${index * 2 + part + 1}`,
      name: `${area.name.slice(0, 2)}${side}小学校区`,
      kind: '小学校区',
      parents: [area.code],
      share: area.share * (part === 0 ? 0.6 : 0.4),
      takesCases: true,
    })),
  ]);
}

/** 緑谷町: two school districts became one in April 2025; the ended one names its successor. */
const midoriyaAreas: FictionalArea[] = [
  ...flat('小学校区', 'S', ['緑谷中央小学校区', '谷口小学校区', '山辺小学校区'], [0.55, 0.25, 0.12]),
  {
    code: 'S04',
    name: '奥谷小学校区',
    kind: '小学校区',
    parents: ['Z00'],
    share: 0.08,
    takesCases: true,
    validUntil: '2025-03-31',
    successor: 'S02',
  },
];

// biome-ignore format: one line an office
export const municipalities: readonly FictionalMunicipality[] = [
  {
    digits: '99201', name: '海野市', inhabitants: 452_184, households: 204_310, elderly: 117_120, children: 66_480, size: 468.2, welfareRate: '13.2‰', weight: 7600, areas: uminoAreas(),
    offices: [
      { name: '海野市福祉まるごと相談室', kind: 'hall', share: 0.22 },
      { name: '海野市社会福祉協議会', kind: 'council', share: 0.2 },
      { name: '海野市東地域包括支援センター', kind: 'elderly', share: 0.19 },
      { name: '海野市西地域包括支援センター', kind: 'elderly', share: 0.15 },
      { name: 'くらし自立相談センター海野', kind: 'poverty', share: 0.15 },
      { name: '海野市障害者基幹相談支援センター', kind: 'disability', share: 0.09 },
    ],
  },
  {
    digits: '99202', name: '桐野市', inhabitants: 148_230, households: 64_870, elderly: 41_060, children: 22_400, size: 322.5, welfareRate: '9.8‰', weight: 3100, areas: kirinoAreas(),
    offices: [
      { name: '桐野市福祉総合相談課', kind: 'hall', share: 0.35 },
      { name: '桐野市社会福祉協議会', kind: 'council', share: 0.25 },
      { name: '桐野市中央地域包括支援センター', kind: 'elderly', share: 0.28 },
      { name: '桐野市子ども家庭相談室', kind: 'children', share: 0.12, until: '2026-06' },
    ],
  },
  {
    digits: '99203', name: '高瀬市', inhabitants: 96_410, households: 40_120, elderly: 28_540, children: 14_050, size: 210.7, welfareRate: '0.81%', weight: 2400, areas: flat('日常生活圏域', 'E', ['東圏域', '西圏域', '南圏域', '北圏域', '中央圏域'], [0.18, 0.22, 0.16, 0.12, 0.32]),
    offices: [
      { name: '高瀬市地域福祉課', kind: 'hall', share: 0.45 },
      { name: '高瀬市社会福祉協議会', kind: 'council', share: 0.35, activitiesUntil: '2026-07' },
      { name: '高瀬市くらし支援室', kind: 'poverty', share: 0.2, from: '2025-10' },
    ],
  },
  {
    digits: '99204', name: '藤ヶ浦市', inhabitants: 61_520, households: 26_340, elderly: 20_180, children: 8_320, size: 154.3, welfareRate: '7.4‰', weight: 1900, areas: flat('中学校区', 'C', ['浜中学校区', '藤中学校区', '岡中学校区', '島中学校区'], [0.35, 0.3, 0.25, 0.1]),
    offices: [
      { name: '藤ヶ浦市福祉相談課', kind: 'hall', share: 0.4 },
      { name: '藤ヶ浦市社会福祉協議会', kind: 'council', share: 0.3 },
      { name: '藤ヶ浦市地域包括支援センター', kind: 'elderly', share: 0.3 },
    ],
  },
  {
    digits: '99205', name: '白砂市', inhabitants: 33_870, households: 14_050, elderly: 12_240, children: 4_210, size: 188.9, welfareRate: '6.1‰', weight: 1600, areas: flat('地区社協', 'D', ['白砂東地区社協', '白砂西地区社協', '松原地区社協', '塩浜地区社協', '川口地区社協'], [0.3, 0.25, 0.2, 0.15, 0.1]),
    offices: [
      { name: '白砂市社会福祉協議会', kind: 'council', share: 0.6 },
      { name: '白砂市地域包括支援センター', kind: 'elderly', share: 0.4 },
    ],
  },
  {
    digits: '99206', name: '岬市', inhabitants: 24_090, households: 10_480, elderly: 9_870, children: 2_610, size: 240.1, welfareRate: '5.5‰', weight: 1050, areas: flat('行政区', 'G', ['上岬区', '下岬区', '内浦区'], [0.45, 0.35, 0.2]),
    offices: [
      { name: '岬市福祉課', kind: 'hall', share: 0.65 },
      { name: '岬市社会福祉協議会', kind: 'council', share: 0.35 },
    ],
  },
  {
    digits: '99301', name: '松ヶ丘町', inhabitants: 17_430, households: 7_020, elderly: 5_480, children: 2_330, size: 61.8, welfareRate: '4.9‰', weight: 800, areas: flat('小学校区', 'S', ['松ヶ丘小学校区', '若松小学校区', '丘の上小学校区'], [0.5, 0.3, 0.2]),
    offices: [{ name: '松ヶ丘町福祉相談室', kind: 'village', share: 1 }],
  },
  {
    digits: '99302', name: '東雲町', inhabitants: 12_810, households: 5_190, elderly: 4_620, children: 1_480, size: 97.4, welfareRate: '12.4%', weight: 620, areas: flat('行政区', 'G', ['東区', '西区', '川上区', '川下区'], [0.4, 0.3, 0.18, 0.12]),
    offices: [{ name: '東雲町社会福祉協議会', kind: 'council', share: 1 }],
  },
  {
    digits: '99303', name: '小瀬町', inhabitants: 9_640, households: 3_980, elderly: 3_890, children: 960, size: 132.6, welfareRate: '8.8‰', weight: 480, areas: flat('行政区', 'G', ['小瀬区', '大瀬区', '渡し場区', '石橋区', '水車区'], [0.34, 0.26, 0.18, 0.14, 0.08]),
    offices: [{ name: '小瀬町福祉課', kind: 'village', share: 1, format: 'csv-cp932' }],
  },
  {
    digits: '99304', name: '緑谷町', inhabitants: 6_240, households: 2_510, elderly: 2_700, children: 570, size: 205.3, welfareRate: '10.3‰', weight: 330, areas: midoriyaAreas,
    offices: [{ name: '緑谷町住民福祉課', kind: 'village', share: 1, format: 'csv-utf8-bom' }],
  },
  {
    digits: '99305', name: '月見町', inhabitants: 4_120, households: 1_690, elderly: 1_930, children: 340, size: 88.0, welfareRate: '11.0‰', weight: 0, areas: flat('自治会', 'J', ['月見上自治会', '月見下自治会'], [0.6, 0.4]),
    offices: [{ name: '月見町保健福祉課', kind: 'village', share: 1, totalsOnly: true }],
  },
  {
    digits: '99361', name: '霧野村', inhabitants: 763, households: 351, elderly: 402, children: 51, size: 176.5, welfareRate: '2.6‰', weight: 20, areas: [],
    offices: [{ name: '霧野村住民課', kind: 'village', share: 1 }],
  },
];

/** 全国地方公共団体コード with its check digit: (11 − (6a+5b+4c+3d+2e) mod 11) mod 10. */
export function withCheckDigit(digits: string): string {
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (6 - index), 0);
  return `${digits}${(11 - (sum % 11)) % 10}`;
}
