/** What Google answers when it cannot, as one of our four kinds of failure, and how long we go on asking. */
import type { GaxiosError, RetryConfig } from 'googleapis-common';
import { type FailureKind, WorkbookFailure } from '../../world.ts';
import { limits } from '../folder/limits.ts';
import { googlePace, type Pace } from './pace.ts';

/** How often a request is made again, and how long the first wait is; each next wait is twice as long. */
export interface Patience {
  readonly retries: number;
  readonly firstWaitMilliseconds: number;
  /** Shared by all clients of one account; left out: nothing is held back. */
  readonly pace?: Pace;
}

/** Quotas are refilled every minute: 1 + 2 + 4 + 8 + 16 + 32 seconds see the next one. */
export const untilTheNextMinute: Patience = { retries: 6, firstWaitMilliseconds: 1000, pace: googlePace };

const longestWaitMilliseconds = 64_000;

/** A workbook for which Google takes its three minutes again and again does not hold up the others for longer. */
const mostMillisecondsOfRepeating = 300_000;

/**
 * gaxios' retries, for every method: our writes have a precondition or say the same when said twice. Those that make something new
 * are made again only where Google refused to begin with them.
 */
export function retryConfig(patience: Patience): RetryConfig {
  return {
    shouldRetry: (error) =>
      isBusy(error) &&
      attemptsOf(error) < patience.retries &&
      Date.now() - (error.config.retryConfig?.timeOfFirstRequest ?? Date.now()) < mostMillisecondsOfRepeating &&
      (!makesSomethingNew(error) || isOverQuota(error)),
    retryBackoff: async (error) => {
      const doubled = patience.firstWaitMilliseconds * 2 ** (attemptsOf(error) - 1);
      const wait = Math.min(Math.max(doubled, retryAfterMilliseconds(error)), longestWaitMilliseconds);
      // Many who were refused together do not come back together.
      await new Promise((resolve) => setTimeout(resolve, wait * (1 + Math.random() / 4)));
    },
  };
}

/** spreadsheets.create, files.create, files.copy, permissions.create: twice would be two. */
function makesSomethingNew({ config }: GaxiosError): boolean {
  if (config.method !== 'POST') return false;
  return /\/(?:v4\/spreadsheets|drive\/v3\/files|copy|permissions)$/.test(new URL(config.url).pathname);
}

function attemptsOf(error: GaxiosError): number {
  return error.config.retryConfig?.currentRetryAttempt ?? 0;
}

/** Retry-After in seconds or as a date; 0 where the answer has none. */
function retryAfterMilliseconds(error: GaxiosError): number {
  const header = error.response?.headers.get('retry-after');
  if (header === null || header === undefined) return 0;
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(wait) ? 0 : Math.max(0, wait);
}

/** The status of Google's answer; `null` where there was none (no network, a timeout), `undefined` for any other error. */
export function statusOf(error: unknown): number | null | undefined {
  if (!isGaxiosError(error)) return undefined;
  return error.response?.status ?? null;
}

/** Whether the request had been made before, and failed in a way that leaves open whether it was carried out. */
export function wasRepeated(error: unknown): boolean {
  return isGaxiosError(error) && attemptsOf(error) > 0;
}

/** gaxios is there in several copies, so `instanceof` would not recognise every one. */
function isGaxiosError(error: unknown): error is GaxiosError {
  return error instanceof Error && 'config' in error && typeof error.config === 'object';
}

/** Whether it may work a moment later: quotas, Google's own troubles, no network. Some quotas answer 403. */
export function isBusy(error: unknown): boolean {
  const status = statusOf(error);
  if (status === undefined || isTooLarge(error)) return false;
  return status === null || status === 408 || status >= 500 || isOverQuota(error);
}

function isOverQuota(error: unknown): boolean {
  const status = statusOf(error);
  return status === 429 || (status === 403 && /rateLimitExceeded|\bquotaExceeded/i.test(bodyOf(error)));
}

/** Whether Google refused us, and not what we asked for: our key, our account, or the token that was asked for on the way. */
export function isAboutSignIn(error: unknown): boolean {
  if (!isGaxiosError(error)) return false;
  return statusOf(error) === 401 || /(?:\/token|:generateAccessToken)(?:\?|$)/.test(String(error.config.url));
}

/** More came in than we take of one answer. */
export class AnswerTooLarge extends Error {
  constructor(cause: unknown) {
    super('The answer is larger than what we read', { cause });
    this.name = 'AnswerTooLarge';
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && error.cause instanceof AnswerTooLarge;
}

/** What Google's answer says, as text. */
export function bodyOf(error: unknown): string {
  if (!isGaxiosError(error)) return '';
  const body: unknown = error.response?.data;
  return typeof body === 'string' ? body : JSON.stringify(body ?? '');
}

/** More than we read of one workbook. */
export function tooLarge(workbook: string, options?: ErrorOptions): WorkbookFailure {
  const facts = { file: workbook, limit: limits.cells };
  return new WorkbookFailure({ kind: 'broken', workbook, code: 'google/too-large', facts }, options);
}

/** Google's refusal as a failure of this workbook. What is no answer of Google's is thrown as it is. */
export function failureOf(error: unknown, workbook: string): WorkbookFailure {
  if (isTooLarge(error)) return tooLarge(workbook, { cause: error });
  const status = statusOf(error);
  if (status === undefined) throw error;
  const [kind, code] = kindAndCode(error, status);
  return new WorkbookFailure(
    { kind, workbook, code, facts: { file: workbook, status: status ?? 0 } },
    { cause: error },
  );
}

function kindAndCode(error: unknown, status: number | null): readonly [FailureKind, string] {
  if (isBusy(error)) return ['busy', 'google/busy'];
  if (isAboutSignIn(error)) return ['forbidden', 'google/sign-in'];
  switch (status) {
    case 403:
      // The project's own fault, and nothing that the workbook's people could mend.
      if (/accessNotConfigured|SERVICE_DISABLED/.test(bodyOf(error))) return ['forbidden', 'google/api-disabled'];
      return /SCOPE_INSUFFICIENT|insufficient authentication scopes/.test(bodyOf(error))
        ? ['forbidden', 'google/sign-in']
        : ['forbidden', 'google/forbidden'];
    case 404:
    case 410:
      return ['gone', 'google/gone'];
    case 400:
      // An .xlsx file that lies in Drive is no spreadsheet of Google's.
      return /not supported for this document/.test(bodyOf(error))
        ? ['broken', 'google/not-a-spreadsheet']
        : ['broken', 'google/broken'];
    default:
      return ['broken', 'google/broken'];
  }
}
