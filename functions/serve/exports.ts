/** GET /api/exports/facts.csv: the tidy facts of one audience, for spreadsheets and statistics programs. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { appendAudit } from '../audit/append-audit.ts';
import type { Audience } from '../publish/release.ts';
import { requireMayOpen } from './identity.ts';
import { problemResponses } from './problem.ts';
import { createRoutes, municipalityParams, type RouteDependencies, releaseQuery } from './requests.ts';
import { answerTagged } from './stored.ts';
import { writeTidyCsv } from './tidy-csv.ts';

/** 'office:162051', 'prefecture:16' or 'public'. */
export const audiencePattern = /^(?:office:[0-9]{6}|prefecture:[0-9]{2}|public)$/;

const route = createRoute({
  method: 'get',
  path: '/exports/facts.csv',
  summary: 'Tidy facts as CSV (UTF-8 with BOM)',
  request: {
    query: releaseQuery.extend({
      audience: z.string().regex(audiencePattern).meta({ description: 'Whose figures', example: 'office:162051' }),
      municipality: municipalityParams.shape.code.optional().meta({ description: 'Only this municipality' }),
    }),
  },
  responses: {
    200: {
      description: 'indicator, municipality, area, period, pathway, target, value, state',
      content: { 'text/csv': { schema: z.string() } },
    },
    ...problemResponses,
  },
});

export function exportRoutes({ published, store, clock }: RouteDependencies) {
  return createRoutes().openapi(route, async (context) => {
    const { release, municipality, ...query } = context.req.valid('query');
    const audience = query.audience as Audience;
    requireMayOpen(context.var.visitor, audience);
    const opened = await published.openRelease(release);
    const asked = { audience, municipality: municipality ?? null };
    const lines = await writeTidyCsv(published, opened, asked);
    const fileName = `kasanari-${[audience.replace(':', '-'), municipality, opened.release.asOf].filter(Boolean).join('-')}.csv`;
    return await answerTagged<string>(context, {
      tag: [opened.name, audience.replace(':', '-'), municipality ?? 'all'].join('.'),
      isPinned: opened.isPinned,
      contentType: 'text/csv; charset=utf-8',
      headers: { 'content-disposition': `attachment; filename="${fileName}"` },
      read: async () => {
        const { address } = context.var.visitor;
        const facts = {
          form: 'tidy-csv' as const,
          release: opened.name,
          ...(municipality === undefined ? {} : { municipality }),
        };
        const at = clock.now().toISOString();
        // Of somebody without an address there is nothing to record: everybody may have what they may have.
        if (address !== null && context.req.method !== 'HEAD')
          await appendAudit(store, { format: 1, at, action: 'exported', actor: address, subject: audience, facts });
        return encoded(lines);
      },
    });
  });
}

/** The pieces as bytes, made as fast as they are taken. */
function encoded(pieces: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
