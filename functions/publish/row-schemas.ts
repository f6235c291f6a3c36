/** The schemas of the rows behind the figures (row-views.ts). */
import * as z from 'zod';
import { count, day, fiscalYear, format, month, municipalityCode, text } from './schema-parts.ts';

const code = z.string().min(1);
const rowPlace = { workbook: count, row: count };

function rowsOf<Source extends string, Row extends z.ZodType>(source: Source, row: Row) {
  return z.strictObject({
    format,
    kind: z.literal('rows'),
    municipality: municipalityCode,
    source: z.literal(source),
    year: fiscalYear,
    workbooks: z.array(
      z.strictObject({
        workbook: code,
        fileName: z.string(),
        office: z.string(),
        tab: z.string(),
        year: fiscalYear.nullable(),
        address: text,
        columns: z.tuple([code, code]),
      }),
    ),
    rows: z.array(row),
  });
}

export const rowsSchema = z.discriminatedUnion('source', [
  rowsOf(
    'cases',
    z.strictObject({
      ...rowPlace,
      receiptNumber: z.string(),
      receivedOn: day,
      area: text,
      pathway: code,
      targets: z.array(code),
      issues: z.array(code),
      ageBand: text,
      sex: text,
      isCompound: z.boolean(),
      handovers: z.array(code),
      closedOn: day.nullable(),
      closingReason: text,
      response: text,
      isCarriedOver: z.boolean(),
      actions: count.nullable(),
    }),
  ),
  rowsOf(
    'actions',
    z.strictObject({
      ...rowPlace,
      receiptNumber: z.string(),
      actedOn: day,
      method: code,
      programme: text,
      area: text,
      pathway: code,
      targets: z.array(code),
      minutes: z.number().min(0),
    }),
  ),
  rowsOf(
    'meetings',
    z.strictObject({
      ...rowPlace,
      heldOn: day,
      meetingKind: code,
      area: text,
      discussed: count.nullable(),
      participants: count.nullable(),
      agencies: count.nullable(),
    }),
  ),
  rowsOf(
    'activities',
    z.strictObject({
      ...rowPlace,
      heldOn: day,
      activityKind: code,
      area: text,
      targets: z.array(code),
      times: count,
      places: count.nullable(),
      participants: count.nullable(),
      helpers: count.nullable(),
    }),
  ),
  rowsOf(
    'totals',
    z.strictObject({
      ...rowPlace,
      month: month.nullable(),
      indicator: code,
      area: text,
      pathway: text,
      target: text,
      value: z.number(),
    }),
  ),
]);
