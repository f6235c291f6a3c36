/**
 * Errors of the API (RFC 9457, application/problem+json), in one place: the kinds, their sentences in Japanese and
 * English, and their answer. Never a stack trace, never a word of a workbook.
 */
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import * as z from 'zod';
import type { Log } from '../world.ts';

interface ProblemKind {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 414 | 429 | 500 | 503;
  readonly title: string;
  readonly ja: string;
  readonly en: string;
}

/** `{name}` is filled from the facts of a `ProblemError`. */
const problemKinds = {
  malformed: {
    status: 400,
    title: 'Malformed request',
    ja: '要求の「{name}」が正しい形ではありません。',
    en: 'The value of "{name}" in the request is not well-formed.',
  },
  'not-signed-in': {
    status: 401,
    title: 'Not signed in',
    ja: 'サインインしていません。サインインしてから、もう一度お試しください。',
    en: 'You are not signed in. Sign in and try again.',
  },
  'token-refused': {
    status: 401,
    title: 'Token refused',
    ja: '本人であることを確かめられませんでした。もう一度サインインしてください。',
    en: 'This does not prove who you are. Please sign in again.',
  },
  'not-registered': {
    status: 403,
    title: 'Not registered',
    ja: '{name} は、まだ登録されていません。登録簿の「利用者」に加えてもらってください。1分ほどで見られるようになります。',
    en: '{name} is not registered yet. Ask whoever administers Kasanari to add it to the tab 利用者 of the registry; it takes about a minute.',
  },
  forbidden: {
    status: 403,
    title: 'Not permitted',
    ja: 'この数字を見る権限がありません。管理担当にご連絡ください。',
    en: 'You may not see these figures. Please ask whoever administers Kasanari.',
  },
  'administrators-only': {
    status: 403,
    title: 'For administrators',
    ja: 'このページは、登録簿で役割が「管理者」の人だけが見られます。管理担当にご連絡ください。',
    en: 'Only people with the role 管理者 (administrator) in the registry may see this. Please ask whoever administers Kasanari.',
  },
  'not-public': {
    status: 403,
    title: 'Not open to the public',
    ja: 'ここでは、一般公開用の数字をお見せしていません。管理担当が KASANARI_AUDIENCES に public を書くと、公開されます。',
    en: 'Figures for the public are not handed out here. They are, once whoever administers Kasanari adds public to KASANARI_AUDIENCES.',
  },
  'wrong-host': {
    status: 403,
    title: 'Wrong host',
    ja: 'このアドレスではお答えできません。http://127.0.0.1 または http://localhost で開いてください。',
    en: 'Not answered under this host name. Open http://127.0.0.1 or http://localhost instead.',
  },
  'foreign-page': {
    status: 403,
    title: 'Sent by another page',
    ja: 'この操作は、Kasanari の画面からだけできます。画面を開き直して、もう一度お試しください。',
    en: 'This can only be done from the pages of Kasanari. Open them anew and try again.',
  },
  'no-such-address': {
    status: 404,
    title: 'No such address',
    ja: 'このアドレスはありません。/api/openapi.json に一覧があります。',
    en: 'There is nothing at this address. /api/openapi.json lists what there is.',
  },
  'nothing-published': {
    status: 404,
    title: 'Nothing published yet',
    ja: 'まだ報告がありません。最初の行が取り込まれると、ここに表示されます。',
    en: 'Nothing has been published yet. Figures appear once the first rows have been taken in.',
  },
  'not-in-release': {
    status: 404,
    title: 'Not in this release',
    ja: '「{name}」は、この公開版にありません。',
    en: 'This release has no "{name}".',
  },
  'too-large': {
    status: 413,
    title: 'Too large',
    ja: '送られたものが大きすぎます。',
    en: 'What was sent is too large.',
  },
  'address-too-long': {
    status: 414,
    title: 'Address too long',
    ja: 'アドレスが長すぎます。',
    en: 'The address is too long.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    ja: '短い間に要求が多すぎます。1分ほど待って、もう一度お試しください。',
    en: 'Too many requests in a short time. Please wait a minute and try again.',
  },
  'no-such-question': {
    status: 409,
    title: 'Not asked any more',
    ja: 'このブックについては、いま、そのことを確かめていません。画面を開き直して、もう一度ご覧ください。',
    en: 'That is not, or no longer, asked about this workbook. Open the page anew and have another look.',
  },
  'read-only': {
    status: 405,
    title: 'Read only',
    ja: 'このアドレスは読み取り専用です。GET をお使いください。',
    en: 'This address can only be read. Use GET.',
  },
  'release-gone': {
    status: 410,
    title: 'Release no longer kept',
    ja: 'この公開版はもう保存されていません。最新の公開版をご覧ください。',
    en: 'This release is no longer kept. Please use the current one.',
  },
  'looser-rule': {
    status: 404,
    title: 'Published under a looser rule',
    ja: 'この公開版は、いまより緩い秘匿の決まりで作られたため、お見せできません。次の取り込みで、いまの決まりで公開し直します。',
    en: "This release was made under a looser rule on small numbers than today's, so it is not shown. The next run publishes anew under today's.",
  },
  'people-unknown': {
    status: 503,
    title: 'Rights unknown',
    ja: 'いま、だれが何を見られるかを確かめられないので、お見せできません。しばらくしてからもう一度お試しください。続くときは、管理担当にご連絡ください。',
    en: 'It cannot be told at the moment who may see what, so nothing is shown. Please try again in a while; if it goes on, ask whoever administers Kasanari.',
  },
  'sign-in-unavailable': {
    status: 503,
    title: 'Signing in unavailable',
    ja: 'サインイン先が応答しません。しばらくしてからもう一度お試しください。',
    en: 'The service with which people sign in does not answer. Please try again in a while.',
  },
  failed: {
    status: 500,
    title: 'Something failed',
    ja: '表示できませんでした。入力したデータは無事です。しばらくしてからもう一度お試しください。',
    en: 'This could not be answered. What you typed is safe. Please try again in a while.',
  },
  'store-unavailable': {
    status: 503,
    title: 'Store unavailable',
    ja: '保存場所から読み出せませんでした。入力したデータは無事です。しばらくしてからもう一度お試しください。',
    en: 'The store could not be read. What you typed is safe. Please try again in a while.',
  },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof problemKinds;

/** A reason why a request is not answered; thrown by handlers, turned into an answer by `answerProblem`. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly facts: Readonly<Record<string, string>>;
  constructor(code: ProblemCode, facts: Readonly<Record<string, string>> = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'ProblemError';
    this.code = code;
    this.facts = facts;
  }
}

/** The body of an error. `detail` is Japanese, `detailEn` English; `code` is for programs. */
export const problemSchema = z
  .object({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(problemKinds) as [ProblemCode, ...ProblemCode[]]),
    detail: z.string(),
    detailEn: z.string(),
  })
  .meta({ id: 'Problem', description: 'Why a request was not answered (RFC 9457).' });

export type Problem = z.infer<typeof problemSchema>;

/** Fills a kind's sentences. */
export function describeProblem(code: ProblemCode, facts: Readonly<Record<string, string>> = {}): Problem {
  const { status, title, ja, en } = problemKinds[code];
  const fill = (sentence: string) => sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '');
  return { type: 'about:blank', title, status, code, detail: fill(ja), detailEn: fill(en) };
}

/** The answer for a kind of problem. Errors are never cached. */
export function answerProblem(code: ProblemCode, facts: Readonly<Record<string, string>> = {}): Response {
  const problem = describeProblem(code, facts);
  const headers = new Headers({
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
  });
  if (problem.status === 405) headers.set('allow', 'GET, HEAD');
  if (problem.status === 503) headers.set('retry-after', '30');
  if (problem.status === 429) headers.set('retry-after', '60');
  // Programs are told how to show who they are (RFC 6750).
  if (problem.status === 401) headers.set('www-authenticate', 'Bearer');
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

/** Answers whatever a handler threw. What we did not foresee is logged and says nothing to the outside. */
export function answerThrown(thrown: unknown, context: Context, log: Log): Response {
  if (thrown instanceof ProblemError) {
    if (thrown.code === 'store-unavailable' || thrown.code === 'sign-in-unavailable')
      log.error(`serve/${thrown.code}`, { path: context.req.path, cause: causeOf(thrown) });
    return answerProblem(thrown.code, thrown.facts);
  }
  if (thrown instanceof HTTPException && thrown.status === 400) return answerProblem('malformed', { name: 'URL' });
  if (thrown instanceof HTTPException && thrown.status === 415)
    return answerProblem('malformed', { name: 'Content-Type' });
  log.error('serve/failed', { path: context.req.path, cause: causeOf(thrown) });
  return answerProblem('failed');
}

function causeOf(thrown: unknown): string {
  const cause = thrown instanceof ProblemError ? thrown.cause : thrown;
  return cause instanceof Error ? `${cause.name}: ${cause.message}` : typeof cause;
}

/** What each route says about errors in /api/openapi.json. */
export const problemResponses = Object.fromEntries(
  [400, 401, 403, 404, 405, 410, 413, 414, 429, 500, 503].map((status) => [
    status,
    {
      description: [
        ...new Set(
          Object.values(problemKinds)
            .filter((kind) => kind.status === status)
            .map(({ title }) => title),
        ),
      ].join('; '),
      content: { 'application/problem+json': { schema: problemSchema } },
    },
  ]),
);
