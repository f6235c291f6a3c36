/** The switches that are measured: each view from 概況, and each filter where it changes most. */
import { benchArea, benchCity } from '../prefecture/prefecture.ts';

export interface Switch {
  readonly name: string;
  /** Addresses before and after. */
  readonly from: string;
  readonly to: string;
}

const city = `/${benchCity}`;

function view(name: string, page: string): Switch {
  return {
    name: `→ ${name}`,
    from: page === '' ? `${city}/glossary` : city,
    to: page === '' ? city : `${city}/${page}`,
  };
}

function filter(name: string, page: string, query: string): Switch {
  return { name, from: `${city}${page}`, to: `${city}${page}?${query}` };
}

/** Every page, and every filter of the page that is opened first: looked at again and again. */
export const usual: readonly Switch[] = [
  view('概況', ''),
  view('圏域別', 'areas'),
  view('経路別', 'pathways'),
  view('対象・課題別', 'targets'),
  view('支援', 'support'),
  view('成果目標', 'goals'),
  view('市町村比較', 'compare'),
  view('データの状態', 'status'),
  view('用語', 'glossary'),
  filter('概況 圏域', '', `area=${benchArea}`),
  filter('概況 経路', '', 'pathway=P04'),
  filter('概況 対象', '', 'target=T01'),
  filter('概況 期間', '', 'period=FY2024'),
  filter('概況 言語', '', 'lang=en'),
];

export const switches: readonly Switch[] = [
  ...usual,
  filter('圏域別 経路', '/areas', 'pathway=P04'),
  filter('圏域別 期間', '/areas', 'period=FY2024'),
  filter('経路別 圏域', '/pathways', `area=${benchArea}`),
  filter('経路別 段階', '/pathways', 'level=2'),
  filter('経路別 対象', '/pathways', 'target=T01'),
  filter('経路別 月', '/pathways', 'show=months'),
  filter('経路別 流れ', '/pathways', 'show=flow'),
  filter('対象別 圏域', '/targets', `area=${benchArea}`),
  filter('支援 期間', '/support', 'period=FY2024'),
  filter('比較 指標', '/compare', 'indicator=N02'),
  filter('比較 言語', '/compare', 'lang=en'),
];
