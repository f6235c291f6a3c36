/** Who asks and whether they may: tokens with their scopes, keys that sign for themselves, the token endpoint, the metadata server. */
import { json, Refused } from './answers.ts';
import type { ApiMethod } from './discovery/document.ts';

/** Every test gives itself this token. */
export const token = 'a-token';

export type Api = 'sheets' | 'drive' | 'storage';

const titles: Readonly<Record<Api, string>> = {
  sheets: 'Google Sheets API',
  drive: 'Google Drive API',
  storage: 'Cloud Storage API',
};
const project = '123456789012';
const scopeRoot = 'https://www.googleapis.com/auth/';

/** What is wrong with the account's key. */
export type KeyTrouble = 'Invalid grant: account not found' | 'Invalid JWT Signature.' | null;

/** What tests change about access. */
export interface AccessSettings {
  /** Scopes of the token that tests give themselves, short as 'spreadsheets.readonly'; `null` is all of them. */
  scopes: readonly string[] | null;
  /** APIs that nobody enabled in the project. */
  readonly disabledApis: Set<Api>;
  keyTrouble: KeyTrouble;
}

export interface Access {
  /** The scopes that whoever asks was given; `null` is all of them. @throws Refused */
  require(request: Request, api: Api, method: ApiMethod): readonly string[] | null;
  /** POST oauth2.googleapis.com/token. */
  exchange(request: Request): Promise<Response>;
  /** POST iamcredentials.googleapis.com/…:generateAccessToken: a token to speak for another account. */
  speakFor(request: Request): Promise<Response>;
  /** The metadata server of Google's machines, which hands out tokens there (GCE_METADATA_HOST points to it). */
  answerMetadata(url: URL): Response;
}

/** Longer apart than this, and Google refuses what was signed. */
const tolerance = 300;

export function createAccess(settings: AccessSettings, address: () => string, now: () => Date): Access {
  const handedOut = new Map<string, readonly string[]>();
  const handOut = (scopes: readonly string[]) => {
    if (scopes.length === 0) return token;
    const made = `${token}-${handedOut.size + 1}`;
    handedOut.set(made, scopes.map(shorten));
    return made;
  };
  const seconds = () => now().getTime() / 1000;

  /** `null` is every scope; `undefined` is no valid token. */
  function scopesOf(bearer: string): readonly string[] | null | undefined {
    if (bearer === token) return settings.scopes;
    const known = handedOut.get(bearer);
    if (known !== undefined) return known;
    const claims = readClaims(bearer);
    if (claims === null || settings.keyTrouble !== null || !isTimely(claims, seconds())) return undefined;
    return claims.scope === undefined ? null : claims.scope.split(' ').map(shorten);
  }

  return {
    require(request, api, method) {
      const bearer = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
      const scopes = bearer === undefined ? undefined : scopesOf(bearer);
      if (scopes === undefined) throw new Refused(401);
      if (settings.disabledApis.has(api)) throw disabled(api);
      const isEnough = scopes?.some((scope) => method.scopes.includes(scope) || scope === 'cloud-platform') ?? true;
      if (!isEnough) throw insufficient(api);
      return scopes;
    },
    async exchange(request) {
      const form = new URLSearchParams(await request.text());
      const claims = readClaims(form.get('assertion') ?? '');
      if (settings.keyTrouble !== null) return refuseGrant(settings.keyTrouble);
      if (form.get('grant_type') === 'urn:ietf:params:oauth:grant-type:jwt-bearer') {
        if (claims === null) return refuseGrant('Bad Request');
        if (!isTimely(claims, seconds())) {
          return refuseGrant(
            'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.',
          );
        }
      }
      const scopes = (claims?.scope ?? '').split(' ').filter((scope) => scope !== '');
      return json({ access_token: handOut(scopes), expires_in: 3599, token_type: 'Bearer' });
    },
    async speakFor(request) {
      const body = (await request.json()) as { readonly scope?: readonly string[] };
      const expireTime = new Date(now().getTime() + 3_600_000).toISOString();
      return json({ accessToken: handOut(body.scope ?? []), expireTime });
    },
    answerMetadata({ pathname, searchParams }) {
      const flavour = { 'metadata-flavor': 'Google' };
      if (pathname.endsWith('/token')) {
        const scopes = (searchParams.get('scopes') ?? '').split(',').filter((scope) => scope !== '');
        return json({ access_token: handOut(scopes), expires_in: 3599, token_type: 'Bearer' }, flavour);
      }
      const text = /universe[-_]domain$/.test(pathname)
        ? 'googleapis.com'
        : pathname.endsWith('/email')
          ? address()
          : pathname.endsWith('/project-id')
            ? 'kasanari-test'
            : '';
      return new Response(text, { headers: flavour });
    },
  };
}

const shorten = (scope: string) => scope.replace(scopeRoot, '');

interface Claims {
  readonly iat: number;
  readonly exp: number;
  readonly scope?: string;
}

/** What a signed token says. The signature is not looked at: that is the client library's work. */
function readClaims(signed: string): Claims | null {
  const parts = signed.split('.');
  if (parts.length !== 3) return null;
  try {
    return JSON.parse(Buffer.from(parts[1] ?? '', 'base64url').toString()) as Claims;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isTimely({ iat, exp }: Claims, seconds: number): boolean {
  return iat < seconds + tolerance && exp > seconds - tolerance && exp - iat <= 3600;
}

function refuseGrant(description: string): Response {
  const body = JSON.stringify({ error: 'invalid_grant', error_description: description });
  return new Response(body, { status: 400, headers: { 'content-type': 'application/json; charset=utf-8' } });
}

const errorInfo = (reason: string, api: Api) => ({
  '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
  reason,
  domain: 'googleapis.com',
  metadata: { service: `${api}.googleapis.com`, consumer: `projects/${project}` },
});

function disabled(api: Api): Refused {
  const page = `https://console.developers.google.com/apis/api/${api}.googleapis.com/overview?project=${project}`;
  const message = `${titles[api]} has not been used in project ${project} before or it is disabled. Enable it by visiting ${page} then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.`;
  return new Refused(403, { message, reason: 'accessNotConfigured', details: [errorInfo('SERVICE_DISABLED', api)] });
}

function insufficient(api: Api): Refused {
  return new Refused(403, {
    message: 'Request had insufficient authentication scopes.',
    reason: 'insufficientPermissions',
    details: [errorInfo('ACCESS_TOKEN_SCOPE_INSUFFICIENT', api)],
    headers: { 'www-authenticate': 'Bearer realm="https://accounts.google.com/", error="insufficient_scope"' },
  });
}
