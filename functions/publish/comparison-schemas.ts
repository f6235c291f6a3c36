/** The schemas of the comparison (comparison.ts). Publish parses with them before it writes. */
import * as z from 'zod';
import { type MeasureUnit, measures, measureUnits } from '../../sheets-schema/vocabulary/measures.ts';
import {
  count,
  day,
  fiscalYear,
  format,
  month,
  municipalityCode,
  municipalityName,
  number,
  objectName,
  protectionPolicy,
  series,
  text,
} from './schema-parts.ts';

const prefectureCode = z.string().regex(/^\d{2}$/);
const measure = z.enum(measures.map(({ code }) => code));
const unit = z.enum(Object.keys(measureUnits) as [MeasureUnit, ...MeasureUnit[]]);
/** A fiscal year, or months. */
const period = z.string().regex(/^(?:FY\d{4}|\d{4}-\d{2}\.\.\d{4}-\d{2})$/);
const limits = z.tuple([z.number(), z.number()]);
const deviation = z.enum(['clearlyHigh', 'high', 'within', 'low', 'clearlyLow']);
const state = z.enum(['value', 'zero', 'unreported', 'suppressed', 'n/a']);
const size = z.enum(['Z1', 'Z2', 'Z3', 'Z4']);
const leftOut = z.enum([
  'noReport',
  'noPopulation',
  'noBase',
  'overall',
  'ward',
  'prefecture',
  'hidden',
  'notApplicable',
]);
const months = z.strictObject({ due: count, reported: count, partly: count });
const scope = z.enum(['national', 'prefecture']);

const townResult = z.strictObject({
  code: municipalityCode,
  state,
  leftOut: leftOut.nullable(),
  months: months.nullable(),
  count: number,
  base: number,
  value: number,
  of95: limits.nullable(),
  of998: limits.nullable(),
  expected: number,
  isDrawn: z.boolean(),
  class: deviation.nullable(),
  byChance: deviation.nullable(),
  widened: deviation.nullable(),
  smoothed: z
    .strictObject({
      value: z.number(),
      of95: limits.nullable(),
      of998: limits.nullable(),
      group: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('size'), size, towns: count }),
        z.strictObject({ kind: z.literal('prefecture'), towns: count }),
      ]),
    })
    .nullable(),
  rank: count.nullable(),
  unranked: z.enum(['few', 'alone', 'leftOut']).nullable(),
  peers: z.strictObject({ of: count, median: z.number(), below: count, above: count }).nullable(),
  sentence: z.enum([
    ...deviation.options,
    ...leftOut.options,
    'aboveWithin',
    'belowWithin',
    'same',
    'zeroWithin',
    'aboveClustered',
    'belowClustered',
    'alone',
  ]),
  notes: z.array(z.enum(['months', 'partly', 'widened', 'broken'])),
});

const periodComparison = z.strictObject({
  period,
  reference: z.strictObject({ value: z.number(), count: z.number(), base: z.number(), towns: count }).nullable(),
  overdispersion: z.strictObject({
    areas: count,
    phi: number,
    tauSquared: z.number().min(0),
    isApplied: z.boolean(),
  }),
  outsideByChance: z.number().min(0),
  funnel: z.array(
    z.strictObject({
      expected: z.number(),
      of95: limits,
      of998: limits,
      widened95: limits.nullable(),
      widened998: limits.nullable(),
    }),
  ),
  distribution: z
    .strictObject({
      of: count,
      least: z.number(),
      lowerQuartile: z.number(),
      median: z.number(),
      upperQuartile: z.number(),
      most: z.number(),
    })
    .nullable(),
  guides: z.array(count),
  towns: z.array(townResult),
});

const trend = z.union([
  z.strictObject({
    code: municipalityCode,
    direction: z.enum(['rising', 'falling', 'none']),
    slope: z.number(),
    chiSquare: z.number(),
    first: fiscalYear,
    last: fiscalYear,
  }),
  z.strictObject({
    code: municipalityCode,
    direction: z.null(),
    reason: z.enum(['open', 'gap', 'broken', 'clustered']),
  }),
]);

export const measureComparisonSchema = z.strictObject({
  format,
  kind: z.literal('comparedMeasure'),
  prefecture: prefectureCode,
  measure,
  unit,
  guides: z.array(
    z.strictObject({ scope, value: z.number(), from: day, until: day.nullable(), source: text, definition: text }),
  ),
  breaks: z.array(z.strictObject({ scope, from: day, definition: text })),
  periods: z.array(periodComparison),
  trends: z.array(trend),
});

const counting = z.enum(['distinct', 'total', 'new', 'cumulative', 'point']).nullable();
const printedResult = z.strictObject({
  year: fiscalYear,
  measure: z.string().min(1),
  unit: z.string().min(1),
  counting,
  figure: z.union([z.number(), z.enum(['x', 'u', 'n'])]),
  until: day.nullable(),
  months: number,
  reason: z
    .enum(['total', 'households', 'average', 'undated', 'otherPeriod', 'part', 'prefecture', 'noPopulation', 'hidden'])
    .nullable(),
  value: number,
  of95: limits.nullable(),
  of998: limits.nullable(),
  source: z.string().min(1),
});

const townReporting = z.strictObject({
  rate: series,
  accepted: series,
  days: series,
  sources: z.record(z.string(), z.strictObject({ last: month.nullable(), silentSince: month.nullable() })),
});

export const comparisonSchema = z.strictObject({
  format,
  kind: z.literal('comparison'),
  prefecture: z.strictObject({ code: prefectureCode, name: z.string() }),
  asOf: day,
  protection: protectionPolicy.optional(),
  periods: z.array(period),
  years: z.array(fiscalYear),
  towns: z.array(
    municipalityName.extend({
      inhabitants: number,
      households: number,
      elderlyShare: number,
      density: number,
      size: size.nullable(),
      isCompared: z.boolean(),
      peers: z.array(
        z.strictObject({
          code: municipalityCode,
          distance: z.number(),
          reasons: z.array(
            z.strictObject({
              attribute: z.enum(['inhabitants', 'elderlyShare', 'density', 'households']),
              own: z.number(),
              other: z.number(),
              difference: z.number(),
            }),
          ),
        }),
      ),
      likeness: z.array(municipalityCode),
      reporting: townReporting,
      results: z.array(printedResult),
    }),
  ),
  classes: z.record(
    z.string(),
    z.array(z.enum([...deviation.options, 'unclassed', 'unreported', 'suppressed', 'n/a'])),
  ),
  measures: z.record(measure, objectName),
});

/** Kept for the next release and for the comparison; never handed out. */
export const townToCompareSchema = z.strictObject({
  name: municipalityName,
  attributes: z.strictObject({ inhabitants: number, households: number, elderly: number, squareKilometres: number }),
  periods: z.array(period),
  months: z.record(z.string(), z.array(months.nullable())),
  measures: z.record(z.string(), z.strictObject({ counts: series, bases: z.array(number) })),
  reporting: townReporting,
  results: z.array(
    z.strictObject({
      fiscalYear: z.number().int(),
      measure: z.string().min(1),
      unit: z.string().min(1),
      counting,
      count: z.number(),
      until: day.nullable(),
      isAverage: z.boolean(),
      isOfPart: z.boolean(),
      source: z.string().min(1),
    }),
  ),
});
