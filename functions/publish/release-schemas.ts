/**
 * The schemas of what is kept of a release and never handed out: the release itself, its history, and the summaries that the
 * next release takes over. Parsed before writing, and after reading.
 */
import * as z from 'zod';
import { townToCompareSchema } from './comparison-schemas.ts';
import {
  count,
  day,
  fiscalYear,
  format,
  goalState,
  municipalityCode,
  municipalityName,
  number,
  objectName,
  protectionPolicy,
  series,
} from './schema-parts.ts';

export const releaseSchema = z.strictObject({
  format,
  asOf: day,
  rules: count,
  audiences: z.record(z.string().regex(/^(office:\d{6}|prefecture:\d{2}|public)$/), objectName),
  municipalities: z.record(municipalityCode, z.strictObject({ inputs: objectName, summary: objectName })),
  workbooks: z.array(z.strictObject({ workbook: z.string().min(1), object: objectName })),
});

export const releaseHistorySchema = z.strictObject({
  format,
  releases: z.array(z.strictObject({ release: objectName, publishedAt: z.iso.datetime() })),
  rules: z.record(z.string().regex(/^(prefecture|public):\d{2}$/), protectionPolicy).optional(),
});

const sides = z.array(number);

/** Kept for the next release and for the prefecture's index; never handed out. */
export const summarySchema = z.strictObject({
  format,
  kind: z.literal('summary'),
  name: municipalityName,
  profile: z.strictObject({ inhabitants: number, households: number, elderly: number }),
  dataUntil: day.nullable(),
  years: z.array(fiscalYear),
  monthsWithData: z.record(z.string(), count),
  goals: z.record(z.string(), z.record(goalState, count)),
  goalResults: z.array(
    z.strictObject({ state: goalState, year: fiscalYear, counts: z.array(z.string()), small: z.number().nullable() }),
  ),
  series: z.record(z.string(), series),
  sides: z.record(z.string(), z.strictObject({ numerator: sides, denominator: sides })),
  slices: z.record(z.string(), series),
  town: townToCompareSchema,
});

/**
 * What an office's index of an earlier release is asked for: it may have been written before some parts of today's were there, and
 * the ledger of corrections goes on all the same.
 */
export const pastIndexSchema = z.object({
  asOf: day,
  months: z.array(z.string()),
  offices: z.array(z.object({ office: z.string(), sources: z.record(z.string(), z.array(z.string())) })),
  cuts: z.record(z.string(), objectName),
  details: z.record(z.string(), objectName),
});

const audience = z.enum(['prefecture', 'public']);
const cells = z.array(z.string());

/** What is kept of earlier releases to protect the next (protection/past.ts). */
export const protectedGroupSchema = z.strictObject({
  format,
  kind: z.literal('protection'),
  prefecture: z.string().regex(/^\d{2}$/),
  audience,
  periods: cells,
  policy: protectionPolicy,
  hiddenElsewhere: cells,
  snapshots: z.array(
    z.strictObject({
      number: count,
      values: z.record(z.string(), count),
      hidden: cells,
      policy: protectionPolicy.optional(),
    }),
  ),
  report: z.strictObject({
    isSafe: z.boolean(),
    printed: count,
    hidden: z.array(z.strictObject({ cell: z.string(), why: z.enum(['small', 'complementary', 'elsewhere']) })),
    found: z.array(z.strictObject({ cell: z.string(), finders: z.union([z.literal('all'), cells]) })),
    alreadyPublished: cells,
    toldBefore: cells.default([]),
    programmesSolved: count,
  }),
});

export const protectionPointerSchema = z.strictObject({
  format,
  groups: z.array(z.strictObject({ audience, periods: cells, object: objectName })),
  refused: z.array(z.strictObject({ audience, periods: cells, object: objectName })),
});

/** What the last release was computed from (write-basis.ts). */
export const basisSchema = z.object({
  format: z.literal(1),
  basis: z.string(),
  release: z.string(),
  municipalities: z.int(),
  withheld: z.array(z.string()),
});
