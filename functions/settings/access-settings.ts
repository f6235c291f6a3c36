/**
 * Who may open a deployment, from the environment: the provider where people sign in, Identity-Aware Proxy, how their sessions are
 * sealed, and how often they may ask. What is secret is read here and nowhere else, and is never repeated in a sentence.
 */
import * as z from 'zod';
import type { Audience } from '../publish/release.ts';
import { SettingsError } from '../settings.ts';

export interface AccessSettings {
  /** Where people open Kasanari, like 'https://kasanari.example'; `null` where nobody signs in with a browser. */
  readonly publicUrl: string | null;
  /** Whose ID tokens are taken; `null` is nobody's. */
  readonly provider: ProviderSettings | null;
  /** What signed assertions of Identity-Aware Proxy have to be made out to; `null`: there is no such proxy. */
  readonly iapAudience: string | null;
  /** Seals cookies with the first and opens them with any, so that it can be changed while people are signed in. */
  readonly sessionSecrets: readonly string[];
  /** Whether Cloud Identity is asked who is in a registered group. */
  readonly asksForGroups: boolean;
  /** So many proxies of ours stand before the API: Firebase Hosting or a load balancer, and Cloud Run's own. */
  readonly proxies: number;
  /** Of one person, or of one address where nobody is signed in. */
  readonly requestsPerMinute: number;
  /** The function `people` looks at the registry again after so many seconds; 0: it looks once. */
  readonly peopleAgainSeconds: number;
}

export interface ProviderSettings {
  /** As it stands in its tokens, like 'https://accounts.google.com'. */
  readonly issuer: string;
  /** Whom tokens have to be made out to. The first is the client with which people sign in with a browser. */
  readonly audiences: readonly string[];
  /** `null` for a client without one (PKCE alone). */
  readonly clientSecret: string | null;
}

/** Either form of loopback, where a test or a workbench may go without TLS. */
const loopbackHosts: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

/** A whole address over TLS, and nothing of it that is secret. */
function secureAddress(name: string) {
  return z
    .string()
    .trim()
    .default('')
    .transform((text, context): string | null => {
      if (text === '') return null;
      const url = URL.canParse(text) ? new URL(text) : null;
      const isSecure =
        url?.protocol === 'https:' || (url?.protocol === 'http:' && loopbackHosts.includes(url.hostname));
      if (url !== null && isSecure && url.username === '' && url.search === '' && url.hash === '')
        return text.replace(/\/$/, '');
      context.addIssue({ code: 'custom', message: `${name} is no address like https://kasanari.example: ${text}` });
      return z.NEVER;
    });
}

const words = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/).filter((word) => word !== ''));

const secret = z
  .string()
  .trim()
  .default('')
  .transform((text) => (text === '' ? null : text));

/** 32 characters are 128 bits even of hexadecimal digits. */
const shortestSecret = 32;

const secretsSetting = words.refine(
  (secrets) => secrets.every(({ length }) => length >= shortestSecret),
  `KASANARI_SESSION_SECRET is too short: at least ${shortestSecret} characters by chance, like those of "openssl rand -base64 48".`,
);

function wholeNumber(name: string, { least, most, usual }: Readonly<Record<'least' | 'most' | 'usual', number>>) {
  const message = `${name} is no whole number from ${least} to ${most}.`;
  return z.coerce.number(message).int(message).min(least, message).max(most, message).default(usual);
}

const accessSchema = z.object({
  KASANARI_PUBLIC_URL: secureAddress('KASANARI_PUBLIC_URL').refine(
    (address) => address === null || new URL(address).pathname === '/',
    'KASANARI_PUBLIC_URL has a path: name the host alone, like https://kasanari.example.',
  ),
  KASANARI_OIDC_ISSUER: secureAddress('KASANARI_OIDC_ISSUER'),
  KASANARI_OIDC_AUDIENCE: words,
  KASANARI_OIDC_CLIENT_SECRET: secret,
  KASANARI_IAP_AUDIENCE: secret,
  KASANARI_SESSION_SECRET: secretsSetting,
  KASANARI_GROUPS: z
    .enum(['', 'off', 'google'], 'KASANARI_GROUPS is neither off nor google.')
    .default('off')
    .transform((word) => word === 'google'),
  KASANARI_PROXIES: wholeNumber('KASANARI_PROXIES', { least: 0, most: 10, usual: 2 }),
  KASANARI_REQUESTS_PER_MINUTE: wholeNumber('KASANARI_REQUESTS_PER_MINUTE', { least: 10, most: 100_000, usual: 1200 }),
  KASANARI_PEOPLE_AGAIN_SECONDS: wholeNumber('KASANARI_PEOPLE_AGAIN_SECONDS', { least: 0, most: 55, usual: 30 }),
});

/** What cannot be meant together. */
function findContradictions(parsed: z.infer<typeof accessSchema>, audiences: readonly Audience[]): readonly string[] {
  const hasIssuer = parsed.KASANARI_OIDC_ISSUER !== null;
  const hasAudience = parsed.KASANARI_OIDC_AUDIENCE.length > 0;
  const hasSecret = parsed.KASANARI_SESSION_SECRET.length > 0;
  const listed = audiences.filter((audience) => audience !== 'public');
  return [
    hasIssuer && !hasAudience ? 'KASANARI_OIDC_ISSUER needs KASANARI_OIDC_AUDIENCE: the id of the client.' : '',
    !hasIssuer && hasAudience
      ? 'KASANARI_OIDC_AUDIENCE needs KASANARI_OIDC_ISSUER, like https://accounts.google.com.'
      : '',
    hasSecret && !hasIssuer ? 'KASANARI_SESSION_SECRET needs KASANARI_OIDC_ISSUER: nobody can sign in without it.' : '',
    hasSecret && parsed.KASANARI_PUBLIC_URL === null
      ? 'KASANARI_SESSION_SECRET needs KASANARI_PUBLIC_URL: where people come back to from signing in.'
      : '',
    (hasIssuer || parsed.KASANARI_IAP_AUDIENCE !== null) && listed.length > 0
      ? `KASANARI_AUDIENCES has ${listed.join(', ')}, which everybody would see: where people sign in, the registry (利用者) says who sees what, and only public may stand there.`
      : '',
  ].filter((sentence) => sentence !== '');
}

/**
 * @param audiences what KASANARI_AUDIENCES says
 * @throws SettingsError
 */
export function readAccessSettings(
  environment: Readonly<Record<string, string | undefined>>,
  audiences: readonly Audience[],
): AccessSettings {
  const parsed = accessSchema.safeParse(environment);
  if (!parsed.success) throw new SettingsError(parsed.error.issues.map(({ message }) => message));
  const contradictions = findContradictions(parsed.data, audiences);
  if (contradictions.length > 0) throw new SettingsError(contradictions);
  const issuer = parsed.data.KASANARI_OIDC_ISSUER;
  return {
    publicUrl: parsed.data.KASANARI_PUBLIC_URL,
    provider:
      issuer === null
        ? null
        : {
            issuer,
            audiences: parsed.data.KASANARI_OIDC_AUDIENCE,
            clientSecret: parsed.data.KASANARI_OIDC_CLIENT_SECRET,
          },
    iapAudience: parsed.data.KASANARI_IAP_AUDIENCE,
    sessionSecrets: parsed.data.KASANARI_SESSION_SECRET,
    asksForGroups: parsed.data.KASANARI_GROUPS,
    proxies: parsed.data.KASANARI_PROXIES,
    requestsPerMinute: parsed.data.KASANARI_REQUESTS_PER_MINUTE,
    peopleAgainSeconds: parsed.data.KASANARI_PEOPLE_AGAIN_SECONDS,
  };
}
