/**
 * zod schemas made from the definition, for rows that have been read: a guard at the boundary behind the readers,
 * not a reader itself. A column that is missing is refused; blank is `null`, 不明 is 'unknown'.
 */
import * as z from 'zod';
import { isCalendarDay } from './cells/calendar-day.ts';
import { unknown } from './cells/reading.ts';
import type { Column } from './column.ts';
import type { RowOf, Table } from './table.ts';
import type { CodeList } from './vocabulary/codes.ts';
import { indicators } from './vocabulary/indicators.ts';

const day = z
  .string()
  .regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/)
  .refine((text) => {
    const [year = 0, month = 0, date = 0] = text.split('-').map(Number);
    return isCalendarDay({ year, month, day: date });
  });
const indicatorReading = z.strictObject({
  standard: z.enum(indicators.map((indicator) => indicator.code)).nullable(),
  words: z.string().min(1),
});

function codeOf(list: CodeList): z.ZodType<string> {
  return z.enum(list.codes.map((code) => code.code));
}

/** What may stand in a column once read, before blank and unknown. */
function valueSchema(column: Column): z.ZodType {
  switch (column.kind) {
    case 'text':
    case 'reference':
    case 'area':
      return z.string().min(1);
    case 'count':
      return z.int().nonnegative();
    case 'number':
      return z.number();
    case 'rate':
      return z.number().min(0).max(1000);
    case 'date':
      return day;
    case 'fiscalYear':
      return z.int().min(1950).max(2100);
    case 'month':
      return z.int().min(1).max(12);
    case 'choice':
      return codeOf(column.list);
    case 'choices':
      return z.array(codeOf(column.list)).min(1);
    case 'option':
      return z.enum(column.options.map((option) => option.value));
    case 'flag':
      return z.boolean();
    case 'areas':
      return z.array(z.string().min(1)).min(1);
    case 'municipality':
      return z.string().regex(/^[0-9]{5,6}$/);
    case 'indicator':
      return indicatorReading;
    default:
      return column satisfies never;
  }
}

/** The schema of one column: a required one is never blank. */
export function columnSchema(column: Column): z.ZodType {
  const read = z.union([z.literal(unknown), valueSchema(column)]);
  return column.required ? read : read.nullable();
}

/** The schema of an accepted row of a table. Further properties are refused: a row holds its columns and nothing else. */
export function rowSchema<T extends Table>(table: T): z.ZodType<RowOf<T>> {
  const shape = Object.fromEntries(Object.entries(table.columns).map(([name, column]) => [name, columnSchema(column)]));
  // The shape is built from the same columns that RowOf maps over; the compiler cannot follow Object.fromEntries.
  return z.strictObject(shape) as unknown as z.ZodType<RowOf<T>>;
}
