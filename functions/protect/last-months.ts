/**
 * The last twelve finished months (直近12か月), as far as municipalities are compared on them: a period of its own that lies in two
 * fiscal years, and is protected together with them.
 */
import type { StoredFigure } from '../domain/figure.ts';
import type { Cell, Relation, Tables } from './cells.ts';
import { type CountTable, createCountTable, relateCells, uniteTables } from './count-tables.ts';
import { closedWithin } from './derived.ts';
import { type Dimension, knownPathway, municipalityDimension, wholeDimension } from './dimensions.ts';
import { nested, type ReachableCounts, wholeCounts } from './reach.ts';

type Whole = Pick<ReachableCounts, 'prefecture' | 'municipalities' | 'wards' | 'thresholdOf'>;

/** 地域 among the known pathways (R01), and what the known ones leave of all. */
const sharedPathways = within('all', [knownPathway], [knownPathway, ['P04']]);
/** 高齢者 among all (R07). */
const sharedTargets = within('all', ['T01']);

/** @param figureOf of a municipality, of the known pathways together too; sums over municipalities are made here */
export function tablesOfLastMonths(
  counts: Whole & {
    readonly months: string;
    readonly figureOf: (indicator: string, municipality: string, pathway: string, target: string) => StoredFigure;
    /** All municipalities together. */
    readonly sumOf: (figures: readonly StoredFigure[]) => StoredFigure;
  },
): Tables {
  const { prefecture, municipalities, wards } = counts;
  const place = municipalityDimension(prefecture, municipalities, wards);
  const period: Dimension = { codes: [counts.months], relations: [], weightOf: () => 6 };
  const table = (indicator: string, pathway: Dimension, target: Dimension): Tables => {
    const figureOf: CountTable['figureOf'] = ([code = '', , pathwayCode = '', targetCode = '']) =>
      code === prefecture
        ? counts.sumOf(municipalities.map((each) => counts.figureOf(indicator, each, pathwayCode, targetCode)))
        : counts.figureOf(indicator, code, pathwayCode, targetCode);
    return createCountTable({
      indicator,
      dimensions: [place, period, pathway, target],
      figureOf,
      thresholdOf: ([code = '']) => counts.thresholdOf(indicator, code),
      holderOf: ([code = '']) => (code === prefecture ? null : code),
    });
  };
  const plain = wholeCounts.filter((indicator) => indicator !== closedWithin);
  return uniteTables(
    [
      table('N01', sharedPathways, wholeDimension),
      table('N01', wholeDimension, sharedTargets),
      ...plain.map((indicator) => table(indicator, wholeDimension, wholeDimension)),
    ],
    nested,
  );
}

/**
 * The months beside the fiscal years that they lie in: the years together are at least the months, and the months are at least the later
 * year, as far as it has come.
 */
export function linkToYears(tables: Tables, months: string, years: readonly string[]): Tables {
  const cells = new Map<string, Cell>(tables.cells.map((cell) => [cell.id, cell]));
  const added: Relation[] = [];
  for (const cell of tables.cells) {
    if (cell.isImplicit || cell.id.split('|')[2] !== months) continue;
    const inYear = (year: string) => cell.id.replace(`|${months}|`, `|${year}|`);
    const there = years.map(inYear).filter((id) => cells.has(id));
    const sum = there.reduce((total, id) => total + (cells.get(id)?.value ?? 0), 0);
    if (there.length > 0 && sum >= cell.value) added.push({ kind: 'cover', whole: cell.id, parts: there });
    const last = years.at(-1);
    if (last === undefined || years.length < 2 || !cells.has(inYear(last))) continue;
    added.push(...relateCells({ kind: 'within', whole: cell.id, parts: [inYear(last)] }, cells, ''));
  }
  return { cells: [...cells.values()], relations: [...tables.relations, ...added] };
}

function within(whole: string, parts: readonly string[], next?: readonly [string, readonly string[]]): Dimension {
  return {
    codes: [whole, ...parts, ...(next?.[1] ?? [])],
    relations: [
      { kind: 'within', whole, parts },
      ...(next === undefined ? [] : [{ kind: 'within' as const, whole: next[0], parts: next[1] }]),
    ],
    weightOf: (code) => (code === whole ? wholeDimension.weightOf('all') : 2),
  };
}
