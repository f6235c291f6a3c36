import { describe, expect, test } from 'vitest';
import type * as z from 'zod';
import type { CorrectionsObject, FlowObject, PeopleObject, Signal, SupportObject } from '#functions/publish/detail.ts';
import { detailSchemas, signal } from '#functions/publish/detail-schemas.ts';
import type { ProtectedGroup, ProtectionPointer } from '#functions/publish/protection/past.ts';
import type {
  Cut,
  FindingsObject,
  GoalsObject,
  MunicipalSummary,
  OfficeIndex,
  PrefectureIndex,
  PublicIndex,
  Release,
  ReleaseHistory,
} from '#functions/publish/release.ts';
import {
  protectedGroupSchema,
  protectionPointerSchema,
  releaseHistorySchema,
  releaseSchema,
  summarySchema,
} from '#functions/publish/release-schemas.ts';
import type { RowsObject } from '#functions/publish/row-views.ts';
import {
  cutSchema,
  findingsSchema,
  goalsSchema,
  officeIndexSchema,
  prefectureIndexSchema,
  publicIndexSchema,
} from '#functions/publish/schemas.ts';

const schemas = {
  release: releaseSchema,
  history: releaseHistorySchema,
  summary: summarySchema,
  office: officeIndexSchema,
  cut: cutSchema,
  goals: goalsSchema,
  findings: findingsSchema,
  prefecture: prefectureIndexSchema,
  public: publicIndexSchema,
  protection: protectedGroupSchema,
  protectionPointer: protectionPointerSchema,
  ...detailSchemas,
  signal,
};

/** The types of release.ts are what the schemas let through; a difference is a compile error here. */
type Accepts<Schema extends z.ZodType, T> = T extends z.input<Schema> ? true : never;
type Mutable<T> = T extends string | number | boolean | null
  ? T
  : T extends readonly unknown[]
    ? { -readonly [Place in keyof T]: Mutable<T[Place]> }
    : { -readonly [Key in keyof T]: Mutable<T[Key]> };
const agreement: readonly [
  Accepts<typeof releaseSchema, Mutable<Release>>,
  Accepts<typeof releaseHistorySchema, Mutable<ReleaseHistory>>,
  Accepts<typeof summarySchema, Mutable<MunicipalSummary>>,
  Accepts<typeof officeIndexSchema, Mutable<OfficeIndex>>,
  Accepts<typeof cutSchema, Mutable<Cut>>,
  Accepts<typeof goalsSchema, Mutable<GoalsObject>>,
  Accepts<typeof findingsSchema, Mutable<FindingsObject>>,
  Accepts<typeof prefectureIndexSchema, Mutable<PrefectureIndex>>,
  Accepts<typeof publicIndexSchema, Mutable<PublicIndex>>,
  Accepts<typeof protectedGroupSchema, Mutable<ProtectedGroup>>,
  Accepts<typeof protectionPointerSchema, Mutable<ProtectionPointer>>,
  Accepts<typeof detailSchemas.flow, Mutable<FlowObject>>,
  Accepts<typeof detailSchemas.people, Mutable<PeopleObject>>,
  Accepts<typeof detailSchemas.support, Mutable<SupportObject>>,
  Accepts<typeof detailSchemas.corrections, Mutable<CorrectionsObject>>,
  Accepts<typeof detailSchemas.rows, Mutable<RowsObject>>,
  Accepts<typeof signal, Mutable<Signal>>,
] = [true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true];

describe('the schemas of published objects', () => {
  test.each(Object.entries(schemas))('%s refuses an empty object', (_, schema) => {
    expect(schema.safeParse({}).success).toBe(false);
  });

  test('agree with the types', () => {
    expect(agreement).not.toContain(false);
  });

  test.each([
    [1, true],
    [0, true],
    ['u', true],
    ['x', true],
    ['n', true],
    [Number.NaN, false],
    [Number.POSITIVE_INFINITY, false],
    [null, false],
    ['unreported', false],
  ])('a figure %s in a series is accepted: %s', (figure, isAccepted) => {
    const cut = { format: 1, kind: 'cut', cut: 'area/162051', municipality: '162051', periods: ['2018-04'] };
    expect(cutSchema.safeParse({ ...cut, series: { 'N01|162051|all|all': [figure] } }).success).toBe(isAccepted);
  });

  test('what is not declared is not published', () => {
    const cut = {
      format: 1,
      kind: 'cut',
      cut: 'area/162051',
      municipality: '162051',
      periods: [],
      series: {},
      note: '備考',
    };
    expect(cutSchema.safeParse(cut).success).toBe(false);
  });
});
