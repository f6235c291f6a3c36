/** Answers Node's requests with the read API: what is known at once from here, all else from the app. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { openApi } from './serve/api.ts';

export type Listener = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** @param enter called around whatever the app does, which known answers do without */
export function createListener(
  { api, known }: ReturnType<typeof openApi>,
  enter: (request: IncomingMessage, work: () => Promise<void>) => Promise<void> = (_, work) => work(),
): Listener {
  const answer = getRequestListener(api.fetch, { overrideGlobalObjects: false });
  return (request, response) => {
    const found = known?.find({
      method: request.method ?? '',
      address: request.url ?? '',
      fields: request.headers,
      peer: request.socket.remoteAddress ?? null,
    });
    if (found === null || found === undefined) return enter(request, () => answer(request, response));
    response.writeHead(found.status, found.headers);
    response.end(found.body);
    return undefined;
  };
}
