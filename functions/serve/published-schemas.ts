/** The published objects as the API describes them. */
import * as z from 'zod';
import type { Cut, FindingsObject, GoalsObject, OfficeIndex, PrefectureIndex } from '../publish/release.ts';

/** What every published object says of itself; its whole shape is the type's. */
function publishedObject<T>(kind: string, id: string, description: string): z.ZodType<T> {
  const schema = z.looseObject({ format: z.literal(1), kind: z.literal(kind) }).meta({ id, description });
  return schema as unknown as z.ZodType<T>;
}

export const officeIndexSchema = publishedObject<OfficeIndex>(
  'office',
  'OfficeIndex',
  'Where one municipality starts.',
);
export const cutSchema = publishedObject<Cut>('cut', 'Cut', 'A part of the cube of figures.');
export const goalsSchema = publishedObject<GoalsObject>('goals', 'Goals', '成果目標');
export const findingsSchema = publishedObject<FindingsObject>('findings', 'Findings', 'チェック結果');
export const prefectureIndexSchema = publishedObject<PrefectureIndex>('prefecture', 'PrefectureIndex', 'A prefecture.');
