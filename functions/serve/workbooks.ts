/**
 * GET /api/municipalities/{code}/workbooks: where its workbooks stood after the latest run: last edit, last reading, held or not
 * answered and why. For the municipality's own audience; whoever runs it on their own machine also sees those of nobody yet.
 */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { describeFailure } from '#sheets-schema';
import type { Hold } from '../ingest/ingested.ts';
import type { WorkbooksAnswer, WorkbookTrouble } from '../publish/run-status.ts';
import { requireMayOpen } from './identity.ts';
import { readAnswers } from './let-through.ts';
import { problemResponses } from './problem.ts';
import { createRoutes, municipalityParams, okJson, type RouteDependencies } from './requests.ts';
import { answerComposed } from './stored.ts';

const trouble = z.object({
  since: z.iso.date(),
  reason: z.object({ ja: z.string(), en: z.string() }),
});

const workbooksSchema = z
  .object({
    format: z.literal(1),
    municipality: z.string(),
    ranAt: z.iso
      .datetime()
      .nullable()
      .meta({ description: 'When the latest run ended, whether or not it changed any figure' }),
    workbooks: z.array(
      z.object({
        workbook: z.string(),
        fileName: z.string(),
        address: z.string().nullable().meta({ description: 'Where people open it; null for a file' }),
        editedAt: z
          .string()
          .nullable()
          .meta({ description: 'When its people last changed it, as of its last reading' }),
        readAt: z.string().nullable(),
        keepsFigures: z.boolean(),
        held: trouble.nullable(),
        unanswered: trouble.nullable(),
        question: z.string().nullable().meta({ description: 'What is asked before its new contents are used' }),
        isLetThrough: z.boolean().meta({ description: 'It was answered with yes: the next reading is used' }),
      }),
    ),
  })
  .meta({ id: 'Workbooks' });

const route = createRoute({
  method: 'get',
  path: '/municipalities/{code}/workbooks',
  summary: 'Where the workbooks of a municipality stood after the latest run: last edit, held or not answered, and why',
  request: { params: municipalityParams },
  responses: { 200: okJson(workbooksSchema, 'The workbooks'), ...problemResponses },
});

export function workbookRoutes({ store, published }: RouteDependencies) {
  return createRoutes().openapi(route, async (context) => {
    const { code } = context.req.valid('param');
    const { visitor } = context.var;
    requireMayOpen(visitor, `office:${code}`);
    const status = await published.readStatus();
    const own = (status?.workbooks ?? []).filter(
      ({ municipality }) => municipality === code || (municipality === null && visitor.isLocal),
    );
    const asked = own.flatMap(({ workbook, question }) => (question == null ? [] : [{ workbook, question }]));
    const answers = await readAnswers(store, asked);
    const answer: WorkbooksAnswer = {
      format: 1,
      municipality: code,
      ranAt: status?.ranAt ?? null,
      workbooks: own.map(
        ({ workbook, name, address, editedAt, readAt, keepsFigures, hold, answerTrouble, question }) => ({
          workbook,
          fileName: name,
          address,
          editedAt,
          readAt,
          keepsFigures,
          held: describeTrouble(hold),
          unanswered: describeTrouble(answerTrouble),
          question: answers.has(workbook) ? (question ?? null) : null,
          isLetThrough: answers.get(workbook) === 'let-through',
        }),
      ),
    };
    return await answerComposed(context, answer as z.infer<typeof workbooksSchema>, false);
  });
}

function describeTrouble(hold: Hold | null): WorkbookTrouble | null {
  if (hold === null) return null;
  const { code, facts, since } = hold;
  return { since, reason: { ja: describeFailure(code, facts, 'ja'), en: describeFailure(code, facts, 'en') } };
}
