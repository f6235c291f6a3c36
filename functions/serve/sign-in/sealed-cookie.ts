/**
 * The one cookie, `__session` (Firebase Hosting hands no other one on), encrypted so that only we can read or make it: either a
 * session, or a sign-in that is under way. No figures and no rights stand in it: those are looked up at each request.
 */
import { EncryptJWT, jwtDecrypt } from 'jose';
import * as z from 'zod';
import type { Clock } from '../../world.ts';

export const cookieName = '__session';
export const sessionSeconds = 8 * 60 * 60;
/** Groups that a token named are as they were at signing in, so that such a session is short. */
export const groupSessionSeconds = 60 * 60;
export const signInSeconds = 10 * 60;

const sessionSchema = z.object({
  purpose: z.literal('session'),
  address: z.string(),
  groups: z.array(z.string()).readonly(),
});
const signInSchema = z.object({
  purpose: z.literal('sign-in'),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
});

/** When it ends, in seconds (RFC 7519, 4.1.4). */
const endSchema = z.object({ exp: z.number() });
/** Opened sessions that are remembered; with more of them, all are opened anew. */
const openedAtMost = 1_000;

export type KeptSession = Readonly<z.infer<typeof sessionSchema>>;
/** A sign-in that is under way. */
export type StartedSignIn = z.infer<typeof signInSchema>;

const sealing = { alg: 'dir', enc: 'A256GCM' } as const;

export interface CookieSeal {
  /** The whole Set-Cookie of a session or of a sign-in that begins. */
  seal(content: KeptSession | StartedSignIn): Promise<string>;
  openSession(cookie: string | undefined): Promise<KeptSession | null>;
  /** A session that was opened before and still lasts; `null` says nothing of the cookie. */
  recallSession(cookie: string | undefined): KeptSession | null;
  openSignIn(cookie: string | undefined): Promise<StartedSignIn | null>;
  /** The Set-Cookie that takes it away. */
  readonly removal: string;
}

/**
 * @param secrets of the environment; the first seals, all open
 * @param isSecure whether our pages are under https, so that the cookie never travels without
 */
export function createCookieSeal({
  secrets,
  isSecure,
  clock,
}: {
  readonly secrets: readonly string[];
  readonly isSecure: boolean;
  readonly clock: Clock;
}): CookieSeal {
  let derived: Promise<readonly Uint8Array[]> | null = null;
  const keys = async () => {
    derived ??= Promise.all(secrets.map(deriveKey));
    return await derived;
  };
  const attributes = `Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;

  /** Sessions by their whole cookie: each page sends it some twenty times. */
  const opened = new Map<string, { readonly session: KeptSession; readonly until: number }>();

  function recall(cookie: string | undefined): KeptSession | null {
    const found = cookie === undefined ? undefined : opened.get(cookie);
    return found !== undefined && clock.now().getTime() < found.until ? found.session : null;
  }

  async function openSession(cookie: string | undefined): Promise<KeptSession | null> {
    const known = recall(cookie);
    if (known !== null) return known;
    const content = await open(cookie);
    const session = sessionSchema.safeParse(content).data ?? null;
    const end = endSchema.safeParse(content).data;
    if (cookie !== undefined && session !== null && end !== undefined) {
      if (opened.size >= openedAtMost) opened.clear();
      opened.set(cookie, { session, until: end.exp * 1000 });
    }
    return session;
  }

  async function open(cookie: string | undefined): Promise<unknown> {
    if (cookie === undefined || cookie.length > 4096) return null;
    for (const key of await keys()) {
      try {
        const { payload } = await jwtDecrypt(cookie, key, {
          keyManagementAlgorithms: [sealing.alg],
          contentEncryptionAlgorithms: [sealing.enc],
          requiredClaims: ['exp'],
          currentDate: clock.now(),
        });
        return payload;
      } catch {
        // Of another secret, tampered with, or past its time: nobody is signed in.
      }
    }
    return null;
  }

  return {
    async seal(content) {
      const [key] = await keys();
      if (key === undefined) throw new Error('There is no secret to seal cookies with');
      const now = Math.floor(clock.now().getTime() / 1000);
      const seconds = lifeOf(content);
      const token = await new EncryptJWT(content)
        .setProtectedHeader(sealing)
        .setIssuedAt(now)
        .setExpirationTime(now + seconds)
        .encrypt(key);
      return `${cookieName}=${token}; ${attributes}; Max-Age=${seconds}`;
    },
    openSession,
    recallSession: recall,
    openSignIn: async (cookie) => signInSchema.safeParse(await open(cookie)).data ?? null,
    removal: `${cookieName}=; ${attributes}; Max-Age=0`,
  };
}

function lifeOf(content: KeptSession | StartedSignIn): number {
  if (content.purpose === 'sign-in') return signInSeconds;
  return content.groups.length > 0 ? groupSessionSeconds : sessionSeconds;
}

/** 256 bits out of a secret of any length (HKDF, RFC 5869). */
async function deriveKey(secret: string): Promise<Uint8Array> {
  const bytes = new TextEncoder();
  const material = await crypto.subtle.importKey('raw', bytes.encode(secret), 'HKDF', false, ['deriveBits']);
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: bytes.encode('kasanari cookie') };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, material, 256));
}
