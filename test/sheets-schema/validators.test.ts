import { describe, expect, expectTypeOf, test } from 'vitest';
import type * as z from 'zod';
import { type CaseRow, type Table, tables } from '#sheets-schema';
import { rowSchema } from '#sheets-schema/validators.ts';

const row: CaseRow = {
  receiptNumber: 'r6-0001',
  receivedOn: '2024-11-05',
  desk: null,
  area: 'e01',
  pathway: 'P04',
  targets1: ['T01', 'T05'],
  targets2: null,
  targets3: null,
  issues1: ['K01'],
  issues2: null,
  issues3: 'unknown',
  ageBand: 'A70',
  sex: 'X2',
  compound: true,
  response: 'D03',
  handover1: ['P0501'],
  handover2: null,
  closedOn: null,
  closingReason: null,
  note: null,
};

describe('validators made from the definition', () => {
  const schema = rowSchema(tables.cases);

  test('an accepted row passes', () => {
    expect(schema.parse(row)).toEqual(row);
  });

  test('a validator gives the type of the row', () => {
    expectTypeOf<z.infer<typeof schema>>().toEqualTypeOf<CaseRow>();
  });

  test.each([
    ['a required column that is blank', { receiptNumber: null }],
    ['a day that does not exist', { receivedOn: '2024-02-30' }],
    ['a code that is not in the list', { pathway: 'P98' }],
    ['a code where several belong', { targets1: 'T01' }],
    ['no code where some belong', { targets1: [] }],
    ['a word for a flag', { compound: '有' }],
    ['a column that is not ours', { 氏名: 'x' }],
  ])('%s is refused', (_, change) => {
    expect(schema.safeParse({ ...row, ...change }).success).toBe(false);
  });

  test.each(Object.values(tables).map((table): [string, Table] => [table.tab, table]))(
    '%s refuses an empty object',
    (_, table) => {
      expect(rowSchema(table).safeParse({}).success).toBe(false);
    },
  );
});
