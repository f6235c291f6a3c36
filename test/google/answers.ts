/** Answers as Google words them. */

export function json(value: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(value), {
    headers: { 'content-type': 'application/json; charset=UTF-8', ...headers },
  });
}

const words: Readonly<Record<number, readonly [status: string, reason: string, message: string]>> = {
  400: ['INVALID_ARGUMENT', 'badRequest', 'Request contains an invalid argument.'],
  401: [
    'UNAUTHENTICATED',
    'authError',
    'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
  ],
  403: ['PERMISSION_DENIED', 'forbidden', 'The caller does not have permission'],
  404: ['NOT_FOUND', 'notFound', 'Requested entity was not found.'],
  412: ['FAILED_PRECONDITION', 'conditionNotMet', 'At least one of the pre-conditions you specified did not hold.'],
  429: [
    'RESOURCE_EXHAUSTED',
    'rateLimitExceeded',
    "Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per user' of service 'sheets.googleapis.com'.",
  ],
  500: ['INTERNAL', 'backendError', 'Internal error encountered.'],
  501: ['UNIMPLEMENTED', 'notImplemented', 'The stand-in does not know this.'],
  503: ['UNAVAILABLE', 'backendError', 'The service is currently unavailable.'],
};

/** Other words than the usual, as some refusals have them. */
export interface RefusalWords {
  readonly message?: string;
  readonly reason?: string;
  readonly details?: readonly object[];
  readonly headers?: Record<string, string>;
}

export function refusal(code: number, more: RefusalWords = {}): Response {
  const [status, reason, message] = words[code] ?? ['UNKNOWN', 'unknown', 'Unknown error.'];
  const error = {
    code,
    message: more.message ?? message,
    status,
    errors: [{ message: more.message ?? message, domain: 'global', reason: more.reason ?? reason }],
    ...(more.details === undefined ? {} : { details: more.details }),
  };
  return new Response(JSON.stringify({ error }), {
    status: code,
    headers: { 'content-type': 'application/json; charset=UTF-8', ...more.headers },
  });
}

/** Thrown wherever a request turns out to be refused; nothing of it has been carried out then. */
export class Refused extends Error {
  readonly code: number;
  readonly more: RefusalWords;
  constructor(code: number, more: RefusalWords = {}) {
    super(more.message ?? `refused with ${code}`);
    this.name = 'Refused';
    this.code = code;
    this.more = more;
  }
}

/** 400 with these words. */
export function invalid(message: string, more: RefusalWords = {}): Refused {
  return new Refused(400, { message, ...more });
}
