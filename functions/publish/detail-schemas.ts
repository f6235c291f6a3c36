/** The schemas of the details (detail.ts) and of the signals in an office's index. */
import * as z from 'zod';
import { rowsSchema } from './row-schemas.ts';
import { count, day, figure, format, month, municipalityCode, objectName } from './schema-parts.ts';

const code = z.string().min(1);
const pair = z.tuple([code, count]);
const triple = z.tuple([code, code, count]);
const coverage = { cases: count, of: figure };

/** A month, a quarter or a fiscal year. */
const period = z.string().regex(/^(?:\d{4}-\d{2}|FY\d{4}(?:Q[1-4])?)$/);

function detailOf<Kind extends string, Period extends z.ZodType>(kind: Kind, of: Period) {
  return z.strictObject({
    format,
    kind: z.literal(kind),
    municipality: municipalityCode,
    area: code,
    periods: z.record(period, of),
  });
}

export const flowSchema = detailOf(
  'flow',
  z.strictObject({
    ...coverage,
    pathways: z.array(pair),
    targets: z.array(pair),
    handovers: z.array(pair),
    pathwayTargets: z.array(triple),
    targetHandovers: z.array(triple),
    pathwayHandovers: z.array(triple),
  }),
);

export const peopleSchema = detailOf(
  'people',
  z.strictObject({
    ...coverage,
    targetPairs: z.array(triple),
    issuePairs: z.array(triple),
    targetIssues: z.array(triple),
    combinations: z.array(z.strictObject({ targets: z.array(code).min(2), cases: count })).max(10),
    ages: z.array(triple),
  }),
);

const rowCoverage = z.strictObject({ told: count, of: figure });

export const supportSchema = detailOf(
  'support',
  z.strictObject({
    coverage: z.strictObject({ actions: rowCoverage, meetings: rowCoverage, activities: rowCoverage }),
    actions: z
      .strictObject({
        methods: z.array(z.tuple([code, count, z.number().min(0)])),
        programmes: z.array(pair),
        methodProgrammes: z.array(triple),
      })
      .nullable(),
    perCase: z
      .strictObject({
        cases: count,
        classes: z.array(z.strictObject({ from: count, to: count.nullable(), cases: count })),
        mean: z.number(),
        quartiles: z.tuple([z.number(), z.number(), z.number()]),
      })
      .nullable(),
    meetings: z
      .array(z.strictObject({ kind: code, count, discussed: count, participants: count, agencies: count }))
      .nullable(),
    activities: z
      .array(
        z.strictObject({ kind: code, times: count, participants: count, helpers: count, places: count.nullable() }),
      )
      .nullable(),
  }),
);

export const correctionsSchema = z.strictObject({
  format,
  kind: z.literal('corrections'),
  municipality: municipalityCode,
  entries: z.array(
    z.strictObject({
      asOf: day,
      changes: z.array(z.strictObject({ indicator: code, area: code, period, before: figure, after: figure })),
      more: count,
    }),
  ),
});

export const signal = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('unusual'),
    indicator: code,
    area: code,
    period: month,
    value: z.number(),
    expected: z.number(),
    low: count,
    high: count,
  }),
  z.strictObject({
    kind: z.literal('record'),
    indicator: code,
    area: code,
    period: month,
    value: z.number(),
    side: z.enum(['most', 'least']),
    months: count,
  }),
  z.strictObject({
    kind: z.literal('silence'),
    office: z.string(),
    source: code,
    since: month,
    months: count,
  }),
  z.strictObject({ kind: z.literal('goal-at-risk'), goal: code }),
]);

export const detailNames = z.record(
  z
    .string()
    .regex(/^(?:(?:flow|people|support)\/.+|corrections|rows\/(?:cases|actions|meetings|activities|totals)-FY\d{4})$/s),
  objectName,
);

/** The schema of each kind of detail. */
export const detailSchemas = {
  flow: flowSchema,
  people: peopleSchema,
  support: supportSchema,
  corrections: correctionsSchema,
  rows: rowsSchema,
} as const;
