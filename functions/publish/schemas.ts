/**
 * The schemas of every published object. Publish parses with them before it writes, so that what the store holds has the
 * types of release.ts; readers then trust the bytes. Unknown keys are refused: what is not declared is not published.
 */
import * as z from 'zod';
import { detailNames, signal } from './detail-schemas.ts';
import {
  bilingual,
  count,
  day,
  figure,
  fiscalYear,
  format,
  goalState,
  month,
  municipalityCode,
  municipalityName,
  number,
  objectName,
  protectionPolicy,
  quarter,
  series,
  seriesByKey,
  severity,
  text,
} from './schema-parts.ts';

const reportStates = z.array(z.enum(['reported', 'zero', 'unreported', 'not-due']));

const population = z.strictObject({
  asOf: day.nullable(),
  inhabitants: z.number().nullable(),
  households: z.number().nullable(),
  elderly: z.number().nullable(),
  children: z.number().nullable(),
});

export const officeIndexSchema = z.strictObject({
  format,
  kind: z.literal('office'),
  audience: z.string().regex(/^office:\d{6}$/),
  asOf: day,
  municipality: municipalityName,
  sources: z.array(z.string()),
  profile: z.strictObject({
    inhabitants: z.number().nullable(),
    households: z.number().nullable(),
    elderly: z.number().nullable(),
    children: z.number().nullable(),
    populationAsOf: day.nullable(),
  }),
  areas: z.array(
    z.strictObject({
      code: z.string().min(1),
      name: z.string(),
      kind: z.string(),
      parents: z.array(z.string()),
      populations: z.array(population),
      validFrom: day.nullable(),
      validUntil: day.nullable(),
      successor: z.string().nullable(),
      isRoot: z.boolean(),
      depth: count,
    }),
  ),
  months: z.array(month),
  quarters: z.array(quarter),
  years: z.array(fiscalYear),
  dataUntil: day.nullable(),
  offices: z.array(
    z.strictObject({
      office: z.string(),
      workbook: z.string(),
      fileName: z.string(),
      held: z.strictObject({ since: day, reason: bilingual }).nullable(),
      dataUntil: day.nullable(),
      months: reportStates,
      sources: z.record(z.string(), reportStates),
      late: z.array(z.boolean().nullable()),
      missing: z.record(month, z.array(z.string())),
      rowsRead: count,
      rowsAccepted: count,
      errors: count,
      notices: count,
    }),
  ),
  reports: z.record(z.string(), z.strictObject({ due: count, reported: count })),
  missing: z.record(z.string(), z.record(z.string(), z.array(z.string()))),
  monthsWithData: z.record(z.string(), z.record(z.string(), count)),
  compared: z.record(z.string(), z.array(z.strictObject({ year: fiscalYear, leftOut: z.array(month) }))),
  cuts: z.record(z.string(), objectName),
  goals: objectName,
  findings: objectName,
  details: detailNames,
  signals: z.array(signal),
});

/** What stands before the '/' in the name of a cut (see `Cut`). */
export const cutKinds = ['area', 'areas', 'division', 'overview', 'pathways', 'targets'] as const;

export const cutSchema = z.strictObject({
  format,
  kind: z.literal('cut'),
  cut: z.string().regex(new RegExp(`^(${cutKinds.join('|')})/.+$`, 's')),
  municipality: municipalityCode,
  periods: z.array(z.string()),
  series: seriesByKey,
});

export const goalsSchema = z.strictObject({
  format,
  kind: z.literal('goals'),
  municipality: municipalityCode,
  goals: z.array(
    z.strictObject({
      id: z.string().min(1),
      office: z.string(),
      fiscalYear: z.int(),
      programme: text,
      indicator: text,
      measure: z.string(),
      unit: text,
      counting: text,
      area: text,
      pathway: text,
      target: text,
      baseline: number,
      goalValue: number,
      goalUpper: number,
      direction: text,
      goalText: text,
      per: text,
      result: figure,
      resultUntil: day.nullable(),
      resultSource: z.enum(['computed', 'typed', 'none']),
      state: goalState,
      reason: z
        .enum([
          'words',
          'counting',
          'unit',
          'period',
          'partialYear',
          'undated',
          'unreported',
          'noBaseline',
          'rangeResult',
          'suppressed',
        ])
        .nullable(),
      comparable: number,
      elapsedShare: z.number().min(0).max(1).nullable(),
      attainment: number,
      pace: number,
      neededPerMonth: number,
      monthsLeft: z.number().min(0).max(12).nullable(),
      projection: z
        .strictObject({ value: count, low: count, high: count, basis: z.enum(['season', 'pace']) })
        .nullable(),
      projectionReason: z.enum(['over', 'notPace', 'noMonths', 'unreported', 'tooFew']).nullable(),
      sameAs: z.array(z.string()),
      workbook: z.string(),
      row: z.int(),
    }),
  ),
});

export const findingsSchema = z.strictObject({
  format,
  kind: z.literal('findings'),
  municipality: municipalityCode,
  workbooks: z.array(
    z.strictObject({
      workbook: z.string(),
      fileName: z.string(),
      address: text,
      tabs: z.record(z.string(), z.string()),
      office: z.string(),
      rowsRead: count,
      rowsAccepted: count,
      kinds: z.array(z.strictObject({ code: z.string(), severity, count, title: bilingual, mend: bilingual })),
      findings: z.array(
        z.strictObject({
          code: z.string(),
          severity,
          tab: text,
          cell: text,
          row: z.int().nullable(),
          header: text,
          typed: text,
          suggestion: text,
          otherRows: z.array(z.int()),
          ja: z.string(),
          en: z.string(),
        }),
      ),
    }),
  ),
});

/** How many goals stand how; hidden: those with a result of which it is not told. */
const toldGoals = z.strictObject({
  ...Object.fromEntries(goalState.options.map((state) => [state, count])),
  hidden: count.optional(),
});

const mergedGroup = z.strictObject({ whole: z.string(), pathways: z.array(z.string()), count });

export const prefectureIndexSchema = z.strictObject({
  format,
  kind: z.literal('prefecture'),
  audience: z.string().regex(/^(?:prefecture:\d{2}|public)$/),
  asOf: day,
  prefecture: z.strictObject({ code: z.string().regex(/^\d{2}$/), name: z.string() }),
  years: z.array(fiscalYear),
  municipalities: z.array(
    municipalityName.extend({
      inhabitants: number,
      households: number,
      elderly: number,
      dataUntil: day.nullable(),
      monthsWithData: z.record(z.string(), count),
      goals: z.record(z.string(), toldGoals),
    }),
  ),
  series: z.record(z.string(), series),
  slices: z.record(z.string(), series),
  merged: z.record(z.string(), z.array(z.array(mergedGroup))).optional(),
  shares: z.record(z.string(), series).optional(),
  protection: protectionPolicy,
  comparison: z.strictObject({ start: objectName, measures: z.record(z.string(), objectName) }),
});

export const publicIndexSchema = z.strictObject({
  format,
  kind: z.literal('public'),
  audience: z.literal('public'),
  asOf: day,
  prefectures: z.array(z.strictObject({ code: z.string().regex(/^\d{2}$/), name: z.string(), index: objectName })),
});

/** Every schema by the kind of object, for whoever reads bytes of unknown kind. */
export const publishedSchemas = {
  office: officeIndexSchema,
  cut: cutSchema,
  goals: goalsSchema,
  findings: findingsSchema,
  prefecture: prefectureIndexSchema,
  public: publicIndexSchema,
} as const;
