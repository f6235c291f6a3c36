/** 一覧表: every municipality and measure with its class, sorted as chosen. What nobody has a value in is named, not drawn. */
import type { ComparedTown, ComparisonObject, SizeClass } from '#functions/publish/comparison.ts';
import { peerWords } from '#sheets-schema/vocabulary/words/comparison-sentences.ts';
import { heatWords, sharedWords } from '#sheets-schema/vocabulary/words/comparison-ways.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { expandFigure } from '../figures/read-figure.ts';
import { say } from '../say.ts';
import type { TableCell, TableModel } from '../table-model.ts';
import { type ClassCell, cellOf, isClear, isState, wordOf } from './class-cells.ts';
import { formatComparedPeriod } from './compared-choice.ts';
import { allMeasures, nameMeasure } from './measure-words.ts';
import { listAll, listSome } from './town-lists.ts';

export const heatOrders = ['code', 'name', 'inhabitants', 'size', 'clear'] as const;
export type HeatOrder = (typeof heatOrders)[number];

export interface HeatRow {
  readonly town: ComparedTown;
  readonly cells: readonly ClassCell[];
  /** In how many measures it lies clearly outside. */
  readonly clear: number;
}

/** Rows that stand together; `label` is `null` where the order has no groups. */
export interface HeatGroup {
  readonly label: string | null;
  readonly rows: readonly HeatRow[];
}

export interface HeatModel {
  readonly measures: readonly { readonly code: string; readonly name: string }[];
  readonly groups: readonly HeatGroup[];
  readonly title: string;
  readonly measureLine: string;
  readonly notes: readonly string[];
  readonly table: TableModel;
}

const sizes: readonly (SizeClass | null)[] = ['Z4', 'Z3', 'Z2', 'Z1', null];

function byOrder(order: HeatOrder, language: Language): (one: HeatRow, other: HeatRow) => number {
  const byCode = (one: HeatRow, other: HeatRow) => one.town.code.localeCompare(other.town.code);
  const inhabitants = ({ town }: HeatRow) => town.inhabitants ?? -1;
  switch (order) {
    case 'name':
      return (one, other) => one.town.name.localeCompare(other.town.name, language) || byCode(one, other);
    case 'inhabitants':
      return (one, other) => inhabitants(other) - inhabitants(one) || byCode(one, other);
    case 'clear':
      return (one, other) => other.clear - one.clear || byCode(one, other);
    case 'code':
    case 'size':
      return byCode;
    default:
      return order satisfies never;
  }
}

function groupRows(rows: readonly HeatRow[], order: HeatOrder, language: Language): readonly HeatGroup[] {
  const sorted = rows.toSorted(byOrder(order, language));
  if (order !== 'size') return [{ label: null, rows: sorted }];
  return sizes
    .map((size) => ({
      label: size === null ? heatWords.sizeUnknown[language] : peerWords[size][language],
      rows: sorted.filter(({ town }) => town.size === size),
    }))
    .filter((group) => group.rows.length > 0);
}

function findingOf(rows: readonly HeatRow[], language: Language): string {
  const count = Math.max(0, ...rows.map(({ clear }) => clear));
  if (count === 0) return heatWords.titleNone[language];
  const names = rows.filter(({ clear }) => clear === count).map(({ town }) => town.name);
  if (names.length > 1) return say(heatWords.titleSeveral, language, { names: listSome(names, language), count });
  return say(heatWords.title, language, { name: names[0] ?? '', towns: rows.length, count });
}

export function shapeHeat(
  comparison: ComparisonObject,
  { period, order, language }: { readonly period: string; readonly order: HeatOrder; readonly language: Language },
): HeatModel {
  const compared = comparison.towns.filter(({ isCompared }) => isCompared);
  const published = allMeasures
    .map(({ code }) => code as string)
    .filter((code) => comparison.measures[code] !== undefined);
  const cell = (measure: string, town: string) => cellOf(comparison, { measure, period, town });
  const hasValue = (measure: string) => compared.some(({ code }) => !isState(cell(measure, code)));
  const measures = published.filter(hasValue).map((code) => ({ code, name: nameMeasure(code, language) }));
  const rows = compared.map((town): HeatRow => {
    const cells = measures.map(({ code }) => cell(code, town.code));
    return { town, cells, clear: cells.filter(isClear).length };
  });
  const groups = groupRows(rows, order, language);
  const without = published.filter((code) => !hasValue(code)).map((code) => nameMeasure(code, language));
  const others = comparison.towns.filter(({ isCompared }) => !isCompared).map(({ name }) => name);
  const measureLine = say(heatWords.measureLine, language, {
    prefecture: comparison.prefecture.name,
    period: formatComparedPeriod(period, language),
    measures: measures.length,
    towns: compared.length,
  });
  return {
    measures,
    groups,
    title: findingOf(rows, language),
    measureLine,
    notes: [
      sharedWords.neutral[language],
      ...(rows.some(({ cells }) => cells.includes('suppressed')) ? [sharedWords.hiddenNote[language]] : []),
      ...(without.length === 0 ? [] : [say(heatWords.without, language, { list: listAll(without, language) })]),
      ...(others.length === 0 ? [] : [say(heatWords.notCompared, language, { list: listAll(others, language) })]),
    ],
    table: tableOf({ measures, groups, caption: measureLine, language }),
  };
}

function tableOf({
  measures,
  groups,
  caption,
  language,
}: Pick<HeatModel, 'measures' | 'groups'> & { readonly caption: string; readonly language: Language }): TableModel {
  const words = (cells: readonly ClassCell[]): readonly TableCell[] =>
    cells.map((cell) => ({ kind: 'text', text: wordOf(cell, language) }));
  const number = (value: number | null): TableCell =>
    value === null
      ? { kind: 'text', text: sharedWords.inhabitantsUnknown[language] }
      : { kind: 'figure', figure: expandFigure(value), decimals: 0 };
  return {
    caption,
    rowHeader: sharedWords.municipality[language],
    columns: [
      { key: 'inhabitants', label: sharedWords.inhabitants[language] },
      ...measures.map(({ code, name }) => ({ key: code, label: name, isText: true })),
      { key: 'clear', label: heatWords.columnClear[language] },
    ],
    rows: groups.flatMap(({ rows }) =>
      rows.map(({ town, cells, clear }) => ({
        key: town.code,
        label: town.name,
        cells: [number(town.inhabitants), ...words(cells), number(clear)],
      })),
    ),
  };
}
