/** The published objects as the API describes them: the schemas that publish writes with, each under its name. */
import type * as z from 'zod';
import type { Cut, FindingsObject, GoalsObject, OfficeIndex, PrefectureIndex } from '../publish/release.ts';
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
  "A prefecture's municipalities: totals by fiscal year.",
);
