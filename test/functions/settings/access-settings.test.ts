/** Settings of access: what is understood, what is refused in a sentence, and that no sentence repeats a secret. */
import { describe, expect, test } from 'vitest';
import type { Audience } from '#functions/publish/release.ts';
import { readAccessSettings } from '#functions/settings/access-settings.ts';
import { SettingsError } from '#functions/settings.ts';

const secret = 'a-secret-of-the-environment-0123456789abcdef';
const signIn = {
  KASANARI_PUBLIC_URL: 'https://kasanari.example/',
  KASANARI_OIDC_ISSUER: 'https://accounts.google.com',
  KASANARI_OIDC_AUDIENCE: 'client-1, client-2',
  KASANARI_OIDC_CLIENT_SECRET: 'client-secret',
  KASANARI_SESSION_SECRET: secret,
};

test('nothing set: nobody signs in', () => {
  expect(readAccessSettings({}, [])).toEqual({
    publicUrl: null,
    provider: null,
    iapAudience: null,
    sessionSecrets: [],
    asksForGroups: false,
    proxies: 2,
    requestsPerMinute: 1200,
    peopleAgainSeconds: 30,
  });
});

test('signing in with Google, groups, and behind a proxy', () => {
  const environment = {
    ...signIn,
    KASANARI_GROUPS: 'google',
    KASANARI_IAP_AUDIENCE: '/projects/1/x',
    KASANARI_PROXIES: '1',
  };
  expect(readAccessSettings(environment, ['public'])).toEqual({
    publicUrl: 'https://kasanari.example',
    provider: {
      issuer: 'https://accounts.google.com',
      audiences: ['client-1', 'client-2'],
      clientSecret: 'client-secret',
    },
    iapAudience: '/projects/1/x',
    sessionSecrets: [secret],
    asksForGroups: true,
    proxies: 1,
    requestsPerMinute: 1200,
    peopleAgainSeconds: 30,
  });
});

describe('what is refused', () => {
  const refused: readonly (readonly [string, Readonly<Record<string, string>>, readonly Audience[], RegExp])[] = [
    [
      'a short secret',
      { ...signIn, KASANARI_SESSION_SECRET: 'short-secret-1234' },
      [],
      /KASANARI_SESSION_SECRET is too short/,
    ],
    [
      'a secret without an address to come back to',
      { ...signIn, KASANARI_PUBLIC_URL: '' },
      [],
      /needs KASANARI_PUBLIC_URL/,
    ],
    ['an issuer without a client', { ...signIn, KASANARI_OIDC_AUDIENCE: '' }, [], /needs KASANARI_OIDC_AUDIENCE/],
    ['a client without an issuer', { KASANARI_OIDC_AUDIENCE: 'x' }, [], /needs KASANARI_OIDC_ISSUER/],
    [
      'a public address without TLS',
      { ...signIn, KASANARI_PUBLIC_URL: 'http://kasanari.example' },
      [],
      /KASANARI_PUBLIC_URL is no address/,
    ],
    [
      'a public address with a path',
      { ...signIn, KASANARI_PUBLIC_URL: 'https://kasanari.example/a' },
      [],
      /has a path/,
    ],
    [
      'an issuer without TLS',
      { ...signIn, KASANARI_OIDC_ISSUER: 'http://accounts.example' },
      [],
      /KASANARI_OIDC_ISSUER is no address/,
    ],
    [
      'a password in an address',
      { ...signIn, KASANARI_PUBLIC_URL: 'https://a:b@kasanari.example' },
      [],
      /is no address/,
    ],
    ['offices for everybody beside signing in', signIn, ['office:162051'], /which everybody would see/],
    [
      'a proxy and a prefecture for everybody',
      { KASANARI_IAP_AUDIENCE: 'x' },
      ['prefecture:16'],
      /which everybody would see/,
    ],
    ['groups of somebody else', { KASANARI_GROUPS: 'ldap' }, [], /KASANARI_GROUPS/],
    ['half a proxy', { KASANARI_PROXIES: '1.5' }, [], /KASANARI_PROXIES/],
  ];

  test.each(refused)('%s', (_, environment, audiences, sentence) => {
    expect(() => readAccessSettings(environment, audiences)).toThrow(SettingsError);
    expect(() => readAccessSettings(environment, audiences)).toThrow(sentence);
  });

  test('without repeating a secret', () => {
    const environment = {
      ...signIn,
      KASANARI_SESSION_SECRET: 'short-secret-1234',
      KASANARI_PUBLIC_URL: 'x',
      KASANARI_PROXIES: 'y',
    };
    let said = '';
    try {
      readAccessSettings(environment, []);
    } catch (error) {
      said = String(error);
    }
    expect(said).toContain('KASANARI_PROXIES');
    for (const word of ['short-secret', 'client-secret']) expect(said).not.toContain(word);
  });
});
