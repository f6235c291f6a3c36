/** Signing in with a browser, from the button to the session and out again, and what is tried by those who should not get in. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestClock, type Deployment, deploy, people, publicUrl, sessionSecret } from './deployment.ts';
import { clientSecret, type StandInProvider, startProvider } from './provider.ts';

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

/** A browser that keeps the one cookie. */
function createBrowser() {
  let cookie = '';
  const go = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (cookie !== '') headers.set('cookie', cookie);
    const response = await deployment.api.request(path, { ...init, headers });
    const given = response.headers.get('set-cookie');
    if (given !== null) cookie = given.includes('Max-Age=0') ? '' : (given.split(';')[0] ?? '');
    return response;
  };
  return {
    go,
    cookie: () => cookie,
    useCookie: (other: string) => {
      cookie = other;
    },
    /** Presses the button; what the provider is asked for. */
    async begin(target = '/'): Promise<URLSearchParams> {
      const response = await go(`/api/sign-in?return=${encodeURIComponent(target)}`);
      return new URL(response.headers.get('location') ?? '').searchParams;
    },
    /** Comes back from the provider with a token. */
    async comeBack(asked: URLSearchParams, claims: Readonly<Record<string, unknown>>): Promise<Response> {
      const token = await provider.sign({ nonce: asked.get('nonce'), ...claims });
      const code = provider.grant(token, asked.get('code_challenge') ?? '');
      return await go(`/api/sign-in/callback?code=${code}&state=${asked.get('state')}`);
    },
  };
}

const leadsTo = (response: Response) => [response.status, response.headers.get('location')];

async function signIn(address = office) {
  const browser = createBrowser();
  await browser.comeBack(await browser.begin(), { email: address });
  return browser;
}

describe('signing in', () => {
  test('leads to the provider with PKCE, state and nonce, and back to our configured address whatever the Host header says', async () => {
    const response = await deployment.api.request('/api/sign-in', {
      headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' },
    });
    const to = new URL(response.headers.get('location') ?? '');
    expect([response.status, to.origin, to.pathname]).toEqual([303, provider.issuer, '/authorize']);
    expect(Object.fromEntries(to.searchParams)).toEqual({
      response_type: 'code',
      client_id: 'kasanari-client.example',
      redirect_uri: `${publicUrl}/api/sign-in/callback`,
      scope: 'openid email',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
      prompt: 'select_account',
    });
  });

  test('brings back to the page, and shows what the registry says', async () => {
    const browser = createBrowser();
    const back = await browser.comeBack(await browser.begin('/162051/goals?year=2018'), { email: office });
    expect(leadsTo(back)).toEqual([303, '/162051/goals?year=2018']);
    expect(back.headers.get('cache-control')).toBe('no-store');
    expect(await (await browser.go('/api/session')).json()).toMatchObject({
      account: { address: office, canSignIn: false, canSignOut: true },
      municipalities: [{ code: '162051' }],
    });
  });

  test('leaves one cookie, which no script, no other site and no plain connection gets, and nobody can read', async () => {
    const browser = createBrowser();
    const back = await browser.comeBack(await browser.begin(), { email: office });
    const [cookie, ...attributes] = (back.headers.get('set-cookie') ?? '').split('; ');
    expect(attributes).toEqual(['Path=/', 'HttpOnly', 'SameSite=Lax', 'Secure', 'Max-Age=28800']);
    expect(cookie).toMatch(/^__session=[\w.-]+$/);
    expect(Buffer.from(cookie ?? '', 'base64url').toString('latin1')).not.toContain('himi');
    expect((cookie ?? '').length).toBeLessThan(4096);
  });

  test('ends after eight hours', async () => {
    const browser = await signIn();
    clock.forward(8 * 60 * 60 - 1);
    await deployment.keep(people);
    expect((await browser.go('/api/session')).status).toBe(200);
    clock.forward(2);
    expect((await browser.go('/api/session')).status).toBe(401);
  });

  test('ends with signing out, which only our own pages can do', async () => {
    const browser = await signIn();
    const foreign = await browser.go('/api/sign-out', { method: 'POST', headers: { origin: 'https://evil.example' } });
    expect([foreign.status, (await browser.go('/api/session')).status]).toEqual([403, 200]);
    expect((await browser.go('/api/sign-out')).status).toBe(404);
    const own = await browser.go('/api/sign-out', { method: 'POST', headers: { origin: publicUrl } });
    expect([own.status, browser.cookie(), (await browser.go('/api/session')).status]).toEqual([204, '', 401]);
  });

  test('a page elsewhere that leads to it does not end a session', async () => {
    const browser = await signIn();
    expect(leadsTo(await browser.go('/api/sign-in?return=/162051'))).toEqual([303, '/162051']);
    expect((await browser.go('/api/session')).status).toBe(200);
  });

  test('a page elsewhere that leads to where the provider sends people back, or going back there, ends no session either', async () => {
    const browser = await signIn();
    for (const query of ['', '?code=x&state=y', '?error=access_denied'])
      expect(leadsTo(await browser.go(`/api/sign-in/callback${query}`))).toEqual([303, '/']);
    expect((await browser.go('/api/session')).status).toBe(200);
  });

  test('is recorded with refusals and signing out, by address and nothing else', async () => {
    const browser = await signIn();
    clock.forward(1);
    await browser.go('/api/sign-out', { method: 'POST', headers: { origin: publicUrl } });
    clock.forward(1);
    await signIn('stranger@elsewhere.example');
    expect((await deployment.readAudit()).map(({ action, actor, facts }) => [action, actor, facts])).toEqual([
      ['signed-in', office, {}],
      ['signed-out', office, {}],
      ['refused', 'stranger@elsewhere.example', {}],
    ]);
  });

  test('a secret can be changed while people are signed in', async () => {
    const browser = await signIn();
    const next = 'the-next-secret-of-the-environment-0123456789';
    const renewed = await deploy(provider, clock, {
      environment: { KASANARI_SESSION_SECRET: `${next}, ${sessionSecret}` },
    });
    const other = await deploy(provider, clock, { environment: { KASANARI_SESSION_SECRET: next } });
    const ask = async ({ api }: Deployment) =>
      (await api.request('/api/session', { headers: { cookie: browser.cookie() } })).status;
    expect([await ask(renewed), await ask(other)]).toEqual([200, 401]);
  });
});

describe('after signing in, people come to a page of ours and nowhere else', () => {
  test.each([
    ['https://evil.example/', '/'],
    ['//evil.example/', '/'],
    ['/\\evil.example/', '/'],
    ['/\t/evil.example/', '/'],
    ['/.//evil.example', '/'],
    ['/%2e//evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['/api/sign-in', '/'],
    ['/../api/exports/facts.csv?audience=public', '/'],
    ['evil.example', '/'],
    [`/${'a'.repeat(3000)}`, '/'],
    ['/162051/areas?year=2018#x', '/162051/areas?year=2018'],
    ['/?municipality=https://evil.example', '/?municipality=https://evil.example'],
  ])('%s', async (target, expected) => {
    const browser = createBrowser();
    const back = await browser.comeBack(await browser.begin(target.slice(0, 1900)), { email: office });
    expect(back.headers.get('location')).toBe(target.length > 1900 ? `/${'a'.repeat(1899)}` : expected);
  });
});

describe('nobody gets in', () => {
  const refusedAs = (response: Response) => response.headers.get('location');

  test('with a state that was not given out', async () => {
    const browser = createBrowser();
    const asked = await browser.begin();
    asked.set('state', 'a'.repeat(43));
    expect(refusedAs(await browser.comeBack(asked, { email: office }))).toBe('/?sign-in=lost');
    expect((await browser.go('/api/session')).status).toBe(401);
  });

  test('with a state that came back before, even with the cookie of that time', async () => {
    const browser = createBrowser();
    const asked = await browser.begin();
    const cookie = browser.cookie();
    expect(refusedAs(await browser.comeBack(asked, { email: office }))).toBe('/');
    browser.useCookie(cookie);
    expect(refusedAs(await browser.comeBack(asked, { email: office }))).toBe('/?sign-in=lost');
  });

  test('in a browser in which the sign-in was not begun', async () => {
    const asked = await createBrowser().begin();
    expect(refusedAs(await createBrowser().comeBack(asked, { email: office }))).toBe('/?sign-in=lost');
  });

  test('with a sign-in that was begun more than ten minutes ago', async () => {
    const browser = createBrowser();
    const asked = await browser.begin();
    clock.forward(601);
    expect(refusedAs(await browser.comeBack(asked, { email: office }))).toBe('/?sign-in=lost');
  });

  test.each([
    ['without a nonce', { nonce: undefined }],
    ['with the nonce of another sign-in', { nonce: 'b'.repeat(43) }],
    ['with a token made out to somebody else', { aud: 'another-client' }],
    ['with a token whose time is over', { exp: 1_000_000_000 }],
    ['with an address that is not verified', { email_verified: false }],
  ])('%s', async (_, claims) => {
    const browser = createBrowser();
    expect(refusedAs(await browser.comeBack(await browser.begin(), { email: office, ...claims }))).toBe(
      '/?sign-in=refused',
    );
    expect((await browser.go('/api/session')).status).toBe(401);
  });

  test('with a code that somebody else obtained (PKCE)', async () => {
    const [victim, attacker] = [createBrowser(), createBrowser()];
    const stolen = await victim.begin();
    const own = await attacker.begin();
    const code = provider.grant(
      await provider.sign({ email: office, nonce: own.get('nonce') }),
      stolen.get('code_challenge') ?? '',
    );
    const back = await attacker.go(`/api/sign-in/callback?code=${code}&state=${own.get('state')}`);
    expect(refusedAs(back)).toBe('/?sign-in=refused');
  });

  test('who declines at the provider', async () => {
    const browser = createBrowser();
    const asked = await browser.begin();
    const back = await browser.go(`/api/sign-in/callback?error=access_denied&state=${asked.get('state')}`);
    expect(refusedAs(back)).toBe('/?sign-in=refused');
  });

  test('who is not registered, and keeps no cookie', async () => {
    const browser = await signIn('stranger@elsewhere.example');
    expect([browser.cookie(), (await browser.go('/api/session')).status]).toEqual(['', 401]);
  });

  test('while the provider does not answer', async () => {
    const browser = createBrowser();
    const asked = await browser.begin();
    provider.isDown = true;
    const back = await browser.comeBack(asked, { email: office });
    provider.isDown = false;
    expect(refusedAs(back)).toBe('/?sign-in=unavailable');
  });

  test.each([
    ['no cookie of ours', () => '__session=abc'],
    ['a cookie that was changed', (cookie: string) => `${cookie.slice(0, -2)}AA`],
    ['a sign-in that is under way, as if it were a session', (_: string, begun: string) => begun],
    ['a cookie of another name', (cookie: string) => cookie.replace('__session', 'session')],
    ['a cookie too large to be ours', (cookie: string) => `${cookie}${'A'.repeat(5000)}`],
  ])('with %s', async (_, change) => {
    const signedIn = await signIn();
    const begun = createBrowser();
    await begun.begin();
    const browser = createBrowser();
    browser.useCookie(change(signedIn.cookie(), begun.cookie()));
    expect((await browser.go('/api/session')).status).toBe(401);
  });
});

test('no secret stands in any answer or any line of the log', async () => {
  const browser = createBrowser();
  const said: string[] = [];
  const hear = async (response: Response) => {
    said.push(JSON.stringify([...response.headers]), await response.text());
    return response;
  };
  await hear(await browser.go('/api/sign-in'));
  await hear(await browser.go('/api/sign-in/callback?code=x&state=y'));
  await hear(await browser.comeBack(await browser.begin(), { email: office, nonce: 'wrong' }));
  await hear(await browser.comeBack(await browser.begin(), { email: office }));
  for (const path of ['/api/session', '/api/health', '/api/openapi.json', '/api/nothing', '/api/releases'])
    await hear(await browser.go(path));
  provider.isDown = true;
  await hear(await (await deploy(provider, clock)).api.request('/api/sign-in'));
  provider.isDown = false;
  const everything = [...said, ...deployment.logged, JSON.stringify(await deployment.readAudit())].join('\n');
  expect(everything).toContain('token-refused');
  for (const secret of [sessionSecret, clientSecret]) expect(everything).not.toContain(secret);
});

test('where nobody signs in with a browser, there is no such address', async () => {
  const bare = await deploy(provider, clock, { environment: { KASANARI_SESSION_SECRET: '' } });
  for (const path of ['/api/sign-in', '/api/sign-in/callback']) expect((await bare.api.request(path)).status).toBe(404);
});
