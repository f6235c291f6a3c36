/** 基本情報, 圏域 and 読替 of the fictional offices. */
import type { SampleCell, SampleTab } from '../workbook.ts';
import type { OfficeOfMunicipality } from './case.ts';
import type { FictionalMunicipality } from './municipality.ts';
import { prefectureName, withCheckDigit } from './prefecture.ts';
import { nameOf, ownWords } from './words.ts';

export function profileTab(of: OfficeOfMunicipality): SampleTab {
  const { municipality, office } = of;
  const items: readonly (readonly [string, SampleCell])[] = [
    ['項目', '値'],
    ['市区町村コード', withCheckDigit(municipality.digits)],
    ['都道府県名', prefectureName],
    ['市区町村名', municipality.name],
    ['報告機関名', office.name],
    ['様式版', 1],
    ['データの種類', '架空のデータ'],
    ['人口', municipality.inhabitants.toLocaleString('en')],
    ['世帯数', municipality.households],
    ['65歳以上人口', municipality.elderly],
    ['18歳未満人口', municipality.children],
    ['基準日', '令和6年4月1日'],
    ['面積', municipality.size],
    ['生活保護受給率', municipality.welfareRate],
  ];
  return { name: '基本情報', rows: items };
}

const areaHeader = [
  '圏域コード',
  '圏域名',
  '圏域種別',
  '上位圏域コード',
  '人口',
  '世帯数',
  '65歳以上人口',
  '18歳未満人口',
  '基準日',
  '有効開始日',
  '有効終了日',
  '後継圏域コード',
];

/** The tree, with an edition of the population for each year in the workbook that is registered first. */
export function areaTab(of: OfficeOfMunicipality, hasPopulation: boolean): SampleTab {
  const { municipality } = of;
  const years = hasPopulation ? [2024, 2025, 2026] : [null];
  const rows: SampleCell[][] = [];
  const root = { code: 'Z00', name: municipality.name, kind: '市町村全域', parents: [], share: 1 };
  for (const area of [root, ...municipality.areas]) {
    const end = 'validUntil' in area ? area.validUntil : undefined;
    const editions = years.filter((year) => year === null || end === undefined || `${year}-04-01` <= end);
    for (const year of editions) {
      rows.push([
        area.code,
        area.name,
        area.kind,
        area.parents.length === 0 ? null : area.parents.join('、'),
        ...(year === null ? [null, null, null, null, null] : population(municipality, area.share, year)),
        null,
        end ?? null,
        'successor' in area ? (area.successor ?? null) : null,
      ]);
    }
  }
  return { name: '圏域', rows: [areaHeader, ...rows] };
}

/** The young become fewer, the old a little more; 基準日 is 1 April. */
function population(municipality: FictionalMunicipality, share: number, year: number): SampleCell[] {
  const since = year - 2024;
  const part = (number: number, yearly: number) => Math.round(number * share * yearly ** since);
  return [
    part(municipality.inhabitants, 0.991),
    part(municipality.households, 0.999),
    part(municipality.elderly, 1.003),
    part(municipality.children, 0.972),
    `${year}/4/1`,
  ];
}

/** The office's own words beside the standard ones. */
export function aliasTab(pathwayHeader: string): SampleTab {
  const words = Object.entries(ownWords).map(([code, own]): SampleCell[] => ['値', '相談受付', own, nameOf(code)]);
  const headers: SampleCell[][] = pathwayHeader === '経路' ? [] : [['列', '相談受付', pathwayHeader, '経路']];
  return { name: '読替', rows: [['種別', 'シート', '元の表記', '標準の表記'], ...headers, ...words] };
}
