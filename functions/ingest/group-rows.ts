/**
 * Puts rows together that agree in some fields, in the order of those fields spelled out as JSON. Each field is numbered by the order of
 * its values, and the rows are sorted by counting, the last field first: a million rows need no million texts, and a group reads what it
 * says from the few values that there are.
 */
import { createListFinder } from '../domain/list-finder.ts';

/** What a field may hold; lists and other values are never in one field. */
export type FieldValue = string | boolean | null | readonly string[];

export interface Grouping<Row> {
  /** A further field to group by. Answers with the value of the row at a position: rows with the same value share it. */
  by<Value extends FieldValue>(of: (row: Row) => Value): (position: number) => Value;
  /** The same with what counts of the value, like the month of a day. */
  byPart<Whole extends FieldValue, Value extends FieldValue>(
    of: (row: Row) => Whole,
    as: (whole: Whole) => Value,
  ): (position: number) => Value;
  /** One answer for each group of rows that agree in every field, from the position of its first row. */
  toFacts<Fact>(toFact: (first: number, group: RowGroup<Row>) => Fact): readonly Fact[];
}

/** The rows of a group, in the order in which they were given; to be read before the next group comes. */
export interface RowGroup<Row> {
  readonly size: number;
  sum(termOf: (row: Row) => number): number;
}

/** How many numbers fields may have that are sorted as one: what is counted by number stays near the processor. */
const mostNumbers = 2 ** 15;

/** Fields are named one after the other, the one that sorts first at the beginning. */
export function groupRows<Row>(rows: readonly Row[]): Grouping<Row> {
  const columns: NumberedColumn[] = [];
  const byPart = <Whole extends FieldValue, Value extends FieldValue>(
    of: (row: Row) => Whole,
    as: (whole: Whole) => Value,
  ) => {
    const { column, values } = numberValues(rows, of, as);
    columns.push(column);
    return (position: number): Value => {
      const value = values[column.numbers[position] ?? -1];
      if (value === undefined) throw new Error(`No row at ${position}`);
      return value;
    };
  };
  return {
    byPart,
    by: (of) => byPart(of, (value) => value),
    toFacts: (toFact) => {
      const keys = joinColumns(columns, Math.min(rows.length, mostNumbers));
      let order = Uint32Array.from(rows, (_, position) => position);
      for (const key of keys.toReversed()) order = sortByNumber(order, key);
      return readGroups(rows, { order, keys }, toFact);
    },
  };
}

/** A field of all rows as numbers, which are in the order of its values and below `size`. */
interface NumberedColumn {
  readonly numbers: Uint32Array;
  readonly size: number;
}

/** Values numbered in the order of their JSON, and the values by their numbers. */
function numberValues<Row, Whole extends FieldValue, Value extends FieldValue>(
  rows: readonly Row[],
  of: (row: Row) => Whole,
  as: (whole: Whole) => Value,
): { readonly column: NumberedColumn; readonly values: readonly Value[] } {
  const found: { readonly text: string; readonly value: Value }[] = [];
  const numberNew = (whole: Whole): number => {
    const value = as(whole);
    return found.push({ text: JSON.stringify(value), value }) - 1;
  };
  const seen = new Map<FieldValue, number>();
  const numberOfList = createListFinder<Whole & readonly string[], number>(numberNew);
  const numberOf = (whole: Whole): number => {
    if (typeof whole === 'object' && whole !== null) return numberOfList(whole);
    const known = seen.get(whole);
    if (known !== undefined) return known;
    const number = numberNew(whole);
    seen.set(whole, number);
    return number;
  };
  const numbers = new Uint32Array(rows.length);
  for (let position = 0; position < numbers.length; position += 1) {
    const row = rows[position];
    if (row !== undefined) numbers[position] = numberOf(of(row));
  }
  const distinct = new Map(found.map((one) => [one.text, one.value]));
  const ordered = [...distinct].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const ranks = new Map(ordered.map(([text], rank) => [text, rank]));
  const rankOf = Uint32Array.from(found, ({ text }) => ranks.get(text) ?? 0);
  for (let position = 0; position < numbers.length; position += 1)
    numbers[position] = rankOf[numbers[position] ?? 0] ?? 0;
  return { column: { numbers, size: ordered.length }, values: ordered.map(([, value]) => value) };
}

/** Neighbours as one column, as long as it has no more numbers than that: the rows are gone through less often. */
function joinColumns(columns: readonly NumberedColumn[], atMost: number): readonly NumberedColumn[] {
  const joined: NumberedColumn[] = [];
  for (const column of columns.filter(({ size }) => size > 1)) {
    const before = joined.at(-1);
    if (before === undefined || before.size * column.size > atMost) joined.push(column);
    else {
      const numbers = before.numbers.map((number, at) => number * column.size + (column.numbers[at] ?? 0));
      joined[joined.length - 1] = { numbers, size: before.size * column.size };
    }
  }
  return joined;
}

/** Sorted by counting; what has the same number keeps its order. */
function sortByNumber(order: Uint32Array, { numbers, size }: NumberedColumn): Uint32Array<ArrayBuffer> {
  const places = new Uint32Array(size + 1);
  for (const number of numbers) places[number + 1] = (places[number + 1] ?? 0) + 1;
  for (let number = 0; number < size; number += 1)
    places[number + 1] = (places[number + 1] ?? 0) + (places[number] ?? 0);
  const sorted = new Uint32Array(order.length);
  for (const index of order) {
    const number = numbers[index] ?? 0;
    const place = places[number] ?? 0;
    sorted[place] = index;
    places[number] = place + 1;
  }
  return sorted;
}

function readGroups<Row, Fact>(
  rows: readonly Row[],
  { order, keys }: { readonly order: Uint32Array; readonly keys: readonly NumberedColumn[] },
  toFact: (first: number, group: RowGroup<Row>) => Fact,
): readonly Fact[] {
  const isSame = (at: number) => keys.every(({ numbers }) => numbers[order[at] ?? 0] === numbers[order[at - 1] ?? 0]);
  let start = 0;
  let end = 0;
  const group: RowGroup<Row> = {
    get size() {
      return end - start;
    },
    sum(termOf) {
      let total = 0;
      for (const position of order.subarray(start, end)) {
        const row = rows[position];
        if (row !== undefined) total += termOf(row);
      }
      return total;
    },
  };
  const facts: Fact[] = [];
  for (; start < order.length; start = end) {
    end = start + 1;
    while (end < order.length && isSame(end)) end += 1;
    facts.push(toFact(order[start] ?? 0, group));
  }
  return facts;
}
