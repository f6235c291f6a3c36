/** Sends messages to the webhook of a chat. The address holds the right to write there: it stands in no log and no error. */
import { type Receiver, SendFailure } from '../../world.ts';
import { longestText, payloadFor, type WebhookKind } from './payloads.ts';

const longestWait = 10_000;

export function createWebhook({
  name,
  kind,
  address,
  patience = longestWait,
}: {
  readonly name: string;
  readonly kind: WebhookKind;
  readonly address: string;
  /** In milliseconds. */
  readonly patience?: number;
}): Receiver {
  return {
    name,
    longest: longestText[kind],
    async send(message) {
      let response: Response;
      try {
        response = await fetch(address, {
          method: 'POST',
          headers: { 'content-type': 'application/json; charset=utf-8' },
          body: JSON.stringify(payloadFor(kind, message)),
          // Nobody is led elsewhere with a message in hand.
          redirect: 'error',
          signal: AbortSignal.timeout(patience),
        });
        await response.body?.cancel();
      } catch (error) {
        throw new SendFailure(problemOf(error));
      }
      if (!response.ok) throw new SendFailure(`http-${response.status}`);
    },
  };
}

function problemOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  if (error.name === 'TimeoutError') return 'timeout';
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  return typeof code === 'string' && /^[A-Z0-9_]+$/.test(code) ? code : 'no-connection';
}
