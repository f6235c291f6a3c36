/** How the stand-in's own tests speak to it: plain requests, and every answer held against Google's discovery document. */
import { findViolations } from './discovery/check.ts';
import { findRoute } from './routes.ts';
import { type GoogleStandIn, token } from './stand-in.ts';

export interface Answer {
  readonly status: number;
  // The tests compare whole bodies; what is in them is what they are about.
  readonly body: Readonly<Record<string, unknown>>;
}

export type Ask = (verb: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, body?: object) => Promise<Answer>;

/** Throws where the connection breaks, and where an answer is none that Google could give. */
export function createAsk(standIn: GoogleStandIn, bearer = token): Ask {
  return async (verb, path, body) => {
    const url = `https://www.googleapis.com${path}`;
    const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' };
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await standIn.answer(new Request(url, { method: verb, headers, ...init }));
    if (response === null) throw new TypeError('The connection broke');
    const text = await response.text();
    const answer = { status: response.status, body: JSON.parse(text) as Record<string, unknown> };
    if (response.ok) requireKnown(verb, new URL(url).pathname, answer.body);
    return answer;
  };
}

function requireKnown(verb: string, pathname: string, body: unknown): void {
  const route = findRoute(verb, pathname);
  const schema = route?.method.response;
  if (route === null || schema === null || schema === undefined) return;
  const violations = findViolations(route.document, schema, body);
  if (violations.length > 0) throw new Error(violations.map(({ problem }) => problem).join('\n'));
}

/** What Google says when it refuses: the code and the words. */
export async function refusalOf(answer: Promise<Answer>): Promise<string> {
  const { status, body } = await answer;
  const error = body.error as { readonly message: string } | undefined;
  return error === undefined ? `${status}` : `${status} ${error.message}`;
}
