/** The provider's code against an ID token: the only request in which our client's secret travels, over TLS, in the body. */
import * as z from 'zod';
import { ProblemError } from '../problem.ts';
import type { Ask } from './provider.ts';

const longestWait = 10_000;
const answerSchema = z.object({ id_token: z.string() });

/** @throws ProblemError 'token-refused' where the provider takes the code from nobody, 'sign-in-unavailable' where it cannot be asked */
export async function exchangeCode({
  tokenEndpoint,
  client,
  clientSecret,
  code,
  verifier,
  callback,
  ask,
}: {
  readonly tokenEndpoint: string;
  readonly client: string;
  readonly clientSecret: string | null;
  readonly code: string;
  readonly verifier: string;
  readonly callback: string;
  readonly ask: Ask;
}): Promise<string> {
  let response: Response;
  let said: unknown;
  try {
    response = await ask(tokenEndpoint, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(longestWait),
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code,
        code_verifier: verifier,
        redirect_uri: callback,
        client_id: client,
        ...(clientSecret === null ? {} : { client_secret: clientSecret }),
      }).toString(),
    });
    said = await response.json();
  } catch (cause) {
    throw new ProblemError('sign-in-unavailable', {}, { cause });
  }
  if (response.status >= 500) throw new ProblemError('sign-in-unavailable');
  const answer = answerSchema.safeParse(said);
  if (!response.ok || !answer.success) throw new ProblemError('token-refused');
  return answer.data.id_token;
}
