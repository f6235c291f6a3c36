/** Answers as Google words them. */

export function json(value: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(value), {
    headers: { 'content-type': 'application/json; charset=UTF-8', ...headers },
  });
}

const words: Readonly<Record<number, readonly [status: string, reason: string, message: string]>> = {
  400: ['INVALID_ARGUMENT', 'badRequest', 'Request contains an invalid argument.'],
  401: ['UNAUTHENTICATED', 'authError', 'Request had invalid authentication credentials.'],
  403: ['PERMISSION_DENIED', 'forbidden', 'The caller does not have permission'],
  404: ['NOT_FOUND', 'notFound', 'Requested entity was not found.'],
  412: ['FAILED_PRECONDITION', 'conditionNotMet', 'At least one of the pre-conditions you specified did not hold.'],
  429: ['RESOURCE_EXHAUSTED', 'rateLimitExceeded', "Quota exceeded for quota metric 'Read requests'."],
  500: ['INTERNAL', 'backendError', 'Internal error encountered.'],
  503: ['UNAVAILABLE', 'backendError', 'The service is currently unavailable.'],
};

/** @param more other words than the usual, as some refusals have them */
export function refusal(
  code: number,
  more: { message?: string; reason?: string; headers?: Record<string, string> } = {},
) {
  const [status, reason, message] = words[code] ?? ['UNKNOWN', 'unknown', 'Unknown error.'];
  const error = {
    code,
    message: more.message ?? message,
    status,
    errors: [{ message: more.message ?? message, domain: 'global', reason: more.reason ?? reason }],
  };
  return new Response(JSON.stringify({ error }), {
    status: code,
    headers: { 'content-type': 'application/json; charset=UTF-8', ...more.headers },
  });
}
