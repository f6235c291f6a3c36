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

/** Rows that agree in every field, group by group; in a group they keep their order. */
export function groupRows<Row>(rows: readonly Row[], fields: readonly Field<Row>[]): readonly (readonly Row[])[] {
  const numbered = fields.map((field) => numberValues(rows, field)).filter(({ size }) => size > 1);
  let order = Uint32Array.from(rows.keys());
  for (const field of numbered.toReversed()) order = sortByNumber(order, field);

  const groups: Row[][] = [];
  let last = -1;
  for (const index of order) {
    const row = rows[index];
    if (row === undefined) continue;
    const isSame = last >= 0 && numbered.every(({ numbers }) => numbers[index] === numbers[last]);
    if (isSame) groups.at(-1)?.push(row);
    else groups.push([row]);
    last = index;
  }
  return groups;
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
  rows.forEach((row, index) => {
    const value = of(row);
    const key = typeof value === 'object' && value !== null ? keyOfList(value) : value;
    let number = seen.get(key);
    if (number === undefined) {
      number = texts.length;
      seen.set(key, number);
      texts.push(JSON.stringify(as(value)));
    }
    found[index] = number;
  });
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
