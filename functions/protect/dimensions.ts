/** The dimensions of the published tables, as protection sees them: their codes, how these add up, and which of them matter most. */
import { pathways, targets } from '../../sheets-schema/vocabulary/codes.ts';
import type { AreaTree } from '../domain/area-tree.ts';
import { fiscalYearOf, fiscalYearPeriod, monthsOfPeriod, quarterOf } from '../domain/calendar.ts';
import type { AreaCode, Month, Period } from '../domain/codes.ts';
import type { Relation } from './cells.ts';

/** One dimension of a table. Relations are among its codes, whatever the other dimensions are. */
export interface Dimension {
  readonly codes: readonly string[];
  readonly relations: readonly Relation[];
  /** How much it matters that a figure of this code is shown, compared with the dimension's least: totals more than parts. */
  readonly weightOf: (code: string) => number;
}

/**
 * What a whole weighs beside its parts (1 or 2). So much that rather several parts are hidden than the total of a town: its rate, and
 * with it its place in the comparison, hangs on that.
 */
const weightOfWhole = 30;

type CodeTree = readonly { readonly code: string; readonly parent: string | null }[];

/** All pathways of the first level but 不明. */
const knownPathwayCodes: readonly string[] = pathways.codes
  .filter(({ code, parent }) => parent === null && code !== 'P99')
  .map(({ code }) => code);

/** The cases with a known pathway, P01 to P08 together: what R01 and the shares are shares of. */
export const knownPathway = 'known';

/**
 * Pathways of the first level that are alike: who lives with or near the person, who watches over the community, who works there, the rest. Where
 * some of them are hidden, their sum is printed in their place (合算), so it is a figure of its own. A group is named by its codes.
 */
export const pathwayGroups: readonly (readonly string[])[] = [
  ['P01', 'P02', 'P03'],
  ['P04', 'P07'],
  ['P05', 'P06'],
  ['P08', 'P99'],
];

/** 'P04+P07'. */
export function nameOfGroup(pathwaysOfGroup: readonly string[]): string {
  return pathwaysOfGroup.join('+');
}

/**
 * 経路: each case has one. The second level adds up to its first, the first to the whole. `withKnown`: the known pathways together are
 * a figure too, wherever shares of them are published; `withGroups`: so are the groups of those that are alike.
 */
export function pathwayDimension(
  levels: 1 | 2,
  { withKnown = false, withGroups = false }: { withKnown?: boolean; withGroups?: boolean } = {},
): Dimension {
  const tree: CodeTree = pathways.codes;
  const first = childrenOf(tree, null);
  const unknown = first.filter((code) => !knownPathwayCodes.includes(code));
  const parents = levels === 2 ? first.filter((code) => childrenOf(tree, code).length > 0) : [];
  const ofWhole: Relation[] = withKnown
    ? [
        { kind: 'sum', whole: 'all', parts: [knownPathway, ...unknown] },
        { kind: 'sum', whole: knownPathway, parts: knownPathwayCodes },
      ]
    : [{ kind: 'sum', whole: 'all', parts: first }];
  const groups = withGroups ? pathwayGroups : [];
  const weights = new Map([
    ['all', weightOfWhole],
    [knownPathway, 5],
    ...groups.map((group) => [nameOfGroup(group), 3] as const),
  ]);
  return {
    codes: [
      'all',
      ...(withKnown ? [knownPathway] : []),
      ...groups.map(nameOfGroup),
      ...first,
      ...parents.flatMap((parent) => childrenOf(tree, parent)),
    ],
    relations: [
      ...ofWhole,
      ...groups.map((parts): Relation => ({ kind: 'sum', whole: nameOfGroup(parts), parts })),
      ...parents.map((whole): Relation => ({ kind: 'sum', whole, parts: childrenOf(tree, whole) })),
    ],
    weightOf: (code) => weights.get(code) ?? (first.includes(code) ? 2 : 1),
  };
}

/** 対象: a case has one or several. None is above the whole, and together they cover it. */
export function targetDimension(levels: 1 | 2): Dimension {
  const tree: CodeTree = targets.codes;
  const first = childrenOf(tree, null);
  const parents = levels === 2 ? first.filter((code) => childrenOf(tree, code).length > 0) : [];
  return {
    codes: ['all', ...first, ...parents.flatMap((parent) => childrenOf(tree, parent))],
    relations: [
      { kind: 'cover', whole: 'all', parts: first },
      { kind: 'within', whole: 'all', parts: first },
      ...parents.map((whole): Relation => ({ kind: 'within', whole, parts: childrenOf(tree, whole) })),
    ],
    weightOf: (code) => (code === 'all' ? weightOfWhole : first.includes(code) ? 2 : 1),
  };
}

/** The total alone. */
export const wholeDimension: Dimension = { codes: ['all'], relations: [], weightOf: () => weightOfWhole };

/** Months, quarters and fiscal years: whichever of them are published add up. */
export function periodDimension(periods: readonly Period[]): Dimension {
  const isMonth = (period: Period) => monthsOfPeriod(period).length === 1;
  const months = periods.filter(isMonth) as readonly string[] as readonly Month[];
  const quarters = periods.filter((period) => monthsOfPeriod(period).length === 3);
  const years = periods.filter((period) => monthsOfPeriod(period).length === 12);
  const inside = (whole: Period, parts: readonly Period[]): Relation[] => {
    const own = parts.filter((part) => monthsOfPeriod(part).every((month) => monthsOfPeriod(whole).includes(month)));
    const isComplete = own.reduce((sum, part) => sum + monthsOfPeriod(part).length, 0) === monthsOfPeriod(whole).length;
    return isComplete
      ? [{ kind: 'sum', whole, parts: own }]
      : own.length > 0
        ? [{ kind: 'within', whole, parts: own }]
        : [];
  };
  const asPeriods = months as readonly string[] as readonly Period[];
  return {
    codes: periods,
    relations: [
      ...quarters.flatMap((quarter) =>
        inside(
          quarter,
          asPeriods.filter((month) => quarterOf(month as string as Month) === quarter),
        ),
      ),
      ...years.flatMap((year) => inside(year, quarters)),
      ...(quarters.length > 0
        ? []
        : years.flatMap((year) =>
            inside(
              year,
              asPeriods.filter((month) => fiscalYearPeriod(fiscalYearOf(month as string as Month)) === year),
            ),
          )),
    ],
    weightOf: (code) => ({ 1: 1, 3: 2 })[monthsOfPeriod(code as Period).length] ?? 8,
  };
}

/** Periods of a stock (N07, N15), which never adds up over time. */
export function stockPeriodDimension(periods: readonly Period[]): Dimension {
  return { ...periodDimension(periods), relations: [] };
}

/**
 * Municipalities and all of them together, under the prefecture's code. Wards of a city that reports as a whole are not among
 * `municipalities`; they add up to their city.
 */
export function municipalityDimension(
  prefecture: string,
  municipalities: readonly string[],
  wards: ReadonlyMap<string, readonly string[]> = new Map(),
): Dimension {
  return {
    codes: [prefecture, ...municipalities, ...[...wards.values()].flat()],
    relations: [
      { kind: 'sum', whole: prefecture, parts: municipalities },
      ...[...wards].map(([whole, parts]): Relation => ({ kind: 'sum', whole, parts })),
    ],
    weightOf: (code) => (code === prefecture ? 10 : 1),
  };
}

/**
 * 圏域: the areas of one division add up to the area that they divide, and what belongs to none of them is the rest. Areas that
 * overlap within one division do not add up; each is within the whole. Areas of other divisions meet in the areas below.
 */
export function areaDimension(tree: AreaTree): Dimension {
  const nodes = tree.nodes.map(({ key }) => key);
  const relations = tree.nodes.flatMap((node, position) =>
    tree.divisionsOf(position).map(({ children }): Relation => {
      const doOverlap = tree.nodes.some(
        ({ key }) => tree.ancestorsOf(key as AreaCode).filter((ancestor) => children.includes(ancestor)).length > 1,
      );
      return {
        kind: doOverlap ? 'within' : 'sum',
        whole: node.key,
        parts: children.map((child) => nodes[child] ?? ''),
      };
    }),
  );
  return { codes: nodes, relations, weightOf: (code) => (code === tree.rootKey ? 6 : 1) };
}

function childrenOf(tree: CodeTree, parent: string | null): string[] {
  return tree.filter((each) => each.parent === parent).map(({ code }) => code);
}
