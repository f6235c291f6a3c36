/**
 * Keeps functions-framework from reading bodies that are meant for the read API, which reads them itself and no further than it takes. The
 * framework unpacks, reads and parses up to 1 GB before any function of ours is asked: a few kilobytes from anybody would end the instance.
 */
import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';

/** @param isForApi told by the address, as it was sent */
export function leaveBodiesUnread(isForApi: (address: string) => boolean): void {
  subscribe('http.server.request.start', (message) => {
    const request: unknown = typeof message === 'object' && message !== null ? Reflect.get(message, 'request') : null;
    if (!(request instanceof IncomingMessage) || !isForApi(request.url ?? '')) return;
    // Its parsers take bodies of some type. The API reads the header fields as they were sent.
    request.headers['content-type'] = undefined;
  });
}
