/**
 * The schemas of every published object. Publish parses with them before it writes, so that what the store holds has the
 * types of release.ts; readers then trust the bytes. Unknown keys are refused: what is not declared is not published.
 */
import * as z from 'zod';
import { releaseFormat } from './release.ts';

export const format = z.literal(releaseFormat);
export const objectName = z.string().regex(/^[0-9a-f]{64}$/);
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const month = z.string().regex(/^\d{4}-\d{2}$/);
const quarter = z.string().regex(/^FY\d{4}Q[1-4]$/);
export const fiscalYear = z.string().regex(/^FY\d{4}$/);
export const municipalityCode = z.string().regex(/^\d{6}$/);
const bilingual = z.strictObject({ ja: z.string(), en: z.string() });
const severity = z.enum(['error', 'notice']);
export const count = z.int().min(0);

/** A series is checked by hand: there are millions of figures. What the API's description says of it stands beside. */
export const series = z
  .custom<readonly (number | 'u' | 'x' | 'n')[]>(
    (value) =>
      Array.isArray(value) &&
      value.every((figure) =>
        typeof figure === 'number' ? Number.isFinite(figure) : figure === 'u' || figure === 'x' || figure === 'n',
      ),
    'a figure is a finite number, u, x or n',
  )
  .meta({ type: 'array', items: { anyOf: [{ type: 'number' }, { type: 'string', enum: ['u', 'x', 'n'] }] } });
const figure = z.union([z.number(), z.enum(['u', 'x', 'n'])]);

export const municipalityName = z.strictObject({
  code: municipalityCode,
  name: z.string(),
  prefecture: z.string().regex(/^\d{2}$/),
  prefectureName: z.string(),
  isFictional: z.boolean(),
});

export const goalState = z.enum(['met', 'missed', 'onPace', 'behind', 'cannotJudge', 'noResult', 'noGoal']);
const text = z.string().nullable();
export const number = z.number().nullable();

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
      rowsRead: count,
      rowsAccepted: count,
      errors: count,
      notices: count,
    }),
  ),
  missing: z.record(z.string(), z.record(z.string(), z.array(z.string()))),
  monthsWithData: z.record(z.string(), z.record(z.string(), count)),
  compared: z.record(z.string(), z.array(z.strictObject({ year: fiscalYear, leftOut: z.array(month) }))),
  cuts: z.record(z.string(), objectName),
  goals: objectName,
  findings: objectName,
});

export const cutSchema = z.strictObject({
  format,
  kind: z.literal('cut'),
  cut: z.string().regex(/^(area|division)\/.+$/s),
  municipality: municipalityCode,
  periods: z.array(z.string()),
  series: z.record(z.string(), series),
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

export const prefectureIndexSchema = z.strictObject({
  format,
  kind: z.literal('prefecture'),
  audience: z.string().regex(/^prefecture:\d{2}$/),
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
      goals: z.record(z.string(), z.record(goalState, count)),
    }),
  ),
  series: z.record(z.string(), series),
});

/** Every schema by the kind of object, for whoever reads bytes of unknown kind. */
export const publishedSchemas = {
  office: officeIndexSchema,
  cut: cutSchema,
  goals: goalsSchema,
  findings: findingsSchema,
  prefecture: prefectureIndexSchema,
} as const;
