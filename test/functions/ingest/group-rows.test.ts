import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupRows } from '../../../functions/ingest/group-rows.ts';

interface Row {
  readonly day: string;
  readonly area: string | null;
  readonly codes: readonly string[];
  readonly is: boolean;
  readonly minutes: number;
}

const code = fc.constantFrom('A', 'B', 'A,B', '"', 'ア', '');
const row: fc.Arbitrary<Row> = fc.record({
  day: fc.constantFrom('2018-04-01', '2018-04-30', '2018-05-01', '2017-12-31'),
  area: fc.option(code),
  codes: fc.array(code, { maxLength: 3 }),
  is: fc.boolean(),
  minutes: fc.nat(90),
});

/** The same by a text for each row. */
function groupByText(rows: readonly Row[]) {
  const fieldsOf = ({ day, area, codes, is }: Row) => [day.slice(0, 7), area, codes.toSorted(), is];
  const groups = new Map<string, { texts: readonly string[]; count: number; minutes: number }>();
  for (const one of rows) {
    const texts = fieldsOf(one).map((value) => JSON.stringify(value));
    const known = groups.get(texts.join('\n')) ?? { texts, count: 0, minutes: 0 };
    groups.set(texts.join('\n'), { ...known, count: known.count + 1, minutes: known.minutes + one.minutes });
  }
  const isBefore = (one: readonly string[], other: readonly string[]) => {
    const at = one.findIndex((text, field) => text !== other[field]);
    return (one[at] ?? '') < (other[at] ?? '');
  };
  return [...groups.values()].toSorted((one, other) => (isBefore(one.texts, other.texts) ? -1 : 1));
}

test('rows that agree in every field are one fact, in the order of what the fields say, and minutes add up', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
      const groups = groupRows(rows);
      const month = groups.byPart(
        (one) => one.day,
        (day) => day.slice(0, 7),
      );
      const area = groups.by((one) => one.area);
      const codes = groups.byPart(
        (one) => one.codes,
        (list) => list.toSorted(),
      );
      const is = groups.by((one) => one.is);
      const facts = groups.toFacts((first, group) => ({
        texts: [month(first), area(first), codes(first), is(first)].map((value) => JSON.stringify(value)),
        count: group.size,
        minutes: group.sum((one) => one.minutes),
      }));
      expect(facts).toEqual(groupByText(rows));
    }),
    { numRuns: 100 },
  );
});

test('facts that say the same share it, so that a list is kept once', () => {
  const groups = groupRows([
    { kind: 'S01', codes: ['A', 'B'] },
    { kind: 'S02', codes: ['A', 'B'] },
  ]);
  const kind = groups.by((one) => one.kind);
  const codes = groups.by((one) => one.codes);
  const [one, other] = groups.toFacts((first) => ({ kind: kind(first), codes: codes(first) }));
  expect([one?.kind, other?.kind]).toEqual(['S01', 'S02']);
  expect(one?.codes).toBe(other?.codes);
});
