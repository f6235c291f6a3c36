/**
 * Puts rows together that agree in some fields, in the order of those fields spelled out as JSON. Each field is numbered by the order of
 * its values, and the rows are sorted by counting, the last field first: a million rows need no million texts.
 */

/** What a field may hold. */
export type FieldValue = string | boolean | null | readonly string[];

export interface Field<Row> {
  readonly of: (row: Row) => FieldValue;
  /** What counts of the value, like the month of a day; left out, the value itself. */
  readonly as?: (value: FieldValue) => FieldValue;
}

/** One answer for each group of rows that agree in every field: `rows` from `start` to before `end`, in the order in which they were given. */
export function groupRows<Row, Fact>(
  rows: readonly Row[],
  fields: readonly Field<Row>[],
  toFact: (first: Row, group: { readonly rows: readonly Row[]; readonly start: number; readonly end: number }) => Fact,
): readonly Fact[] {
  const numbered = fields.map((field) => numberValues(rows, field)).filter(({ size }) => size > 1);
  let order = Uint32Array.from(rows.keys());
  for (const field of numbered.toReversed()) order = sortByNumber(order, field);

  const sorted = Array.from(order, (index) => rows[index]).filter((row) => row !== undefined);
  const isSame = (at: number) =>
    numbered.every(({ numbers }) => numbers[order[at] ?? 0] === numbers[order[at - 1] ?? 0]);
  const facts: Fact[] = [];
  for (let start = 0; start < sorted.length; ) {
    let end = start + 1;
    while (end < sorted.length && isSame(end)) end += 1;
    const first = sorted[start];
    if (first !== undefined) facts.push(toFact(first, { rows: sorted, start, end }));
    start = end;
  }
  return facts;
}

interface NumberedField {
  /** Of each row. */
  readonly numbers: Uint32Array;
  /** Numbers are below it. */
  readonly size: number;
}

/** Values numbered in the order of their JSON. */
function numberValues<Row>(rows: readonly Row[], { of, as = (value) => value }: Field<Row>): NumberedField {
  const seen = new Map<string | boolean | null, number>();
  const texts: string[] = [];
  const found = new Uint32Array(rows.length);
  let index = 0;
  for (const row of rows) {
    const value = of(row);
    const key = typeof value === 'object' && value !== null ? keyOfList(value) : value;
    let number = seen.get(key);
    if (number === undefined) {
      number = texts.length;
      seen.set(key, number);
      texts.push(JSON.stringify(as(value)));
    }
    found[index] = number;
    index += 1;
  }
  const ranks = new Map([...new Set(texts)].toSorted((a, b) => (a < b ? -1 : 1)).map((text, rank) => [text, rank]));
  const rankOf = Uint32Array.from(texts, (text) => ranks.get(text) ?? 0);
  return { numbers: found.map((number) => rankOf[number] ?? 0), size: ranks.size };
}

/** Lists and other values are never in one field; most lists have one word or none. */
function keyOfList(list: readonly string[]): string {
  return list.length === 1 ? (list[0] ?? '') : JSON.stringify(list);
}

/** Sorted by counting; what has the same number keeps its order. */
function sortByNumber(order: Uint32Array, { numbers, size }: NumberedField): Uint32Array<ArrayBuffer> {
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
