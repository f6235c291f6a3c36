/** Laws of reading that hold for every column of every tab. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cell, type Column, fold, looksPersonal, readCell, type Table, tables } from '#sheets-schema';
import { acceptedForms } from '#sheets-schema/accepted-forms.ts';
import { columnSchema } from '#sheets-schema/validators.ts';
import { outcomeOf } from './cells/read.ts';

const columns: readonly (readonly [string, Column])[] = Object.values(tables).flatMap((table: Table) =>
  Object.values(table.columns).map((column) => [`${table.tab} ${column.header}`, column] as const),
);
const context = { ownWords: new Map<string, string>() };

/** Letters that mean something to some reader, so that random text comes near to what is read. */
const signs = fc.constantFrom(
  ...'0123456789０１２９,.、・/-－ー―年月日度件人約延べ以上十百明大昭平令和元RHSrh〜～○×有無なし不明%‰△▲+() 　\n\t\u200b\u0301ﾞ障がい地域〃合計ZT:@'.split(
    '',
  ),
);
const cells: fc.Arbitrary<Cell> = fc.oneof(
  fc.string({ unit: signs, maxLength: 24 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.double(),
  fc.integer(),
  fc.integer({ min: 30_000, max: 80_000 }),
  fc.boolean(),
  fc.constant(null),
  fc.record({ serial: fc.oneof(fc.double(), fc.integer({ min: 0, max: 80_000 })) }),
  fc.record({ error: fc.constantFrom('#REF!', '#N/A', '#DIV/0!', '#VALUE!') }),
);

describe('every column', () => {
  test('reads any cell without ever throwing, and what it reads is valid', () => {
    const schemas = columns.map(([, column]) => columnSchema(column));
    fc.assert(
      fc.property(fc.nat({ max: columns.length - 1 }), cells, (index, cell) => {
        const [, column] = columns[index] ?? ['', tables.cases.columns.note];
        const reading = readCell(column, cell, context);
        if (reading.outcome === 'value') expect(schemas[index]?.safeParse(reading.value).success).toBe(true);
        if (column.required) expect(reading.outcome).not.toBe('blank');
        if (!column.takesUnknown) expect(reading.outcome).not.toBe('unknown');
      }),
      { numRuns: 20_000 },
    );
  });

  test('reads the same cell the same way twice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...columns), cells, ([, column], cell) => {
        expect(readCell(column, cell, context)).toEqual(readCell(column, cell, context));
      }),
    );
  });

  // What grows with the square of a cell's length would run into the runner's limit.
  test('takes no longer than a moment for a cell full of anything', () => {
    const long = ['1', '１,', '-', '年1月', '本人・', 'a'.repeat(9), ' ', '0120-', '1234 ', '区1', '障', '約'].map(
      (piece) => piece.repeat(50_000 / piece.length),
    );
    for (const [, column] of columns.filter(([, each]) => each.kind !== 'text')) {
      for (const text of long.slice(0, 3)) readCell(column, text, context);
    }
    for (const kind of new Map(columns.map(([, column]) => [column.kind, column])).values()) {
      for (const text of long) readCell(kind, text, context);
    }
    for (const text of long) looksPersonal(text);
  });

  test.each(columns.filter(([, column]) => column.example !== '' && (column.kind !== 'text' || column.isRead)))(
    '%s reads its own example without a word',
    (_, column) => {
      const reading = readCell(column, column.example, context);
      expect(reading).toMatchObject({ outcome: 'value', notices: [] });
    },
  );

  test.each(columns.filter(([, column]) => column.required))('%s says so where it is left blank', (_, column) => {
    for (const cell of [null, '', '　']) {
      expect(outcomeOf(readCell(column, cell, context))).toMatchObject({
        problem: expect.stringMatching(/^cell\/required/),
      });
    }
  });

  test('an individual number is refused in any column that is read, and in no other', () => {
    for (const [name, column] of columns) {
      const outcome = outcomeOf(readCell(column, '123456789018', context));
      const isUnread = column.kind === 'text' && !column.isRead;
      expect([name, outcome]).toEqual([name, isUnread ? 'blank' : { problem: 'row/personal-number' }]);
    }
  });

  test('a telephone number is called what it is', () => {
    expect(outcomeOf(readCell(tables.cases.columns.pathway, '090-1234-5678', context))).toEqual({
      problem: 'personal/phone-number',
    });
  });

  test('備考 and 受付窓口 are never looked at', () => {
    const { note, desk } = tables.cases.columns;
    expect([readCell(note, '何か', context), readCell(desk, '本所', context)]).toEqual([
      { outcome: 'blank' },
      { outcome: 'blank' },
    ]);
  });
});

describe('the guide tells the truth', () => {
  const sameKinds = columns.filter(([name]) =>
    /(受付番号|値|基準値|生活保護受給率|受付日|相談受付 対象1|集計報告 年度|集計報告 月|相談受付 経路|複合課題|相談受付 圏域|上位圏域コード|市区町村コード|集計報告 指標)$/.test(
      name,
    ),
  );
  const byKind = new Map(sameKinds.map(([, column]) => [column.kind, column]));

  test.each(Object.entries(acceptedForms).filter(([, form]) => form.same.length + form.not.length > 0))(
    '%s: all of these are the same, and those are not read',
    (kind, form) => {
      const column = byKind.get(kind as Column['kind']);
      if (column === undefined) throw new Error(`no column of kind ${kind}`);
      const read = (text: string) => readCell(column, text, context);
      const values = form.same.map((text) => {
        const reading = read(text);
        return reading.outcome === 'value' ? reading.value : reading;
      });
      // A code or name of an area, and a code without its check digit, are brought together later, with the tree and the prefecture.
      if (kind === 'area' || kind === 'municipality') {
        for (const text of form.same) expect(read(text).outcome).toBe('value');
      } else for (const value of values) expect(value).toEqual(values[0]);
      for (const text of form.not) expect(read(text).outcome).toBe('problem');
    },
  );
});

test('two words that fold alike are read alike', () => {
  fc.assert(
    fc.property(fc.constantFrom(...columns), fc.string({ unit: signs, maxLength: 12 }), ([, column], text) => {
      fc.pre(['choice', 'choices', 'flag', 'option', 'area', 'fiscalYear', 'month'].includes(column.kind));
      fc.pre(!/[、,，;；/／\n]/.test(text));
      expect(outcomeOf(readCell(column, fold(text), context))).toEqual(outcomeOf(readCell(column, text, context)));
    }),
  );
});
