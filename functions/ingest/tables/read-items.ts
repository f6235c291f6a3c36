/** Reads 基本情報: two columns, 項目 and 値, one item a row; the whole tab is one record. */
import {
  type Cell,
  type Column,
  type Finding,
  type FindingPlace,
  fold,
  isBlankCell,
  type ReadingContext,
  type RowOf,
  readCell,
  type Table,
  unknown,
} from '#sheets-schema';
import type { SheetGrid } from '../../world.ts';
import { cellAddress, createFinding, quoteTyped } from '../findings/create-finding.ts';
import { foldHeader } from './fold-header.ts';

/** What a tab of items says. A required item that is missing or wrong is `null`, although its type does not say so. */
export interface Items<T extends Table> {
  readonly values: Partial<RowOf<T>>;
  readonly findings: readonly Finding[];
  /** Where an item stands, or would. */
  placeOf(name: string): FindingPlace;
}

const withoutOwnWords: ReadingContext = { ownWords: new Map() };
const headerRows = 10;

/**
 * Reads the items of a grid. `ownHeaders`: folded own name of an item → English name. `fields`: names of items by 0-based row index,
 * from stored ids; they speak where an item's label is blank or unknown and no other row bears its name.
 */
export function readItems<T extends Table>(
  table: T,
  grid: SheetGrid,
  ownHeaders: ReadonlyMap<string, string>,
  fields: ReadonlyMap<number, string> = new Map(),
): Items<T> {
  const names = new Map<string, string>();
  for (const [name, column] of Object.entries(table.columns)) {
    for (const alias of column.aliases) names.set(foldHeader(alias), name);
  }
  for (const [name, column] of Object.entries(table.columns)) names.set(foldHeader(column.header), name);
  for (const [own, name] of ownHeaders) names.set(own, name);

  const { first, item, value } = findLayout(grid, names, fields);
  const named = new Set(
    grid.rows.slice(first).flatMap(({ [item]: label }) => {
      const { name } = typeof label === 'string' ? findItem(label, names) : { name: undefined };
      return name ?? [];
    }),
  );
  const findings: Finding[] = [];
  const values: Record<string, unknown> = Object.fromEntries(Object.keys(table.columns).map((name) => [name, null]));
  const rowOf = new Map<string, number>();
  for (let rowIndex = first; rowIndex < grid.rows.length; rowIndex += 1) {
    const cells = grid.rows[rowIndex] ?? [];
    const label = cells[item] ?? null;
    const found = typeof label === 'string' ? findItem(label, names) : { name: undefined, unit: null };
    const madeAs = fields.get(rowIndex);
    const isMeant =
      found.name === undefined &&
      madeAs !== undefined &&
      !named.has(madeAs) &&
      !rowOf.has(madeAs) &&
      !(isBlankCell(label) && isBlankCell(cells[value]));
    const name = isMeant ? madeAs : found.name;
    const { unit } = found;
    const column = name === undefined ? undefined : table.columns[name];
    if (name === undefined || column === undefined) continue;
    const place: FindingPlace = {
      tab: grid.tab,
      row: rowIndex + 1,
      header: column.header,
      cell: cellAddress(rowIndex, value),
    };
    if (rowOf.has(name)) {
      if (isBlankCell(cells[value])) continue;
      findings.push(
        createFinding(
          { ...place, cell: cellAddress(rowIndex, item) },
          { code: 'header/duplicate', facts: { used: cellAddress(rowOf.get(name) ?? 0, item) } },
        ),
      );
      continue;
    }
    rowOf.set(name, rowIndex);
    const cell = withUnit(cells[value] ?? null, column, unit, cells[value + 1] ?? null);
    const reading = readCell(column, cell, withoutOwnWords);
    switch (reading.outcome) {
      case 'value':
        values[name] = reading.value;
        for (const notice of reading.notices) {
          findings.push(createFinding(place, { ...notice, typed: quoteTyped(column, cell) }));
        }
        break;
      case 'blank':
        break;
      case 'unknown':
        values[name] = unknown;
        break;
      case 'problem':
        values[name] = column.required ? null : unknown;
        findings.push(createFinding(place, { ...reading.problem, typed: quoteTyped(column, cell) }));
        break;
      default:
        reading satisfies never;
    }
  }
  const placeOf = (name: string): FindingPlace => {
    const rowIndex = rowOf.get(name);
    const header = table.columns[name]?.header ?? null;
    return rowIndex === undefined
      ? { tab: grid.tab, row: null, header, cell: null }
      : { tab: grid.tab, row: rowIndex + 1, header, cell: cellAddress(rowIndex, value) };
  };
  for (const [name, column] of Object.entries(table.columns)) {
    if (!column.required || rowOf.has(name)) continue;
    findings.push(createFinding(placeOf(name), { code: 'header/missing', facts: { header: column.header } }));
  }
  // Every column's reader gives what RowOf says for it; the table's definition is the only witness of that.
  return { values: values as Partial<RowOf<T>>, findings, placeOf };
}

/**
 * Below the headers 項目 and 値; without them, from the first column that names one of our items; where none is named (translated),
 * from the first that has something in most rows with an id.
 */
function findLayout(
  grid: SheetGrid,
  names: ReadonlyMap<string, string>,
  fields: ReadonlyMap<number, string>,
): { readonly first: number; readonly item: number; readonly value: number } {
  for (let rowIndex = 0; rowIndex < Math.min(headerRows, grid.rows.length); rowIndex += 1) {
    const words = (grid.rows[rowIndex] ?? []).map((cell) => (typeof cell === 'string' ? foldHeader(cell) : ''));
    const item = words.indexOf('項目');
    const value = words.findIndex((word) => word === '値' || word === '内容');
    if (item >= 0 && value >= 0) return { first: rowIndex + 1, item, value };
  }
  for (let column = 0; column < 10; column += 1) {
    const isItems = grid.rows.some(
      ({ [column]: cell }) => typeof cell === 'string' && findItem(cell, names).name !== undefined,
    );
    if (isItems) return { first: 0, item: column, value: column + 1 };
  }
  for (let column = 0; column < 10; column += 1) {
    const filled = [...fields.keys()].filter((rowIndex) => !isBlankCell(grid.rows[rowIndex]?.[column]));
    if (filled.length * 2 > fields.size) return { first: 0, item: column, value: column + 1 };
  }
  return { first: 0, item: 0, value: 1 };
}

/** '生活保護受給率（‰）' is the item 生活保護受給率 with its unit. */
function findItem(
  label: string,
  names: ReadonlyMap<string, string>,
): { readonly name: string | undefined; readonly unit: string | null } {
  const word = foldHeader(label);
  const whole = names.get(word);
  if (whole !== undefined) return { name: whole, unit: null };
  const match = /^([^([]+)[([]([^)\]]*)[)\]]$/.exec(word);
  return { name: names.get(match?.[1] ?? ''), unit: match?.[2] ?? null };
}

const units = new Set(['‰', '%']);

/** A rate's unit may stand in its label or in the cell to its right; a bare number takes it from there. */
function withUnit(cell: Cell, column: Column, unit: string | null, beside: Cell): Cell {
  if (column.kind !== 'rate') return cell;
  const besideUnit = typeof beside === 'string' ? fold(beside) : '';
  const found = units.has(unit ?? '') ? unit : units.has(besideUnit) ? besideUnit : null;
  const isBare = typeof cell === 'number' || (typeof cell === 'string' && /^[0-9.]+$/.test(fold(cell)));
  return found === null || !isBare ? cell : `${String(cell)}${found}`;
}
