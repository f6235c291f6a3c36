/**
 * 経路別 of 市町村比較: municipalities by pathways of the first level in one fiscal year, and the second level of one of them. Counts,
 * shares and sums (合算) as published; what is counted here is only how many cells are shown.
 */
import type { Figure } from '#functions/domain/figure.ts';
import type { PrefectureIndex } from '#functions/publish/release.ts';
import { compareWords } from '#sheets-schema/vocabulary/words/compare.ts';
import { comparePathwayWords as words } from '#sheets-schema/vocabulary/words/compare-pathways.ts';
import { sharedWords } from '#sheets-schema/vocabulary/words/comparison-ways.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatNumber, formatPeriod } from '../figures/format.ts';
import { expandFigure } from '../figures/read-figure.ts';
import { say } from '../say.ts';
import type { TableCell, TableModel } from '../table-model.ts';
import { beginTitle } from '../title.ts';
import { firstPathways, hasParts, type PathwayChoice, type PublishedPathways, partsOf } from './pathway-choice.ts';
import { namePathway, type PathwaySum, sumsOf } from './pathway-sums.ts';
import { sayShown } from './pathways-shown.ts';

export const pathwayOrders = ['code', 'name', 'inhabitants'] as const;
export type PathwayOrder = (typeof pathwayOrders)[number];

export interface PathwayColumn {
  readonly code: string;
  readonly name: string;
  /** The pathway whose part it is. */
  readonly whole: string | null;
  /** Whether its parts stand beside it; `null` where it has none that are published. */
  readonly isOpen: boolean | null;
}

export interface PathwayCell {
  readonly column: string;
  readonly figure: Figure;
  /** The sum in which its count is printed with others, where it is hidden by itself. */
  readonly sum: PathwaySum | null;
}

export interface PathwayRow {
  readonly code: string;
  readonly name: string;
  readonly isPrefecture: boolean;
  readonly inhabitants: number | null;
  readonly total: Figure;
  readonly cells: readonly PathwayCell[];
  readonly sums: readonly PathwaySum[];
}

export interface PathwayTable {
  readonly columns: readonly PathwayColumn[];
  /** The prefecture first. */
  readonly rows: readonly PathwayRow[];
  readonly title: string;
  readonly measureLine: string;
  /** How many of the counts are shown, and how. */
  readonly shown: string;
  readonly notes: readonly string[];
  readonly states: ReadonlySet<Figure['state'] | 'merged'>;
  readonly table: TableModel;
}

type Index = PublishedPathways & Pick<PrefectureIndex, 'series' | 'merged' | 'municipalities' | 'protection'>;

function columnsOf(index: Index, open: string | null, language: Language): readonly PathwayColumn[] {
  return firstPathways.flatMap((code): PathwayColumn[] => [
    {
      code,
      name: beginTitle(namePathway(code, language), language),
      whole: null,
      isOpen: hasParts(index, code) ? code === open : null,
    },
    ...(code === open
      ? partsOf(code).map((part) => ({
          code: part,
          name: beginTitle(namePathway(part, language), language),
          whole: code,
          isOpen: null,
        }))
      : []),
  ]);
}

function inOrder(municipalities: Index['municipalities'], order: PathwayOrder, language: Language) {
  return municipalities.toSorted((one, other) => {
    const byCode = one.code.localeCompare(other.code);
    if (order === 'name') return one.name.localeCompare(other.name, language) || byCode;
    if (order === 'inhabitants') return (other.inhabitants ?? -1) - (one.inhabitants ?? -1) || byCode;
    return byCode;
  });
}

export function shapePathwayTable(
  index: Index,
  {
    year,
    choice,
    order,
    language,
  }: {
    readonly year: string;
    readonly choice: PathwayChoice;
    readonly order: PathwayOrder;
    readonly language: Language;
  },
): PathwayTable {
  const { prefecture } = index;
  const position = index.years.indexOf(year);
  const columns = columnsOf(index, choice.open, language);
  const at = (series: Index['series'] | undefined, key: string) => expandFigure(series?.[key]?.[position] ?? 'n');
  const countOf = (place: string, code: string) => at(index.slices, `N01|${place}|${code}|all`);
  const figureOf = (place: string, code: string) =>
    choice.values === 'count' ? countOf(place, code) : at(index.shares, `N01|${place}|${code}`);
  const rowOf = (place: string): Pick<PathwayRow, 'code' | 'total' | 'cells' | 'sums'> => {
    const sums = sumsOf(index, { place, year, shown: columns.map(({ code }) => code), language });
    return {
      code: place,
      total: at(index.series, `N01|${place}`),
      cells: columns.map(({ code }) => ({
        column: code,
        figure: figureOf(place, code),
        sum: sums.find(({ pathways: parts }) => parts.includes(code)) ?? null,
      })),
      sums,
    };
  };
  const whole: PathwayRow = {
    ...rowOf(prefecture.code),
    name: say(compareWords.prefectureRow, language, { prefecture: prefecture.name }),
    isPrefecture: true,
    inhabitants: null,
  };
  const towns = inOrder(index.municipalities, order, language).map(
    ({ code, name, inhabitants }): PathwayRow => ({ ...rowOf(code), name, isPrefecture: false, inhabitants }),
  );
  const rows = [whole, ...towns];
  const cells = rows.flatMap((row) => row.cells);
  const facts = { prefecture: prefecture.name, year: formatPeriod(year, language) };
  const measureLine = say(choice.values === 'count' ? words.measureCount : words.measureShare, language, facts);
  const states = new Set(
    [...cells.map(({ figure, sum }) => (sum === null ? figure.state : 'merged')), ...rows.map(({ total }) => total.state)], // biome-ignore format: one thought
  );
  const shown = { columns, rows, measureLine, states };
  return {
    ...shown,
    title: sayMost(index, { countOf, shareOf: (code) => at(index.shares, `N01|${prefecture.code}|${code}`), language }),
    shown: sayShown(
      towns.flatMap((row) => row.cells),
      index.protection,
      language,
    ),
    notes: notesOf(index, { states, values: choice.values, language }),
    table: tableOf(shown, choice.values, language),
  };
}

/** Through whom most people come in the whole prefecture; of those that are shown, where any is hidden. */
function sayMost(
  { prefecture }: Index,
  {
    countOf,
    shareOf,
    language,
  }: { countOf: (place: string, code: string) => Figure; shareOf: (code: string) => Figure; language: Language },
): string {
  const figures = firstPathways.map((code) => ({ code, figure: countOf(prefecture.code, code) }));
  const counts = figures.flatMap(({ code, figure }) =>
    figure.state === 'value' ? [{ code, count: figure.value }] : [],
  );
  const most = Math.max(0, ...counts.map(({ count }) => count));
  const [top, ...others] = counts.filter(({ count }) => count === most);
  if (top === undefined || others.length > 0) return words.titleNone[language];
  const share = shareOf(top.code);
  const facts = {
    prefecture: prefecture.name,
    name: namePathway(top.code, language),
    count: formatNumber(top.count),
    share: share.state === 'value' ? formatNumber(share.value, 1) : '',
  };
  if (figures.some(({ figure }) => figure.state === 'suppressed')) return say(words.titleShown, language, facts);
  return say(share.state === 'value' ? words.titleWithShare : words.title, language, facts);
}

function notesOf(
  { protection }: Index,
  { states, values, language }: Pick<PathwayTable, 'states'> & { values: PathwayChoice['values']; language: Language },
): readonly string[] {
  const isHidden = states.has('suppressed') || states.has('merged');
  const hidden = protection.zeros === 'hidden' ? words.noteHiddenWithZeros : words.noteHidden;
  return [
    ...(isHidden ? [say(hidden, language, { threshold: protection.threshold })] : []),
    ...(states.has('merged') ? [words.noteMerged[language]] : []),
    ...(values === 'share' ? [words.noteShares[language]] : []),
    words.noteNeutral[language],
  ];
}

function tableOf(
  { columns, rows, measureLine }: Pick<PathwayTable, 'columns' | 'rows' | 'measureLine'>,
  values: PathwayChoice['values'],
  language: Language,
): TableModel {
  const hasSums = rows.some(({ sums }) => sums.length > 0);
  const inhabitants = (row: PathwayRow): TableCell =>
    row.inhabitants === null ? { kind: 'blank' } : { kind: 'figure', figure: expandFigure(row.inhabitants), decimals: 0 }; // biome-ignore format: one thought
  return {
    caption: measureLine,
    rowHeader: sharedWords.municipality[language],
    columns: [
      { key: 'inhabitants', label: sharedWords.inhabitants[language] },
      { key: 'all', label: words.total[language] },
      ...columns.map(({ code, name, whole }) => ({
        key: code,
        label:
          whole === null
            ? name
            : say(words.partLabel, language, { whole: beginTitle(namePathway(whole, language), language), name }),
      })),
      ...(hasSums ? [{ key: 'merged', label: words.columnMerged[language], isText: true }] : []),
    ],
    rows: rows.map((row) => ({
      key: row.code,
      label: row.name,
      ...(row.isPrefecture ? { look: 'total' as const } : {}),
      cells: [
        inhabitants(row),
        { kind: 'figure', figure: row.total, decimals: 0 },
        ...row.cells.map(({ figure }): TableCell => ({ kind: 'figure', figure, decimals: values === 'count' ? 0 : 1 })),
        ...(hasSums
          ? [{ kind: 'text' as const, text: row.sums.map(({ text }) => text).join(sharedWords.listComma[language]) }]
          : []),
      ],
    })),
  };
}
