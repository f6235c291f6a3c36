/**
 * Our stand-in for Cloud Tasks and for the keys with which Google signs ID tokens: it takes tasks as Cloud Tasks does (409 on a name that was
 * there), and calls back over HTTP with a token, each as often as it is told to.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** A task as it was created. */
export interface StoodInTask {
  readonly name: string;
  readonly scheduleTime: string | null;
  readonly dispatchDeadline: string | null;
  readonly httpRequest: {
    readonly url: string;
    readonly httpMethod: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
    readonly oidcToken: { readonly serviceAccountEmail: string; readonly audience: string };
  };
}

export interface TokenClaims {
  readonly email: string;
  readonly email_verified: boolean;
  readonly aud: string;
  readonly iss: string;
  /** Seconds from now. */
  readonly expiresIn: number;
}

export interface TasksStandIn {
  readonly rootUrl: string;
  /** Those that are not done, in the order in which they were created. */
  readonly tasks: readonly StoodInTask[];
  /** Calls the function with the first task, whether or not its time has come; it stays where the answer is no success. */
  deliver(task: StoodInTask): Promise<{ readonly status: number; readonly answer: unknown }>;
  /** A token of Google's about whoever. `isForged`: signed with another key. */
  sign(claims: Partial<TokenClaims>, isForged?: boolean): Promise<string>;
  close(): Promise<void>;
}

const creating = /^\/v2\/(projects\/[^/]+\/locations\/[^/]+\/queues\/[^/]+)\/tasks$/;

export async function serveTasks(invoker: string): Promise<TasksStandIn> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const forged = await generateKeyPair('RS256');
  const key = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  const names = new Set<string>();
  let tasks: StoodInTask[] = [];

  const server = createServer(async (incoming, outgoing) => {
    const answer = (status: number, body: unknown) => {
      outgoing.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    const { pathname } = new URL(incoming.url ?? '/', 'http://127.0.0.1');
    if (incoming.method === 'GET' && pathname === '/oauth2/v3/certs') return answer(200, { keys: [key] });
    const parent = creating.exec(pathname)?.[1];
    if (incoming.method !== 'POST' || parent === undefined) return answer(404, {});
    if (!/^Bearer ./.test(incoming.headers.authorization ?? '')) return answer(401, {});
    const { task } = JSON.parse(await textOf(incoming)) as { readonly task: StoodInTask };
    const id = task.name.startsWith(`${parent}/tasks/`) ? task.name.slice(parent.length + 7) : '';
    if (!/^[A-Za-z0-9_-]{1,500}$/.test(id)) return answer(400, {});
    if (names.has(task.name)) return answer(409, { error: { code: 409, status: 'ALREADY_EXISTS' } });
    names.add(task.name);
    tasks.push({ ...task, scheduleTime: task.scheduleTime ?? null });
    answer(200, { name: task.name });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));

  const sign: TasksStandIn['sign'] = async (claims, isForged = false) => {
    const { email = invoker, email_verified = true, aud = '', iss = 'https://accounts.google.com' } = claims;
    const now = Math.floor(Date.now() / 1000);
    return await new SignJWT({ email, email_verified })
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .setIssuer(iss)
      .setAudience(aud)
      .setSubject('1234567890')
      .setIssuedAt(now)
      .setExpirationTime(now + (claims.expiresIn ?? 3600))
      .sign(isForged ? forged.privateKey : privateKey);
  };

  return {
    rootUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    get tasks() {
      return tasks;
    },
    sign,
    async deliver(task) {
      const { url, httpMethod, headers, body, oidcToken } = task.httpRequest;
      const token = await sign({ email: oidcToken.serviceAccountEmail, aud: oidcToken.audience });
      const response = await fetch(url, {
        method: httpMethod,
        headers: { ...headers, authorization: `Bearer ${token}` },
        body: Buffer.from(body, 'base64'),
      });
      if (response.ok) tasks = tasks.filter((other) => other !== task);
      return { status: response.status, answer: await response.json() };
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((closed) => server.close(() => closed()));
    },
  };
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
