/** What Google, or whatever stands between us and Google, answered to a question of the doctor's: read from the error, never guessed. */
import { statusOf } from './errors.ts';

/** Each is something that an administrator can mend in another place. */
export type Trouble =
  /** dns: the name is not found; closed: no connection; late: no answer in time; certificate: somebody in between signs; proxy: the proxy wants to know who we are; portal: something else than Google answered. */
  | { readonly kind: 'network'; readonly cause: NetworkCause; readonly host: string; readonly code: string }
  /** The signature's time is too far from Google's. */
  | { readonly kind: 'clock' }
  /** signature: the key was deleted; account: the account was deleted or disabled; revoked: a person's sign-in has ended; impersonation: we may not speak for that account; refused: anything else. */
  | { readonly kind: 'token'; readonly cause: TokenCause; readonly status: number }
  | { readonly kind: 'api-disabled'; readonly service: string | null; readonly project: string | null }
  | { readonly kind: 'scope' }
  /** A person's sign-in that names no project whose quota it uses. */
  | { readonly kind: 'quota-project' }
  | { readonly kind: 'busy'; readonly status: number }
  | { readonly kind: 'refused'; readonly status: number };

export type NetworkCause = 'dns' | 'closed' | 'late' | 'certificate' | 'proxy' | 'portal';
export type TokenCause = 'signature' | 'account' | 'revoked' | 'impersonation' | 'refused';

/** What went wrong with a request for a token. An error that is no answer is thrown as it is. */
export function troubleWithToken(error: unknown): Trouble {
  const status = statusOf(error);
  if (status === null || status === undefined) return troubleWithNetwork(error);
  const said = bodyOf(error);
  if (status === 407) return troubleWithNetwork(error);
  if (/reasonable timeframe|Token used too (?:early|late)|\biat\b.*\bexp\b/i.test(said)) return { kind: 'clock' };
  if (/SERVICE_DISABLED|accessNotConfigured/.test(said)) return disabled(said);
  if (status === 429 || status >= 500) return { kind: 'busy', status };
  return { kind: 'token', cause: tokenCause(said), status };
}

function tokenCause(said: string): TokenCause {
  if (/Invalid JWT Signature/i.test(said)) return 'signature';
  if (/account not found|disabled_client|account.{0,20}disabled|user not found/i.test(said)) return 'account';
  if (/expired or revoked|invalid_rapt|reauth/i.test(said)) return 'revoked';
  if (/getAccessToken|generateAccessToken|iam\.serviceAccounts/i.test(said)) return 'impersonation';
  return 'refused';
}

/** What went wrong with a request to Drive or Sheets. */
export function troubleWithApi(error: unknown): Trouble {
  const status = statusOf(error);
  if (status === null || status === undefined) return troubleWithNetwork(error);
  const said = bodyOf(error);
  if (status === 407) return troubleWithNetwork(error);
  if (/quota project|USER_PROJECT_DENIED/i.test(said)) return { kind: 'quota-project' };
  if (/SERVICE_DISABLED|accessNotConfigured/.test(said)) return disabled(said);
  if (/ACCESS_TOKEN_SCOPE_INSUFFICIENT|insufficient authentication scopes|insufficientPermissions/i.test(said))
    return { kind: 'scope' };
  if (status === 408 || status === 429 || status >= 500 || /rateLimitExceeded|quotaExceeded/i.test(said))
    return { kind: 'busy', status };
  return { kind: 'refused', status };
}

/** Google names the service and the project's number in the error, in its details or in its sentence. */
function disabled(said: string): Trouble {
  const project =
    /"consumer"\s*:\s*"projects\/([\w-]+)"/.exec(said)?.[1] ?? /project[ =/]([0-9]{6,20})\b/.exec(said)?.[1];
  const service = /\b((?:drive|sheets|iamcredentials)\.googleapis\.com)\b/.exec(said)?.[1];
  return { kind: 'api-disabled', service: service ?? null, project: project ?? null };
}

const dnsCodes = /^(?:ENOTFOUND|EAI_\w+)$/;
const closedCodes = /^(?:ECONN\w+|EPIPE|EHOST\w+|ENET\w+|EADDR\w+|ERR_SOCKET\w*)$/;
const certificateCodes = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|^ERR_TLS|^ERR_SSL|^EPROTO$/;

/** Where there was no answer of Google's at all. */
export function troubleWithNetwork(error: unknown): Trouble {
  const status = statusOf(error);
  if (status === undefined) throw error;
  const host = hostOf(error);
  if (status !== null)
    return { kind: 'network', cause: status === 407 ? 'proxy' : 'portal', host, code: String(status) };
  const code = codeOf(error);
  return { kind: 'network', cause: networkCause(code, error), host, code };
}

function networkCause(code: string, error: unknown): NetworkCause {
  if (dnsCodes.test(code)) return 'dns';
  if (certificateCodes.test(code)) return 'certificate';
  if (code === 'ETIMEDOUT' || code === '' || (error instanceof Error && /abort|timeout/i.test(error.message)))
    return 'late';
  if (closedCodes.test(code)) return 'closed';
  return 'closed';
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause === undefined ? '' : codeOf(error.cause);
}

function hostOf(error: unknown): string {
  const config = error instanceof Error && 'config' in error ? error.config : undefined;
  const url = typeof config === 'object' && config !== null && 'url' in config ? String(config.url) : '';
  return URL.canParse(url) ? new URL(url).host : '';
}

function bodyOf(error: unknown): string {
  if (!(error instanceof Error && 'response' in error)) return '';
  const response: unknown = error.response;
  const body: unknown = typeof response === 'object' && response !== null && 'data' in response ? response.data : '';
  return typeof body === 'string' ? body : JSON.stringify(body ?? '');
}
