/** Whose ID token is believed, and whose is not. The provider is a real one, on the loopback. */
import { createHmac } from 'node:crypto';
import { type CryptoKey, exportSPKI, importJWK, SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createTestClock, type Deployment, deploy } from './deployment.ts';
import { client, type StandInProvider, startProvider } from './provider.ts';

const office = 'office@himi.example';
const clock = createTestClock('2026-11-21T03:00:00Z');
let provider: StandInProvider;
let deployment: Deployment;

beforeAll(async () => {
  provider = await startProvider(clock.now);
});
afterAll(async () => await provider.close());
beforeEach(async () => {
  clock.set('2026-11-21T03:00:00Z');
  deployment = await deploy(provider, clock);
});
afterEach(() => {
  provider.isDown = false;
  vi.useRealTimers();
});

async function answerTo(token: string): Promise<readonly [number, unknown]> {
  const response = await deployment.api.request('/api/session', { headers: { authorization: `Bearer ${token}` } });
  return [response.status, ((await response.json()) as { code?: unknown }).code];
}
const seconds = (moment: Date) => Math.floor(moment.getTime() / 1000);
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

test('an ID token of the provider opens what the registry says', async () => {
  const response = await deployment.ask('/api/session', office);
  expect(await response.json()).toMatchObject({
    isLocal: false,
    isAdministrator: false,
    account: { address: office, canSignIn: false, canSignOut: false },
    municipalities: [{ code: '162051' }],
    prefectures: [],
    publicPrefectures: [],
  });
});

test('the case of an address does not matter, since mail goes to the same person', async () => {
  expect(await answerTo(await provider.sign({ email: 'Office@Himi.Example' }))).toEqual([200, undefined]);
});

test('letters that only look alike are somebody else', async () => {
  // K as the sign for kelvin, whose lower case is the letter k.
  await deployment.keep([]);
  expect(await answerTo(await provider.sign({ email: 'o\uff46fice@himi.example' }))).toEqual([403, 'not-registered']);
});

describe('a token is refused', () => {
  const wrong: readonly (readonly [string, () => Promise<string>])[] = [
    ['with a wrong signature', async () => await provider.sign({ email: office }, { key: await foreignKey() })],
    [
      'whose contents were changed afterwards',
      async () => {
        const [header, , signature] = (await provider.sign({ email: 'other@himi.example' })).split('.');
        const claims = { iss: provider.issuer, aud: client, sub: 's', email: office, email_verified: true };
        const now = seconds(clock.now());
        return [header, part({ ...claims, iat: now, exp: now + 60 }), signature].join('.');
      },
    ],
    ['made out to somebody else', async () => await provider.sign({ email: office, aud: 'another-client' })],
    ['of another issuer', async () => await provider.sign({ email: office, iss: 'https://accounts.example' })],
    ['whose time is over', async () => await provider.sign({ email: office, exp: seconds(clock.now()) - 61 })],
    ['that is not valid yet', async () => await provider.sign({ email: office, nbf: seconds(clock.now()) + 61 })],
    ['of tomorrow', async () => await provider.sign({ email: office, iat: seconds(clock.now()) + 86_400 })],
    ['that never ends', async () => await provider.sign({ email: office, exp: null })],
    ['of nobody in particular', async () => await provider.sign({ email: office, sub: null })],
    ['without an address', async () => await provider.sign({})],
    ['whose address is not verified', async () => await provider.sign({ email: office, email_verified: false })],
    [
      'that does not say whether the address is verified',
      async () => await provider.sign({ email: office, email_verified: null }),
    ],
    ['whose address is a list', async () => await provider.sign({ email: [office] })],
    [
      'with the algorithm none',
      async () => {
        const now = seconds(clock.now());
        const claims = { iss: provider.issuer, aud: client, sub: 's', email: office, email_verified: true };
        return `${part({ alg: 'none' })}.${part({ ...claims, iat: now, exp: now + 60 })}.`;
      },
    ],
    [
      'signed with the public key as if it were a shared secret',
      async () => {
        const { publicKey, id } = provider.newest();
        const pem = await exportSPKI((await importJWK(publicKey, 'RS256')) as CryptoKey);
        const now = seconds(clock.now());
        const claims = { iss: provider.issuer, aud: client, sub: 's', email: office, email_verified: true };
        const signed = `${part({ alg: 'HS256', kid: id })}.${part({ ...claims, iat: now, exp: now + 60 })}`;
        return `${signed}.${createHmac('sha256', pem).update(signed).digest('base64url')}`;
      },
    ],
    [
      'that brings its own key',
      async () => {
        const own = await foreignKey();
        const now = seconds(clock.now());
        return await new SignJWT({ email: office, email_verified: true })
          .setProtectedHeader({ alg: 'RS256', jwk: own.publicKey })
          .setIssuer(provider.issuer)
          .setAudience(client)
          .setSubject('s')
          .setIssuedAt(now)
          .setExpirationTime(now + 60)
          .sign(own.privateKey);
      },
    ],
    ['that is none', () => Promise.resolve('office@himi.example')],
    ['that is enormous', () => Promise.resolve(`e30.${'a'.repeat(20_000)}.x`)],
  ];
  const foreignKey = async () => await provider.makeKey();

  test.each(wrong)('%s', async (_, make) => {
    expect(await answerTo(await make())).toEqual([401, 'token-refused']);
  });

  test.each(['Basic b2ZmaWNlOng=', 'Bearer', 'Bearer a b', ''])('in the form "%s"', async (authorization) => {
    const response = await deployment.api.request('/api/session', { headers: { authorization } });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
  });
});

describe('clocks differ by a minute', () => {
  test('a token that ended 59 seconds ago still holds', async () => {
    expect(await answerTo(await provider.sign({ email: office, exp: seconds(clock.now()) - 59 }))).toEqual([
      200,
      undefined,
    ]);
  });

  test('a token that begins in 59 seconds holds already', async () => {
    const soon = seconds(clock.now()) + 59;
    expect(await answerTo(await provider.sign({ email: office, nbf: soon, iat: soon }))).toEqual([200, undefined]);
  });
});

describe('the provider changes its keys', () => {
  test('the new one is found, the old one is no longer believed, and the keys are not asked for at each request', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: clock.now() });
    const before = await provider.sign({ email: office });
    expect(await answerTo(before)).toEqual([200, undefined]);
    const { keys } = provider.asked;
    await answerTo(before);
    expect(provider.asked.keys).toBe(keys);

    await provider.rotate();
    vi.setSystemTime(clock.now().getTime() + 31_000);
    expect(await answerTo(await provider.sign({ email: office }))).toEqual([200, undefined]);
    expect(await answerTo(before)).toEqual([401, 'token-refused']);
  });

  test('unknown keys do not make us ask again and again', async () => {
    const stranger = await provider.makeKey();
    await answerTo(await provider.sign({ email: office }));
    const { keys } = provider.asked;
    for (let times = 0; times < 5; times += 1)
      expect(await answerTo(await provider.sign({ email: office }, { key: stranger }))).toEqual([401, 'token-refused']);
    expect(provider.asked.keys - keys).toBeLessThanOrEqual(1);
  });
});

test('while the provider does not answer, nobody gets in, and it is said that this passes', async () => {
  const token = await provider.sign({ email: office });
  provider.isDown = true;
  expect(await answerTo(token)).toEqual([503, 'sign-in-unavailable']);
  provider.isDown = false;
  expect(await answerTo(token)).toEqual([200, undefined]);
});
