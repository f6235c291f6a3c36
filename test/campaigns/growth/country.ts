/** So many municipalities over all prefectures, each with a spreadsheet of its own, as a registry names them. Everything is 架空のデータ. */
import { municipalityCheckDigit } from '../../../sheets-schema/index.ts';
import { prefectures } from '../../../sheets-schema/vocabulary/prefectures.ts';
import { addressOf, aRegistry } from '../../functions/adapters/registry/registered-world.ts';
import type { StandInSpreadsheet } from '../../google/spreadsheets.ts';

interface Town {
  readonly code: string;
  readonly name: string;
  readonly id: string;
}

/** Spread over the prefectures one after the other, so that all 47 have some. */
function townsOf(count: number): readonly Town[] {
  return Array.from({ length: count }, (_, index) => {
    const prefecture = prefectures[index % prefectures.length];
    const number = String(201 + Math.floor(index / prefectures.length)).padStart(3, '0');
    const five = `${prefecture?.code ?? '16'}${number}`;
    return { code: `${five}${municipalityCheckDigit(five)}`, name: `架空${index + 1}町`, id: `town-${index + 1}` };
  });
}

/** `rows`: cases of each town. */
function spreadsheetOf({ code, name, id }: Town, rows: number): StandInSpreadsheet {
  const pathways = ['本人', '家族・親族', '民生委員・児童委員', '社会福祉協議会'];
  const targets = ['高齢者', '生活困窮', '身体障害', '子ども・子育て'];
  const cases = Array.from({ length: rows }, (_, index) => [
    `R6-${index + 1}`,
    `2026/${1 + (index % 6)}/${1 + (index % 27)}`,
    code,
    pathways[index % pathways.length] ?? '',
    targets[(index + Math.floor(index / 4)) % targets.length] ?? '',
  ]);
  const tab = (title: string, position: number, grid: StandInSpreadsheet['tabs'][number]['rows']) => ({
    tab: title,
    id: String(position),
    rows: grid,
    merges: [],
    surface: { rowCount: grid.length + 20, columnCount: 10, notes: new Map(), backgrounds: new Map() },
  });
  const profile = [
    ['項目', '値'],
    ['市区町村コード', code],
    ['市区町村名', name],
    ['報告機関名', `${name}社協`],
    ['様式版', '1'],
    ['データの種類', '架空'],
  ];
  const areas = [
    ['圏域コード', '圏域名', '圏域種別'],
    [code, name, '市町村全域'],
  ];
  const headers = ['受付番号', '受付日', '圏域', '経路', '対象1'];
  return {
    id,
    name: `${name}社協`,
    version: '1',
    tabs: [tab('基本情報', 0, profile), tab('圏域', 1, areas), tab('相談受付', 2, [headers, ...cases])],
  };
}

export function createCountry(
  municipalities: number,
  rows: number,
): { registry: StandInSpreadsheet; towns: readonly StandInSpreadsheet[] } {
  const towns = townsOf(municipalities);
  return {
    registry: aRegistry(towns.map(({ code, name, id }) => [code, `${name}社協`, addressOf(id)])),
    towns: towns.map((town) => spreadsheetOf(town, rows)),
  };
}
