/** GET /api/audit and /api/audit.csv: 操作の記録 of one month, for administrators. There is no way to change or remove an entry. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { municipalityOf } from '#sheets-schema/vocabulary/audit-sentence.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { auditActions } from '../audit/audit-entry.ts';
import { type AuditMonth, monthsUntil, readAudit } from '../audit/read-audit.ts';
import { writeAuditCsv } from '../audit/write-csv.ts';
import type { Month } from '../domain/codes.ts';
import type { AuditAnswer } from '../publish/run-status.ts';
import type { Store } from '../world.ts';
import { requireAdministrator } from './identity.ts';
import { nameMunicipalities } from './office-list.ts';
import { ProblemError, problemResponses } from './problem.ts';
import type { Published } from './published.ts';
import { createRoutes, okJson, type RouteDependencies } from './requests.ts';

/** So many are read for the page. */
const shownAtMost = 1_000;

const auditSchema = z
  .object({
    format: z.literal(1),
    month: z.string(),
    months: z.array(z.string()).meta({ description: 'Months that can be asked for, newest first' }),
    entries: z.array(
      z.object({
        at: z.iso.datetime(),
        action: z.enum(auditActions),
        actor: z.string().nullable().meta({ description: 'The address of whoever did it; null where it was nobody' }),
        subject: z.string().nullable(),
        facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
      }),
    ),
    municipalities: z
      .array(z.object({ code: z.string(), name: z.string() }))
      .meta({ description: 'Names of the municipalities that entries are about, as the current release knows them' }),
    left: z.int().meta({ description: 'Older entries of the month that are left out' }),
    unreadable: z.array(z.string()).meta({ description: 'Names of entries that could not be read' }),
  })
  .meta({ id: 'Audit' });

const monthQuery = z.object({
  month: z
    .string()
    .regex(/^20[0-9]{2}-(?:0[1-9]|1[0-2])$/)
    .optional()
    .meta({ description: "As Japan's clocks count it; this month where it is left out", example: '2026-11' }),
});

const listRoute = createRoute({
  method: 'get',
  path: '/audit',
  summary: 'What was done in a month, newest first (administrators)',
  request: { query: monthQuery },
  responses: { 200: okJson(auditSchema, 'The entries'), ...problemResponses },
});

const csvRoute = createRoute({
  method: 'get',
  path: '/audit.csv',
  summary:
    'What was done in a month as CSV, oldest first: time, who, what, municipality, the sentence in Japanese and English, keys and facts (administrators)',
  request: { query: monthQuery },
  responses: {
    200: { description: 'The entries', content: { 'text/csv': { schema: z.string() } } },
    ...problemResponses,
  },
});

export function auditRoutes({ store, published, clock }: RouteDependencies) {
  return createRoutes()
    .openapi(listRoute, async (context) => {
      requireAdministrator(context.var.visitor);
      const months = monthsUntil(clock.now());
      const asked = (context.req.valid('query').month ?? months[0] ?? '') as Month;
      const { month, entries, left, unreadable } = await read(store, asked, shownAtMost);
      const shown = entries.map(({ at, action, actor, subject, facts }) => ({ at, action, actor, subject, facts }));
      const municipalities = [...(await nameThoseOf(published, entries))].map(([code, name]) => ({ code, name }));
      const answer: AuditAnswer = { format: 1, month, months, entries: shown, municipalities, left, unreadable };
      return context.json(answer as z.infer<typeof auditSchema>, 200, { 'cache-control': 'private, no-store' });
    })
    .openapi(csvRoute, async (context) => {
      const { visitor } = context.var;
      requireAdministrator(visitor);
      const now = clock.now();
      const month = (context.req.valid('query').month ?? monthsUntil(now)[0] ?? '') as Month;
      const { entries, unreadable } = await read(store, month, Number.POSITIVE_INFINITY);
      const names = await nameThoseOf(published, entries);
      if (visitor.address !== null && context.req.method !== 'HEAD')
        await appendAudit(store, {
          format: 1,
          at: now.toISOString(),
          action: 'exported',
          actor: visitor.address,
          subject: 'audit',
          facts: { month },
        });
      return context.body(writeAuditCsv(entries, { names, unreadable }), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="kasanari-audit-${month}.csv"`,
        'cache-control': 'private, no-store',
      });
    });
}

/** Whoever may read what was done knows the municipalities by name, also without a role that opens their figures. */
async function nameThoseOf(published: Published, entries: AuditMonth['entries']): Promise<ReadonlyMap<string, string>> {
  const codes = entries.flatMap((entry) => municipalityOf(entry) ?? []);
  try {
    const opened = codes.length === 0 ? null : await published.openCurrent();
    return opened === null ? new Map() : await nameMunicipalities(published, opened, codes);
  } catch (error) {
    // Where the release cannot be opened, what was done is told all the same.
    if (error instanceof ProblemError) return new Map();
    throw error;
  }
}

async function read(store: Store, month: Month, most: number): Promise<AuditMonth> {
  try {
    return await readAudit(store, month, { most });
  } catch (cause) {
    throw new ProblemError('store-unavailable', {}, { cause });
  }
}
