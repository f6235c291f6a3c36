/**
 * 圏域: rows → the areas that this workbook states, and what is wrong with them. Several rows of one code are editions of its
 * population (基準日). Whether an area has a place in the tree is known only once all workbooks of the municipality are united.
 */
import { type Finding, fold, type RowOf, type tables, unknown } from '#sheets-schema';
import type { Area, Population } from '../../domain/area.ts';
import type { AreaCode, Day } from '../../domain/codes.ts';
import { byReferenceDay } from '../../domain/population.ts';
import { createFinding, spellCell } from '../findings/create-finding.ts';
import { placeIn } from '../findings/place.ts';
import type { FoundTable } from './find-tables.ts';
import type { AcceptedRow, TableRows } from './read-rows.ts';

type AreaRow = AcceptedRow<typeof tables.areas>;
type AreaValues = RowOf<typeof tables.areas>;

export interface StatedAreas {
  readonly areas: readonly Area[];
  /** Rows of each area, to lead findings back to. */
  readonly rows: ReadonlyMap<AreaCode, readonly number[]>;
  readonly findings: readonly Finding[];
}

/** The areas that accepted rows of 圏域 state. */
export function readAreas(rows: TableRows<typeof tables.areas>): StatedAreas {
  const findings: Finding[] = [];
  const byCode = new Map<string, AreaRow[]>();
  for (const row of rows.accepted) {
    const key = fold(row.values.code);
    const same = byCode.get(key);
    if (same === undefined) byCode.set(key, [row]);
    else same.push(row);
  }
  const codes = new Map([...byCode].map(([key, [first]]) => [key, spellCode(rows.found, first?.row ?? 0, key)]));
  const names = namesToCodes(rows.accepted);
  const areas: Area[] = [];
  const rowsOf = new Map<AreaCode, readonly number[]>();
  for (const [key, same] of byCode) {
    const code = codes.get(key);
    if (code === undefined) continue;
    rowsOf.set(
      code,
      same.map((row) => row.row),
    );
    const conflicting = findConflict(same);
    if (conflicting !== null) {
      for (const row of same) {
        findings.push(
          createFinding(placeIn(rows.found, row.row, conflicting), {
            code: 'area/duplicate',
            typed: code,
            facts: { code, rows: same.map((one) => one.row).join('、') },
            otherRows: same.filter((one) => one !== row).map((one) => one.row),
          }),
        );
      }
      continue;
    }
    const area = uniteRows({ code, rows: same, found: rows.found, codes, names, findings });
    if (area !== null) areas.push(area);
  }
  findings.push(...findSharedNames(areas, rowsOf, rows.found));
  return { areas: areas.toSorted((a, b) => (a.code < b.code ? -1 : 1)), rows: rowsOf, findings };
}

/** A code as the office writes it, which is how figures name it; readers give it folded, for comparing only. */
function spellCode(found: FoundTable, row: number, folded: string): AreaCode {
  const column = found.columns.find((one) => one.name === 'code');
  const typed = column === undefined ? null : spellCell(found.grid.rows[row - 1]?.[column.index] ?? null);
  const spelled = typed?.normalize('NFKC').replaceAll(' ', '') ?? folded;
  return (fold(spelled) === folded ? spelled : folded) as AreaCode;
}

/** Folded name → code, for 上位圏域コード that gives the name; names borne by two lead nowhere. */
function namesToCodes(rows: readonly AreaRow[]): ReadonlyMap<string, string | null> {
  const names = new Map<string, string | null>();
  for (const { values } of rows) {
    const name = fold(values.name);
    const known = names.get(name);
    names.set(name, known === undefined || known === fold(values.code) ? fold(values.code) : null);
  }
  return names;
}

/** The column in which rows of one code contradict each other; a blank contradicts nothing. */
function findConflict(rows: readonly AreaRow[]): keyof AreaValues | null {
  const [first, ...others] = rows;
  if (first === undefined || others.length === 0) return null;
  for (const column of ['name', 'kind', 'parents', 'validFrom', 'validUntil', 'successor'] as const) {
    const said = new Set(
      rows.flatMap(({ values }) => {
        const value: string | readonly string[] | null = values[column];
        if (value === null || value === unknown) return [];
        return [typeof value === 'string' ? fold(value) : [...value].map(fold).toSorted().join('|')];
      }),
    );
    if (said.size > 1) return column;
  }
  return null;
}

function uniteRows({
  code,
  rows,
  found,
  codes,
  names,
  findings,
}: {
  code: AreaCode;
  rows: readonly AreaRow[];
  found: FoundTable;
  codes: ReadonlyMap<string, AreaCode>;
  names: ReadonlyMap<string, string | null>;
  findings: Finding[];
}): Area | null {
  const said = <Value>(valueOfRow: (values: AreaValues) => Value | typeof unknown | null): Value | null =>
    rows.map(({ values }) => valueOfRow(values)).find((value): value is Value => value !== null && value !== unknown) ??
    null;
  const [first] = rows;
  if (first === undefined) return null;
  // Without a readable parent the area would pass for a second root; its cell already has its finding.
  if (rows.some(({ values }) => values.parents === unknown)) return null;
  const resolve = (word: string): AreaCode =>
    codes.get(fold(word)) ?? codes.get(names.get(fold(word)) ?? '') ?? (word as AreaCode);
  const parents = [...new Set((said<readonly string[]>((values) => values.parents) ?? []).map(resolve))].toSorted();
  const validFrom = said((values) => values.validFrom) as Day | null;
  let validUntil = said((values) => values.validUntil) as Day | null;
  if (validFrom !== null && validUntil !== null && validUntil < validFrom) {
    const row = rows.find(({ values }) => values.validUntil !== null) ?? first;
    findings.push(
      createFinding(placeIn(found, row.row, 'validUntil'), { code: 'area/ends-before-start', typed: validUntil }),
    );
    validUntil = null;
  }
  const successor = said((values) => values.successor);
  return {
    code,
    name: first.values.name,
    kind: first.values.kind,
    parents,
    populations: readEditions(rows, found, findings),
    validFrom,
    validUntil,
    successor: successor === null ? null : resolve(successor),
  };
}

/** Editions of an area's population; two that speak of one day and differ are both left out. */
function readEditions(rows: readonly AreaRow[], found: FoundTable, findings: Finding[]): readonly Population[] {
  const editions = new Map<string, { readonly population: Population; readonly rows: number[]; isAgreed: boolean }>();
  for (const { row, values } of rows) {
    const population: Population = {
      asOf: known(values.asOf) as Day | null,
      inhabitants: known(values.inhabitants),
      households: known(values.households),
      elderly: known(values.elderly),
      children: known(values.children),
    };
    if (isEmptyPopulation(population)) continue;
    const same = editions.get(population.asOf ?? '');
    if (same === undefined) editions.set(population.asOf ?? '', { population, rows: [row], isAgreed: true });
    else {
      same.rows.push(row);
      if (JSON.stringify(same.population) !== JSON.stringify(population)) same.isAgreed = false;
    }
  }
  for (const { rows: same, isAgreed } of editions.values()) {
    if (isAgreed) continue;
    for (const row of same) {
      findings.push(
        createFinding(placeIn(found, row, 'asOf'), {
          code: 'area/population-twice',
          facts: { rows: same.join('、') },
          otherRows: same.filter((one) => one !== row),
        }),
      );
    }
  }
  return [...editions.values()]
    .filter((edition) => edition.isAgreed)
    .map((edition) => edition.population)
    .toSorted(byReferenceDay);
}

/** A number or a day, or `null` where blank or not known. */
function known<Value>(value: Value | typeof unknown | null): Value | null {
  return value === unknown ? null : (value as Value | null);
}

function isEmptyPopulation({ inhabitants, households, elderly, children }: Population): boolean {
  return inhabitants === null && households === null && elderly === null && children === null;
}

/** A name borne by two areas at one time cannot be used in a cell; said here, so that it is mended before it is used. */
function findSharedNames(
  areas: readonly Area[],
  rowsOf: ReadonlyMap<AreaCode, readonly number[]>,
  found: FoundTable,
): readonly Finding[] {
  const byName = new Map<string, Area[]>();
  for (const area of areas) {
    const name = fold(area.name);
    const same = byName.get(name);
    if (same === undefined) byName.set(name, [area]);
    else same.push(area);
  }
  return [...byName.values()].flatMap((same) =>
    same
      .filter((area) => same.some((other) => other !== area && overlap(area, other)))
      .map((area) =>
        createFinding(placeIn(found, rowsOf.get(area.code)?.[0] ?? 1, 'name'), {
          code: 'area/shared-name',
          facts: { name: area.name, codes: same.map((one) => one.code).join('、') },
        }),
      ),
  );
}

function overlap(a: Area, b: Area): boolean {
  const endsBefore = (one: Area, other: Area) =>
    one.validUntil !== null && other.validFrom !== null && one.validUntil < other.validFrom;
  return !endsBefore(a, b) && !endsBefore(b, a);
}
