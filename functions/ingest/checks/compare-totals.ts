/**
 * Do breakdowns in 集計報告 add up? Over 経路 and over 圏域 they must; where they do not, the total's 値 gets a notice with the
 * difference (Himi's CSW column of FY2016 adds up to 71 where 70 is printed). Over 対象 they may exceed it.
 */
import type { Finding, tables } from '#sheets-schema';
import { type Code, pathways } from '#sheets-schema/vocabulary/codes.ts';
import type { Area } from '../../domain/area.ts';
import type { AreaCode } from '../../domain/codes.ts';
import { createFinding } from '../findings/create-finding.ts';
import { placeIn } from '../findings/place.ts';
import type { FoundTable } from '../tables/find-tables.ts';
import type { TableRows } from '../tables/read-rows.ts';
import type { CheckedTotal } from '../workbook-rows.ts';
import { keyOf } from './check-totals.ts';

/** A notice for each total whose parts are given and do not add up to it. */
export function compareTotals({
  totals,
  rows,
  areas,
}: {
  totals: readonly CheckedTotal[];
  rows: TableRows<typeof tables.totals>;
  areas: readonly Area[];
}): readonly Finding[] {
  const byKey = new Map(totals.map((total) => [keyOf(total), total]));
  const children = childrenByDivision(areas);
  const findings: Finding[] = [];
  for (const total of totals) {
    if (total.value === null || total.area === 'outside') continue;
    const at = (change: Partial<CheckedTotal>) => byKey.get(keyOf({ ...total, ...change }))?.value ?? null;
    const overPathways = sumOf(
      childrenOf(total.pathway).map((pathway) => sumOfPathway(pathway, (code) => at({ pathway: code }))),
    );
    if (overPathways !== null && overPathways !== total.value) {
      findings.push(notice(rows.found, total, 'total/pathways-differ', overPathways));
    }
    const outside = total.area === null ? at({ area: 'outside' }) : null;
    for (const [division, codes] of children.get(total.area) ?? []) {
      const parts = codes.map((code) => sumOfArea(code, (area) => at({ area }), children));
      const overAreas = sumOf(parts);
      if (overAreas === null) continue;
      const sum = overAreas + (outside ?? 0);
      if (sum !== total.value) findings.push(notice(rows.found, total, 'total/areas-differ', sum, { division }));
    }
  }
  return findings;
}

/**
 * Parts from outside the areas (圏域 不明, 市外 …) lie in none of them, so only the municipality's total can hold them. Where that
 * total is not typed, it is made here: the sum of its parts, those from outside included.
 */
export function addOutsideParts(totals: readonly CheckedTotal[], areas: readonly Area[]): readonly CheckedTotal[] {
  const byKey = new Map(totals.map((total) => [keyOf(total), total]));
  const children = childrenByDivision(areas);
  return totals.flatMap((total) => {
    if (total.area !== 'outside' || total.value === null) return [total];
    const whole = { ...total, area: null };
    if (byKey.has(keyOf(whole))) return [total];
    const at = (area: AreaCode) => byKey.get(keyOf({ ...total, area }))?.value ?? null;
    const sums = [...(children.get(null)?.values() ?? [])].map(
      (codes) => sumOf(codes.map((code) => sumOfArea(code, at, children))) ?? 0,
    );
    return [total, { ...whole, value: total.value + Math.max(0, ...sums) }];
  });
}

function notice(
  found: FoundTable,
  { row, value }: CheckedTotal,
  code: 'total/pathways-differ' | 'total/areas-differ',
  sum: number,
  facts: Readonly<Record<string, string>> = {},
): Finding {
  const total = value ?? 0;
  return createFinding(placeIn(found, row, 'value'), {
    code,
    typed: String(total),
    facts: { total, sum, difference: Math.abs(sum - total), ...facts },
  });
}

/** Sum of what is given; `null` where nothing is. */
function sumOf(values: readonly (number | null)[]): number | null {
  const given = values.filter((value) => value !== null);
  return given.length === 0 ? null : given.reduce((sum, value) => sum + value, 0);
}

function childrenOf(pathway: string | null): readonly Code[] {
  return pathways.codes.filter((code) => code.parent === pathway);
}

/** An explicit number stands, else the sum of the second level. */
function sumOfPathway(pathway: Code, at: (code: string) => number | null): number | null {
  return at(pathway.code) ?? sumOf(childrenOf(pathway.code).map((child) => at(child.code)));
}

type Children = ReadonlyMap<AreaCode | null, ReadonlyMap<string, readonly AreaCode[]>>;

/** Of each area (`null` the root) its children by 圏域種別: parallel divisions each cover the whole and are never added up. */
function childrenByDivision(areas: readonly Area[]): Children {
  const roots = new Set(areas.filter((area) => area.parents.length === 0).map((area) => area.code));
  const children = new Map<AreaCode | null, Map<string, AreaCode[]>>();
  for (const area of areas) {
    for (const parent of area.parents) {
      const key = roots.has(parent) ? null : parent;
      const divisions = children.get(key) ?? new Map<string, AreaCode[]>();
      children.set(key, divisions);
      const codes = divisions.get(area.kind);
      if (codes === undefined) divisions.set(area.kind, [area.code]);
      else codes.push(area.code);
    }
  }
  return children;
}

/** An explicit number stands, else the largest sum of one of its divisions. */
function sumOfArea(code: AreaCode, at: (area: AreaCode) => number | null, children: Children): number | null {
  const explicit = at(code);
  if (explicit !== null) return explicit;
  const sums = [...(children.get(code)?.values() ?? [])].flatMap((codes) => {
    const sum = sumOf(codes.map((child) => sumOfArea(child, at, children)));
    return sum === null ? [] : [sum];
  });
  return sums.length === 0 ? null : Math.max(...sums);
}
