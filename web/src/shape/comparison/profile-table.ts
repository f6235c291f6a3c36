/** 基本情報 of the municipalities side by side. */
import type { ComparedTown, ComparisonObject } from '#functions/publish/comparison.ts';
import { sharedWords } from '#sheets-schema/vocabulary/words/comparison-ways.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { profileWords } from '#sheets-schema/vocabulary/words/printed-results.ts';
import { formatNumber } from '../figures/format.ts';
import { expandFigure } from '../figures/read-figure.ts';
import { say } from '../say.ts';
import type { TableCell, TableModel } from '../table-model.ts';
import { listAll } from './town-lists.ts';

const columns = [
  { key: 'inhabitants', decimals: 0 },
  { key: 'households', decimals: 0 },
  { key: 'elderlyShare', decimals: 1 },
  { key: 'density', decimals: 1 },
] as const;

export interface Profiles {
  readonly title: string;
  readonly measureLine: string;
  readonly table: TableModel;
  readonly notes: readonly string[];
}

export function shapeProfiles({ towns, prefecture }: ComparisonObject, language: Language): Profiles {
  const compared = towns.filter(({ isCompared }) => isCompared);
  const given = columns.filter(({ key }) => compared.some((town) => town[key] !== null));
  const missing = columns.filter((column) => !given.includes(column)).map(({ key }) => sharedWords[key][language]);
  const measureLine = say(profileWords.measureLine, language, { prefecture: prefecture.name });
  return {
    title: titleOf(compared, prefecture.name, language),
    measureLine,
    notes: missing.length === 0 ? [] : [say(profileWords.missing, language, { list: listAll(missing, language) })],
    table: {
      caption: measureLine,
      rowHeader: sharedWords.municipality[language],
      columns: given.map(({ key }) => ({ key, label: sharedWords[key][language] })),
      rows: compared.map((town) => ({
        key: town.code,
        label: town.name,
        cells: given.map(({ key, decimals }): TableCell => {
          const value = town[key];
          if (value === null) return { kind: 'text', text: profileWords.notGiven[language] };
          return { kind: 'figure', figure: expandFigure(value), decimals };
        }),
      })),
    },
  };
}

function titleOf(towns: readonly ComparedTown[], prefecture: string, language: Language): string {
  const sized = towns
    .flatMap(({ name, inhabitants }) => (inhabitants === null ? [] : [{ name, inhabitants }]))
    .toSorted((one, other) => one.inhabitants - other.inhabitants);
  const [smallest, largest] = [sized[0], sized.at(-1)];
  if (smallest === undefined || largest === undefined || sized.length < 2)
    return say(profileWords.titlePlain, language, { prefecture });
  return say(profileWords.title, language, {
    prefecture,
    count: towns.length,
    least: formatNumber(smallest.inhabitants),
    smallest: smallest.name,
    most: formatNumber(largest.inhabitants),
    largest: largest.name,
  });
}
