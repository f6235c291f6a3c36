/**
 * GET /api/metrics: the latest run in the text format of Prometheus, for a monitor that brings KASANARI_METRICS_TOKEN, and for
 * administrators. Counts and times only; it names nobody.
 */
import { createRoute } from '@hono/zod-openapi';
import { timingSafeEqual } from 'hono/utils/buffer';
import * as z from 'zod';
import type { RunRecord } from '../publish/run-status.ts';
import { judgeHealth, type RunHealth } from '../tell/run-health.ts';
import { type Identity, requireAdministrator } from './identity.ts';
import { problemResponses } from './problem.ts';
import { createRoutes, type RouteDependencies } from './requests.ts';
import { readRuns } from './runs.ts';

const route = createRoute({
  method: 'get',
  path: '/metrics',
  summary: 'The latest run in the text format of Prometheus (a token, or administrators)',
  responses: {
    200: { description: 'Metrics', content: { 'text/plain': { schema: z.string() } } },
    ...problemResponses,
  },
});

export function metricsRoutes({
  store,
  published,
  clock,
  expectedMinutes,
  identity,
  metricsToken,
}: RouteDependencies & { readonly identity: Identity; readonly metricsToken: string | null }) {
  return createRoutes().openapi(route, async (context) => {
    if (!(await bringsToken(context.req.header('authorization'), metricsToken)))
      requireAdministrator(await identity.identify(context.req.raw));
    const [status, runs] = [await published.readStatus(), await readRuns(store)];
    const ranAt = status?.ranAt ?? null;
    const health = judgeHealth({ runs, ranAt, now: clock.now(), expectedMinutes });
    return context.text(writeMetrics(runs[0] ?? null, ranAt, health), 200, {
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
      'cache-control': 'private, no-store',
    });
  });
}

async function bringsToken(header: string | undefined, token: string | null): Promise<boolean> {
  const brought = /^Bearer ([\x21-\x7e]{1,1000})$/.exec(header ?? '')?.[1];
  return brought !== undefined && token !== null && (await timingSafeEqual(brought, token));
}

type Sample = readonly [labels: string, value: number];

function writeMetrics(run: RunRecord | null, ranAt: string | null, { status, failedRuns }: RunHealth): string {
  const gauges: readonly (readonly [name: string, help: string, samples: readonly Sample[]])[] = [
    ['runs_ok', 'Whether runs come and end well', [['', status === 'ok' ? 1 : 0]]],
    ['runs_failed_in_a_row', 'How many of the last runs failed', [['', failedRuns]]],
    [
      'published_timestamp_seconds',
      'When the latest run that published ended',
      ranAt === null ? [] : [['', Date.parse(ranAt) / 1000]],
    ],
    [
      'run_end_timestamp_seconds',
      'When the latest run ended',
      run === null ? [] : [['', Date.parse(run.endedAt) / 1000]],
    ],
    ['run_step_seconds', 'How long its steps took', label('step', run?.seconds ?? {})],
    ['workbooks', 'Workbooks of the latest run', label('state', run?.workbooks ?? {})],
    ...(['rowsAccepted', 'errors', 'objectsWritten', 'requests'] as const).map(
      (name) => [named[name][0], named[name][1], run === null ? [] : ([['', run[name]]] as const)] as const,
    ),
  ];
  return gauges
    .flatMap(([name, help, samples]) => [
      `# HELP kasanari_${name} ${help}`,
      `# TYPE kasanari_${name} gauge`,
      ...samples.map(([labels, value]) => `kasanari_${name}${labels} ${value}`),
    ])
    .join('\n')
    .concat('\n');
}

const named = {
  rowsAccepted: ['rows_accepted', 'Rows counted in the release'],
  errors: ['errors', 'What is to be mended in the workbooks'],
  objectsWritten: ['objects_written', 'Objects that the latest run wrote'],
  requests: ['google_requests', 'Requests of the latest run to Google'],
} as const;

function label(name: string, values: Readonly<Record<string, number>>): readonly Sample[] {
  return Object.entries(values).map(([value, amount]) => [`{${name}="${value}"}`, amount]);
}
