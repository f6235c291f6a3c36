/** A place where people sign in, on the loopback: discovery, keys that it changes, and codes against ID tokens. 架空のデータ. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import {
  type CryptoKey,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  type JWK,
  type JWTPayload,
  SignJWT,
} from 'jose';

export const client = 'kasanari-client.example';
export const iapAudience = '/projects/1/locations/asia-northeast1/services/api';
export const clientSecret = 'secret-of-the-client-0123456789';

interface Key {
  readonly id: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: JWK;
}

export interface StandInProvider {
  readonly issuer: string;
  /** Signs with the newest key. What is left out is as it should be; `null` leaves a claim out. */
  sign(claims: Readonly<Record<string, unknown>>, how?: { readonly at?: Date; readonly key?: Key }): Promise<string>;
  /** What Identity-Aware Proxy adds to a request that it lets through. */
  assert(claims: Readonly<Record<string, unknown>>): Promise<string>;
  /** A code that gives this token once, to whoever knows the verifier that goes with the challenge. */
  grant(token: string, challenge: string): string;
  /** Signs with a new key from now on; those before are no longer listed. */
  rotate(): Promise<void>;
  makeKey(): Promise<Key>;
  readonly newest: () => Key;
  /** How often the keys were asked for, and whether anybody is answered. */
  readonly asked: { keys: number };
  isDown: boolean;
  close(): Promise<void>;
}

async function makeKey(algorithm: 'RS256' | 'ES256' = 'RS256'): Promise<Key> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
  const jwk = await exportJWK(publicKey);
  const id = await calculateJwkThumbprint(jwk);
  return { id, privateKey, publicKey: { ...jwk, kid: id, alg: algorithm, use: 'sig' } };
}

export async function startProvider(now: () => Date): Promise<StandInProvider> {
  let key = await makeKey();
  const keyOfProxy = await makeKey('ES256');
  const codes = new Map<string, { readonly token: string; readonly challenge: string }>();
  const asked = { keys: 0 };
  const app = new Hono();
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  app.use(async (context, next) => (provider.isDown ? context.text('down', 503) : await next()));
  app.get('/.well-known/openid-configuration', (context) =>
    context.json({
      issuer,
      jwks_uri: `${issuer}/keys`,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
    }),
  );
  app.get('/keys', (context) => {
    asked.keys += 1;
    return context.json({ keys: [key.publicKey] });
  });
  app.get('/iap/verify/public_key-jwk', (context) => context.json({ keys: [keyOfProxy.publicKey] }));
  app.post('/token', async (context) => {
    const form = await context.req.parseBody();
    const granted = codes.get(String(form.code));
    codes.delete(String(form.code));
    const verifier = new TextEncoder().encode(String(form.code_verifier));
    const challenge = Buffer.from(await crypto.subtle.digest('SHA-256', verifier)).toString('base64url');
    const isOurs = form.client_id === client && form.client_secret === clientSecret;
    if (granted === undefined || challenge !== granted.challenge || !isOurs)
      return context.json({ error: 'invalid_grant' }, 400);
    return context.json({ id_token: granted.token, access_token: 'x', token_type: 'Bearer' });
  });

  const provider: StandInProvider = {
    issuer,
    asked,
    isDown: false,
    makeKey: async () => await makeKey(),
    newest: () => key,
    async sign(claims, { at = now(), key: with_ = key } = {}) {
      const seconds = Math.floor(at.getTime() / 1000);
      const whole: Record<string, unknown> = {
        iss: issuer,
        aud: client,
        sub: 'subject',
        iat: seconds,
        exp: seconds + 3600,
        email_verified: true,
        ...claims,
      };
      const payload = Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== null)) as JWTPayload;
      return await new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: with_.id }).sign(with_.privateKey);
    },
    async assert(claims) {
      const seconds = Math.floor(now().getTime() / 1000);
      return await new SignJWT({
        iss: 'https://cloud.google.com/iap',
        aud: iapAudience,
        sub: 'accounts.google.com:1',
        iat: seconds,
        exp: seconds + 600,
        ...claims,
      })
        .setProtectedHeader({ alg: 'ES256', kid: keyOfProxy.id })
        .sign(keyOfProxy.privateKey);
    },
    grant(token, challenge) {
      const code = `code-${codes.size}-${challenge.slice(0, 8)}`;
      codes.set(code, { token, challenge });
      return code;
    },
    async rotate() {
      key = await makeKey();
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
  return provider;
}
