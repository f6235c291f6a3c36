/** Requests as they come over a connection, which a request made in memory does not show: without a length, in pieces, of any method. */
import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { createListener } from '#functions/listener.ts';
import type { Log } from '#functions/world.ts';
import { openKnown } from '../serve/open-known.ts';

interface Sent {
  readonly method: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** In pieces of unsaid length; left out: no body at all. */
  readonly pieces?: readonly string[];
}

/** Each request over a connection of its own; what is answered, and what the log says. */
async function sendAll(requests: readonly Sent[]) {
  const logged: string[] = [];
  const write: Log['info'] = (event, fields) => void logged.push(JSON.stringify({ event, ...fields }));
  const listener = createListener(await openKnown({ log: { info: write, warn: write, error: write } }));
  const server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const one = async ({ method, path = '/api/session', headers = {}, pieces = [] }: Sent) =>
    await new Promise<readonly [number | undefined, string | null]>((resolve, reject) => {
      const request = send({ port, host: '127.0.0.1', path, method, headers, agent: false }, (answer) => {
        let body = '';
        answer.on('data', (piece: Buffer) => {
          body += piece.toString();
        });
        answer.on('end', () => resolve([answer.statusCode, /"code":"([a-z-]+)"/.exec(body)?.[1] ?? null]));
      });
      request.on('error', reject);
      if (pieces.length === 0) request.removeHeader('transfer-encoding');
      for (const piece of pieces) request.write(piece);
      request.end();
    });
  try {
    const answered: (readonly [number | undefined, string | null])[] = [];
    for (const request of requests) answered.push(await one(request));
    return { answered, logged };
  } finally {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
}

test('a method that is not taken is said so, with and without a body, and is no failure of ours', async () => {
  const methods = ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'];
  const { answered, logged } = await sendAll([
    ...methods.map((method) => ({ method })),
    { method: 'PUT', pieces: ['{', '}'] },
  ]);
  expect(answered).toEqual(answered.map(() => [405, 'read-only']));
  expect(logged).toEqual([]);
});

const own = { host: 'kasanari.example', origin: 'https://kasanari.example' };
const command = { method: 'POST', path: '/api/workbooks/none/let-through', headers: own };

test('a command in pieces of unsaid length is taken like any other, and beyond 16 KiB refused', async () => {
  const json = { ...command, headers: { ...own, 'content-type': 'application/json' } };
  const { answered, logged } = await sendAll([
    { ...json, pieces: ['{"question":', '"0123abcd"}'] },
    { ...json, pieces: [`{"question":"${'x'.repeat(9_000)}`, `${'x'.repeat(9_000)}"}`] },
  ]);
  expect(answered).toEqual([
    [409, 'no-such-question'],
    [413, 'too-large'],
  ]);
  expect(logged).toEqual([]);
});

test('a command of another content type, or of none, is malformed', async () => {
  const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', null];
  const { answered, logged } = await sendAll(
    types.map((type) => ({
      ...command,
      headers: { ...own, ...(type !== null && { 'content-type': type }) },
      pieces: ['{"question":"0123abcd"}'],
    })),
  );
  expect(answered).toEqual(types.map(() => [400, 'malformed']));
  expect(logged).toEqual([]);
});
