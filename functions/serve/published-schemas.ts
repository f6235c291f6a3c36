/** The published objects as the API describes them: the schemas that publish writes with, each under its name. */
import * as z from 'zod';
import type { ComparisonObject, MeasureComparison } from '../publish/comparison.ts';
import { comparisonSchema, measureComparisonSchema } from '../publish/comparison-schemas.ts';
import type { CorrectionsObject, FlowObject, PeopleObject, SupportObject } from '../publish/detail.ts';
import { detailSchemas } from '../publish/detail-schemas.ts';
import type {
  Cut,
  FindingsObject,
  GoalsObject,
  OfficeIndex,
  PrefectureIndex,
  PublicIndex,
} from '../publish/release.ts';
import type { RowsObject } from '../publish/row-views.ts';
import { publishedSchemas } from '../publish/schemas.ts';

/** The schema with a name in /api/openapi.json, and with the (read-only) type of release.ts for typed clients. */
function named<T>(schema: z.ZodType, id: string, description: string): z.ZodType<T> {
  // What zod infers is mutable, release.ts is not; test/functions/publish/schemas.test.ts holds the two together.
  return schema.meta({ id, description }) as unknown as z.ZodType<T>;
}

export const officeIndexSchema = named<OfficeIndex>(
  publishedSchemas.office,
  'OfficeIndex',
  'Where one municipality starts: areas, periods, offices, and the names of its figures.',
);
export const cutSchema = named<Cut>(
  publishedSchemas.cut,
  'Cut',
  "A part of a municipality's figures. Keys of `series` are '<indicator>|<area>|<pathway>|<target>', one figure a period: " +
    "a number, 'u' unreported, 'x' suppressed, 'n' not applicable.",
);
export const goalsSchema = named<GoalsObject>(publishedSchemas.goals, 'Goals', '成果目標 with their results.');
export const findingsSchema = named<FindingsObject>(publishedSchemas.findings, 'Findings', 'チェック結果.');
export const prefectureIndexSchema = named<PrefectureIndex>(
  publishedSchemas.prefecture,
  'PrefectureIndex',
  "A prefecture's municipalities: totals by fiscal year, and new consultations by pathway and by target; small numbers are 'x' (suppressed).",
);
export const publicIndexSchema = named<PublicIndex>(publishedSchemas.public, 'PublicIndex', 'What everybody may see.');
export const comparisonObjectSchema = named<ComparisonObject>(
  comparisonSchema,
  'Comparison',
  'Where the comparison of municipalities starts (市町村比較): who is compared, and the class of each in each measure and period.',
);
export const comparedMeasureSchema = named<MeasureComparison>(
  measureComparisonSchema,
  'ComparedMeasure',
  'One measure over all periods and municipalities: rates with intervals, funnel limits, smoothed values, sentences, trends.',
);
export const detailSchema = z.union([
  named<FlowObject>(
    detailSchemas.flow,
    'Flow',
    '経路 → 対象 → つなぎ先 of one area, by period; a period without rows is left out.',
  ),
  named<PeopleObject>(detailSchemas.people, 'People', 'Whose problems overlap, of one area, by period.'),
  named<SupportObject>(detailSchemas.support, 'Support', '支援・会議・地域活動 of one area, by period.'),
  named<RowsObject>(detailSchemas.rows, 'Rows', 'The rows of one tab behind the figures of a fiscal year.'),
]);
export const correctionsSchema = named<CorrectionsObject>(
  detailSchemas.corrections,
  'Corrections',
  'Figures of finished months and years that were changed later, before and after.',
);
