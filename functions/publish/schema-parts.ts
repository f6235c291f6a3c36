/** What the schemas of published objects are put together from. */
import * as z from 'zod';
import { releaseFormat } from './release.ts';

export const format = z.literal(releaseFormat);
export const objectName = z.string().regex(/^[0-9a-f]{64}$/);
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const month = z.string().regex(/^\d{4}-\d{2}$/);
export const quarter = z.string().regex(/^FY\d{4}Q[1-4]$/);
export const fiscalYear = z.string().regex(/^FY\d{4}$/);
export const municipalityCode = z.string().regex(/^\d{6}$/);
export const bilingual = z.strictObject({ ja: z.string(), en: z.string() });
export const severity = z.enum(['error', 'notice']);
export const count = z.int().min(0);
export const text = z.string().nullable();
export const number = z.number().nullable();

const describedSeries = {
  type: 'array' as const,
  items: { anyOf: [{ type: 'number' as const }, { type: 'string' as const, enum: ['u', 'x', 'n'] }] },
};

/** Whether it is a list of figures. */
export function isSeries(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  for (let at = 0; at < value.length; at += 1) {
    const figure: unknown = value[at];
    const isFigure =
      typeof figure === 'number' ? Number.isFinite(figure) : figure === 'u' || figure === 'x' || figure === 'n';
    if (!isFigure) return false;
  }
  return true;
}

/** A series is checked by hand: there are millions of figures. What the API's description says of it stands beside. */
export const series = z
  .custom<readonly (number | 'u' | 'x' | 'n')[]>(isSeries, 'a figure is a finite number, u, x or n')
  .meta(describedSeries);

/** So are the thousands of series of a cut. */
export const seriesByKey = z
  .custom<Readonly<Record<string, readonly (number | 'u' | 'x' | 'n')[]>>>((value) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return false;
    for (const key of Object.keys(value))
      if (!isSeries((value as Readonly<Record<string, unknown>>)[key])) return false;
    return true;
  }, 'a figure is a finite number, u, x or n')
  .meta({ type: 'object', propertyNames: { type: 'string' }, additionalProperties: describedSeries });
export const figure = z.union([z.number(), z.enum(['u', 'x', 'n'])]);

export const municipalityName = z.strictObject({
  code: municipalityCode,
  name: z.string(),
  prefecture: z.string().regex(/^\d{2}$/),
  prefectureName: z.string(),
  isFictional: z.boolean(),
});

export const goalState = z.enum(['met', 'missed', 'onPace', 'behind', 'cannotJudge', 'noResult', 'noGoal']);

export const protectionPolicy = z.strictObject({
  threshold: z.int().min(1),
  zeros: z.enum(['shown', 'hidden']),
  roundedTo: z.int().min(1),
});
